import { documentTypes } from "../../src/domain/documents/index";
import type { Example } from "./spec-tables";

/** A row as it is typed into a table. */
export type TypedRow = Readonly<Record<string, string>>;

/** The registers in which documents are written. */
export const REGISTERS = ["purchases", "sales", "stock", "payments"] as const;

/** Where a row of an example stands: its register and its place there, 0 = the first. */
export interface Placed {
  readonly register: string;
  readonly index: number;
  /** What `#` says of it, "" where its table has no such column. */
  readonly mark: string;
  readonly typed: TypedRow;
}

const term = (code: string, line: string, rest: TypedRow): TypedRow => ({ code, line, ...rest });

/** The payment terms of the worked examples, as docs/spec/settlement.md describes them. */
const TERMS: readonly TypedRow[] = [
  term("NET30", "1", { kind: "remainder", days: "30" }),
  term("DAYS-END", "1", { kind: "remainder", days: "30", endOfMonth: "after" }),
  term("END-DAYS", "1", { kind: "remainder", days: "30", endOfMonth: "before" }),
  term("NEXT10", "1", { kind: "remainder", months: "1", day: "10" }),
  term("MONTH", "1", { kind: "remainder", months: "1" }),
  term("THREE", "1", { kind: "percentTotal", value: "30" }),
  term("THREE", "2", { kind: "percentTotal", value: "30", days: "30" }),
  term("THREE", "3", { kind: "percentTotal", value: "40", days: "60" }),
  term("HALF", "1", { kind: "percentTotal", value: "50" }),
  term("HALF", "2", { kind: "percentRemaining", value: "30", days: "30" }),
  term("HALF", "3", { kind: "remainder", days: "60" }),
  term("DEPOSIT", "1", { kind: "fixed", value: "100" }),
  term("DEPOSIT", "2", { kind: "remainder", days: "30" }),
  term("EARLY", "1", { kind: "remainder", days: "30", discountPercent: "2", discountDays: "10" }),
  term("EARLY-NET", "1", {
    ...{ kind: "remainder", days: "30", discountPercent: "2", discountDays: "10" },
    discountBase: "net",
  }),
  term("BAD", "1", { kind: "percentTotal", value: "30" }),
  term("BAD", "2", { kind: "percentTotal", value: "60", days: "30" }),
  term("BACK", "1", { kind: "remainder", days: "-5" }),
];

/** The company of the worked examples, as docs/spec/README.md describes it. */
const MASTERS: Readonly<Record<string, readonly TypedRow[]>> = {
  items: [
    { code: "A", name: "Bolt", unit: "pc", decimals: "3", retailPrice: "10" },
    { code: "B", name: "Nut", unit: "pc", decimals: "3", retailPrice: "5" },
    { code: "S", name: "Delivery", unit: "trip", kind: "service", retailPrice: "60" },
  ],
  units: [{ item: "A", unit: "box", numerator: "12", denominator: "1" }],
  partners: [
    { code: "S01", name: "Smith", kind: "supplier" },
    { code: "S02", name: "Stone", kind: "supplier" },
    { code: "C01", name: "Carter", kind: "customer" },
    { code: "C02", name: "Cook", kind: "customer" },
    { code: "B01", name: "Both", kind: "both" },
  ],
  warehouses: [
    { code: "MAIN", name: "Main warehouse", kind: "main" },
    { code: "SHOP", name: "Shop", kind: "shop" },
  ],
  accounts: [
    { code: "CASH", name: "Cash box", kind: "cash" },
    { code: "BANK", name: "Bank", kind: "bank" },
  ],
  terms: TERMS,
};

const SETTINGS = { language: "en-US", warehouse: "MAIN", taxRate: "0" };

function settingRows(settings: Example["settings"]): readonly TypedRow[] {
  const own = [...settings].filter(([key]) => !key.includes("."));
  const all = new Map([...Object.entries(SETTINGS), ...own]);
  return [...all].map(([key, value]) => ({ key, value }));
}

