import type { Title } from "../kernel/title";
import type { RegisterView } from "./register-view";

/** The part of a day that a pivot can group by. */
export type DayPart = "month" | "quarter" | "year";

/**
 * A column that a pivot can group or filter by: of a register, or of a master that the register's rows name.
 */
export interface PivotColumn {
  readonly table: string;
  readonly column: string;
  /** Only this part of the day that stands there; null = the whole. */
  readonly part: DayPart | null;
  readonly title: Title;
}

/**
 * The masters that rows of a register name, by the register's column; columns are sought in them in this
 * order.
 */
export const MASTER_OF = {
  item: "items",
  partner: "partners",
  warehouse: "warehouses",
  account: "accounts",
} as const;

const PARTS: Readonly<Record<DayPart, Title>> = {
  month: { zh: "月份", en: "Month" },
  quarter: { zh: "季度", en: "Quarter" },
  year: { zh: "年份", en: "Year" },
};

function partNamed(name: string): DayPart | null {
  return name === "month" || name === "quarter" || name === "year" ? name : null;
}

/** Columns of a register that only repeat what a master says, which is read there. */
const REPEATED: Readonly<Record<string, readonly [string, string]>> = {
  partnerName: ["partners", "name"],
  itemName: ["items", "name"],
  spec: ["items", "spec"],
};

function columnOf(view: RegisterView, table: string, name: string): PivotColumn | null {
  const found = view.columns(table).find(({ id, title }) => [id, title.zh, title.en].includes(name));
  return found === undefined ? null : { table, column: found.id, part: null, title: found.title };
}

function ofRegister(view: RegisterView, register: string, name: string): PivotColumn | null {
  const own = columnOf(view, register, name);
  if (own === null || !Object.hasOwn(REPEATED, own.column)) return own;
  const [table, column] = REPEATED[own.column];
  return { ...own, table, column };
}

function ofMasters(view: RegisterView, name: string): PivotColumn | null {
  for (const table of Object.values(MASTER_OF)) {
    const column = columnOf(view, table, name);
    if (column !== null) return column;
  }
  return null;
}

function withPath(view: RegisterView, register: string, name: string): PivotColumn | null {
  const dot = name.indexOf(".");
  if (dot === -1) return null;
  const [first, rest] = [name.slice(0, dot), name.slice(dot + 1)];
  const master = Object.entries(MASTER_OF).find((pair) => pair.includes(first));
  const inMaster = master === undefined ? null : columnOf(view, master[1], rest);
  if (inMaster !== null) return inMaster;
  const part = partNamed(rest);
  const base = part === null ? null : pivotColumn(view, register, first);
  return base === null ? null : { ...base, part };
}

/**
 * The column that a name means: a column of the register, then `month`, `quarter`, `year` of its date, then a
 * column of its items, partners, warehouses or accounts; or by path: `partner.region`, `due.month`. Ids or
 * titles; null = none.
 * Source: CONTRACT §5, pivots.
 */
export function pivotColumn(view: RegisterView, register: string, name: string): PivotColumn | null {
  const own = ofRegister(view, register, name);
  if (own !== null) return own;
  const part = partNamed(name);
  if (part !== null) return { table: register, column: "date", part, title: PARTS[part] };
  return ofMasters(view, name) ?? withPath(view, register, name);
}

/** Every plain name that a pivot over a register knows, for a hint at what was meant. */
export function columnNames(view: RegisterView, register: string): readonly string[] {
  const tables = [register, ...Object.values(MASTER_OF)];
  return [...tables.flatMap((table) => view.columns(table).map(({ id }) => id)), ...Object.keys(PARTS)];
}
