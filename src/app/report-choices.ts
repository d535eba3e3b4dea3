import { REGISTERS } from "../domain/book/lines";
import type { Title } from "../domain/kernel/title";
import type { CodeTable } from "../domain/reports/parameters";
import { MASTER_OF, pivotColumn } from "../domain/reports/pivot-columns";
import { pivotField } from "../domain/reports/pivot-fields";
import type { RegisterView } from "../domain/reports/register-view";
import type { ReadBook } from "../read/read-book";
import type { ColumnKind } from "../registers/definition";
import { tableById } from "../registers/names";
import type { Answer, Desk } from "./desk";
import { ledgersAt, loadBook } from "./load-book";
import { badStep } from "./options";
import { registerView } from "./register-view";

/** The registers that pivots run over. */
export type PivotRegister = "sales" | "purchases";

/** A member of a master that a parameter can name. */
export interface MemberChoice {
  readonly code: string;
  readonly name: string;
}

/** A column that a pivot can group or filter by; `name` is what the parameter takes. */
export interface ColumnChoice {
  readonly name: string;
  readonly title: Title;
  /** The register itself, or which of the masters that its rows name. */
  readonly of: "register" | keyof typeof MASTER_OF;
}

/** What the parameters of reports can be chosen from in the open book. */
export interface ReportChoices {
  readonly members: Readonly<Record<CodeTable, readonly MemberChoice[]>>;
  readonly columns: Readonly<Record<PivotRegister, readonly ColumnChoice[]>>;
}

/** Kinds whose values tell rows apart; figures and stamps do not. */
const GROUPING: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["code", "text", "word", "day", "flag"]);

const PARTS = ["month", "quarter", "year"] as const;

/** The members of every master and the columns of pivots, a user's own among them. */
export async function reportChoices(desk: Desk): Answer<ReportChoices> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const { items, warehouses, partners, accounts } = read.book.masters;
  const view = registerView(read);
  const members = (list: readonly MemberChoice[]): readonly MemberChoice[] =>
    list.map(({ code, name }) => ({ code, name }));
  return {
    value: {
      members: {
        items: members(items),
        warehouses: members(warehouses),
        partners: members(partners),
        accounts: members(accounts),
      },
      columns: { sales: columnsOf(view, "sales"), purchases: columnsOf(view, "purchases") },
    },
    findings: [],
  };
}

function columnsOf(view: RegisterView, register: PivotRegister): readonly ColumnChoice[] {
  const parts = PARTS.flatMap((part): ColumnChoice[] => {
    const title = pivotColumn(view, register, part)?.title;
    return title === undefined ? [] : [{ name: part, title, of: "register" }];
  });
  const own = groupingOf(view, register).map(({ id, title }) => ({
    name: id,
    title,
    of: "register" as const,
  }));
  const masters = Object.entries(MASTER_OF).flatMap(([key, table]) => {
    const of = MASTERS.find((each) => each === key) ?? "item";
    return groupingOf(view, table)
      .filter(({ id }) => id !== "code")
      .map(({ id, title }) => ({ name: `${of}.${id}`, title, of }));
  });
  return [...parts, ...own, ...masters];
}

const MASTERS = ["item", "partner", "warehouse", "account"] as const;

function groupingOf(view: RegisterView, table: string): ReturnType<RegisterView["columns"]> {
  const known = new Map(tableById(table).columns.map(({ id, kind }) => [id, kind]));
  return view.columns(table).filter(({ id }) => GROUPING.has(known.get(id) ?? "text"));
}

/** The values that stand in a column of the rows of a register, each once, in order; "" = blank. */
export async function columnValues(
  desk: Desk,
  register: PivotRegister,
  name: string,
): Answer<{ readonly values: readonly string[] }> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const view = registerView(read);
  const column = pivotColumn(view, register, name);
  if (column === null) return { value: null, findings: [badStep(name)] };
  const source = {
    ledgers: ledgersAt(desk, read),
    view,
    register,
    lines: filledLines(read, register),
    invoiced: [],
  };
  return { value: { values: pivotField(column, source).labels }, findings: [] };
}

function filledLines({ book: { lines } }: ReadBook, register: PivotRegister): Int32Array {
  const place = REGISTERS.indexOf(register);
  const [first, end] = [lines.offsets[place], lines.offsets[place + 1]];
  return Int32Array.from({ length: end - first }, (_, i) => first + i).filter(
    (line) => lines.blank[line] === 0,
  );
}