/** A master with what the example sets otherwise: `A.costing` = `fifo`. */
function masterRows(rows: readonly TypedRow[], settings: Example["settings"]): readonly TypedRow[] {
  return rows.map((row) => {
    const own = [...settings].filter(([key]) => key.startsWith(`${row["code"]}.`));
    return { ...row, ...Object.fromEntries(own.map(([key, value]) => [key.split(".")[1], value])) };
  });
}

/** The rowId of the row with the mark `#n`; rows with greater marks come later. */
function rowIdOf(mark: string): string {
  return `01KDVDNA${mark.padStart(18, "0")}`;
}

const withRowIds = (cell: string): string => cell.replace(/#(\d+)/g, (_, mark: string) => rowIdOf(mark));

function dayOf(index: number): string {
  return new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
}

function typeOf(word: string, register: string | undefined) {
  const plain = word.replace(/单$/, "");
  return documentTypes.find(
    (type) =>
      [type.code, type.title.zh, type.title.en].includes(plain) &&
      (register === undefined || type.register === register),
  );
}

const PARTNERS: Readonly<Record<string, string>> = { customer: "C01", supplier: "S01" };

/** What a row says where its table has no such column. */
function defaultsOf(type: ReturnType<typeof typeOf>, register: string, index: number): TypedRow {
  const isOpening = type?.debt === "opening" && register !== "stock";
  const partner = PARTNERS[type?.partner ?? ""] ?? "";
  const own = register === "payments" ? { account: "BANK" } : { item: isOpening ? "" : "A" };
  return { date: dayOf(index), partner, ...own };
}

function typedRow(example: Example, row: TypedRow, index: number): Omit<Placed, "index"> {
  const said = new Map(Object.entries(row));
  const word = example.typed.includes("type") ? row["type"] : "RK";
  const type = typeOf(word, said.get("register"));
  const register = said.get("register") ?? type?.register ?? "purchases";
  const mark = said.get("#") ?? "";
  const typed = example.typed.filter((id) => id !== "#" && id !== "register");
  const cells: readonly (readonly [string, string])[] = [
    ...(mark === ""
      ? []
      : ([
          ["rowId", rowIdOf(mark)],
          ["draft", mark],
        ] as const)),
    ["type", word],
    ...Object.entries(defaultsOf(type, register, index)).filter(([id]) => !example.typed.includes(id)),
    ...typed.map((id) => [id, withRowIds(row[id])] as const),
  ];
  return { register, mark, typed: Object.fromEntries(cells.filter(([, cell]) => cell !== "")) };
}

/** The rows of an example, each in its register. */
export function placedRows(example: Example): readonly Placed[] {
  const counts = new Map<string, number>();
  return example.rows.map((row, at) => {
    const placed = typedRow(example, row, at);
    const index = counts.get(placed.register) ?? 0;
    counts.set(placed.register, index + 1);
    return { ...placed, index };
  });
}

/** The number that the document of a row is given: the first of its type and day. */
export function numberOf(example: Example, mark: string): string {
  const typed = placedRows(example).find((row) => row.mark === mark)?.typed ?? {};
  const code = typeOf(typed["type"], undefined)?.code ?? "";
  return `${code}-${typed["date"].replaceAll("-", "")}-0001`;
}

/** A row without the cells that are blank. */
function filled(row: TypedRow): TypedRow {
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ""));
}

/** The book of an example, all rows drafts, in the form of JSON. */
export function bookOf(example: Example): Readonly<Record<string, readonly TypedRow[]>> {
  const rows = placedRows(example);
  const masters = Object.entries(MASTERS).map(
    ([id, all]) => [id, masterRows(all, example.settings)] as const,
  );
  const registers = REGISTERS.map(
    (id) => [id, rows.filter(({ register }) => register === id).map(({ typed }) => typed)] as const,
  );
  const own = [...example.masters].map(
    ([id, all]) => [id, [...(MASTERS[id] ?? []), ...all.map(filled)]] as const,
  );
  const settings = settingRows(example.settings);
  return { settings, ...Object.fromEntries([...masters, ...own, ...registers]) };
}
