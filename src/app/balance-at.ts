import { findMember, type Named } from "../domain/book/find-member";
import { NONE } from "../domain/book/lines";
import type { Balance } from "../domain/reports/rows-behind";
import { folded } from "../registers/names";
import type { CellPlace } from "../workbook/port";
import type { Desk } from "./desk";
import { loadBook } from "./load-book";
import { type RowAt, rowAt } from "./row-at";

type Kind = Balance["of"];

/** Columns that are about one kind of balance, whatever else their row says. */
const ABOUT: ReadonlyMap<string, Kind> = new Map([
  ["partner", "partner"],
  ["partnerName", "partner"],
  ["account", "account"],
  ["amount", "account"],
]);
/** Masters whose rows are balances themselves, by their tables. */
const MASTERS: ReadonlyMap<string, Kind> = new Map([
  ["items", "stock"],
  ["partners", "partner"],
  ["accounts", "account"],
]);
/** Tables and columns in which a partner is a supplier. */
const PAYABLE: ReadonlySet<string> = new Set(["purchases", "payable", "advancesPaid"]);

/**
 * The balance that a row belongs to: a row of a balance, of a ledger, of a register or of a master. Where it
 * belongs to several, the column decides. Null where it belongs to none.
 */
export async function balanceAt(desk: Desk, cell: CellPlace): Promise<Balance | null> {
  const { value: read } = await loadBook(desk);
  const row = read === null ? null : rowAt(read, cell);
  return row === null ? null : balanceOf(row);
}

function balanceOf(row: RowAt): Balance | null {
  const kinds: readonly Kind[] = [ABOUT.get(row.column) ?? "stock", "stock", "partner", "account"];
  return kinds.map((kind) => BALANCE[kind](row)).find((balance) => balance !== null) ?? null;
}

/** The code of the member that a row names in a column; "" where it names none. */
function codeIn(row: RowAt, id: string, members: readonly Named[]): string {
  const place = findMember(members, row.text(id));
  return place === NONE ? "" : members[place].code;
}

/** The column in which a row names what its balance is of: a master's own row by its code. */
function named({ table }: RowAt, kind: Kind, id: string): string {
  return MASTERS.get(table) === kind ? "code" : id;
}

const BALANCE: Readonly<Record<Kind, (row: RowAt) => Balance | null>> = {
  stock: (row) => {
    const { items, warehouses } = row.masters;
    const item = codeIn(row, named(row, "stock", "item"), items);
    const warehouse = MASTERS.has(row.table) ? "" : codeIn(row, "warehouse", warehouses);
    const batch = row.text("batch");
    if (item === "") return null;
    return { of: "stock", item, warehouse: warehouse || null, batch: batch || null };
  },
  partner: (row) => {
    const { partners } = row.masters;
    const partner = codeIn(row, named(row, "partner", "partner"), partners);
    if (partner === "") return null;
    const isSupplier = PAYABLE.has(row.table) || PAYABLE.has(row.column) || isOwed(row, partner);
    return { of: "partner", partner, side: isSupplier ? "payable" : "receivable" };
  },
  account: (row) => {
    const account = codeIn(row, named(row, "account", "account"), row.masters.accounts);
    return account === "" ? null : { of: "account", account };
  },
};

/** Where neither table nor column says it: what the row says, else what the partner is. */
function isOwed({ table, column, text, masters }: RowAt, partner: string): boolean {
  if (table === "sales" || column === "receivable" || column === "advancesReceived") return false;
  const side = folded(text("side"));
  if (side !== "") return side === "payable" || side === "应付";
  return !masters.partners[findMember(masters.partners, partner)].customer;
}
