import { spawnSync } from "node:child_process";
import path from "node:path";
import { type Answer, type AnsweredFinding, type AnsweredRow, root } from "../support/cli-run";
import { bookOf, numberOf, type Placed, placedRows, REGISTERS } from "./spec-book";
import type { Example } from "./spec-tables";

/** What the program answered to an example. */
export interface Told {
  readonly rows: readonly Placed[];
  readonly registers: ReadonlyMap<string, readonly AnsweredRow[]>;
  readonly findings: readonly Found[];
  readonly ledger: readonly AnsweredRow[];
  readonly items: readonly AnsweredRow[];
  readonly cash: readonly AnsweredRow[];
  readonly gains: readonly AnsweredRow[];
  /** At the end of March 2026. */
  readonly dunning: readonly AnsweredRow[];
  /** Of each row's document, where that is asked for. */
  readonly lineage: readonly (readonly AnsweredRow[])[];
  readonly verified: Partial<Answer>;
}

interface Found extends AnsweredFinding {
  readonly table: string;
  readonly row: number;
}

/** The document of each row whose lineage is expected: the only one of its type on its day. */
function lineageOf(example: Example): readonly object[] {
  if (!example.expected.includes("lineage")) return [];
  return placedRows(example).map(({ typed: { type, date } }) => {
    const number = `${type}-${date.replaceAll("-", "")}-0001`;
    return { verb: "report", code: "lineage", params: { number } };
  });
}

const asked = (example: Example): readonly object[] => [
  { verb: "new", book: bookOf(example), today: "2026-12-31", user: "tester" },
  { verb: "post" },
  ...example.then.map(({ mark, date }) => ({ verb: "reverse", number: numberOf(example, mark), date })),
  ...REGISTERS.map((table) => ({ verb: "table", table })),
  { verb: "report", code: "stock-ledger" },
  { verb: "report", code: "open-items", params: { asOf: "2026-12-31", all: true } },
  { verb: "report", code: "cash-book" },
  { verb: "report", code: "stock-gains-losses" },
  { verb: "verify" },
  {
    verb: "report",
    code: "dunning",
    params: { asOf: "2026-03-31", state: "due,dunned,disputed,promised" },
  },
  ...lineageOf(example),
];

/** Posts the books of all examples in one run of the program. */
export function tell(examples: readonly Example[]): readonly Told[] {
  const steps = examples.map(asked);
  const input = steps
    .flat()
    .map((step) => `${JSON.stringify(step)}\n`)
    .join("");
  const cli = path.join(root, "dist/cli.cjs");
  const { stdout, stderr } = spawnSync(process.execPath, [cli, "run", "-"], { input, encoding: "utf8" });
  const answers = stdout.split("\n").filter((line) => line !== "");
  if (answers.length !== steps.flat().length) throw new Error(stderr);
  let start = 0;
  return examples.map((example, at) => {
    const end = start + steps[at].length;
    const own = answers.slice(start, end).map((line) => JSON.parse(line) as Answer);
    start = end;
    return toldOf(example, own);
  });
}

function toldOf(example: Example, [, post, ...done]: readonly Partial<Answer>[]): Told {
  const rest = done.slice(example.then.length);
  const [ledger, items, cash, gains, verified, dunning, ...lineage] = rest.slice(REGISTERS.length);
  const refused = (post.refused ?? []).flatMap(({ findings }) => findings);
  return {
    rows: placedRows(example),
    registers: new Map(REGISTERS.map((id, i) => [id, rest[i].rows ?? []])),
    findings: [...(post.findings ?? []), ...refused, ...done.flatMap(({ findings = [] }) => findings)].map(
      (found) => ({ table: "", row: 0, ...found }),
    ),
    ledger: ledger.rows ?? [],
    items: items.rows ?? [],
    cash: cash.rows ?? [],
    gains: gains.rows ?? [],
    dunning: dunning.rows ?? [],
    lineage: lineage.map(({ rows = [] }) => rows),
    verified,
  };
}

/** The row of an example as it stands in its register now. */
function standing({ rows, registers }: Told, at: number): AnsweredRow {
  const { register, index } = rows[at];
  return registers.get(register)?.at(index) ?? {};
}

function sum(rows: readonly AnsweredRow[], column: string): number {
  return Math.round(rows.reduce((total, row) => total + Number(row[column]), 0) * 1e6) / 1e6;
}

/** What lies in a warehouse once the row is through, by the ledger's running balance. */
function balance(told: Told, at: number, where: { readonly warehouse: string; readonly column: string }) {
  const { item, rowId } = standing(told, at);
  const last = told.ledger.findLastIndex((entry) => entry["rowId"] === rowId);
  const own = told.ledger
    .slice(0, last + 1)
    .filter((entry) => entry["item"] === item && entry["warehouse"] === where.warehouse);
  return own.at(-1)?.[where.column] ?? 0;
}

/** A text with the numbers of documents replaced by the marks of their rows. */
function marked(told: Told, text: string): string {
  return told.rows.reduce((shown, { mark }, at) => {
    const number = String(standing(told, at)["number"] ?? "");
    return number === "" || mark === "" ? shown : shown.replaceAll(number, `#${mark}`);
  }, text);
}

function codes({ rows, findings }: Told, at: number): string {
  const { register, index } = rows[at];
  const own = findings.filter(({ table, row }) => table === register && row === index + 1);
  return [...new Set(own.map(({ code }) => code))].join(" ");
}

const LEFT: Readonly<Record<string, string>> = { qty: "balanceQty", value: "balanceValue" };

function debt({ items }: Told, { number }: AnsweredRow, column: string) {
  const own = items.filter((item) => item["number"] === number && (number ?? "") !== "");
  return own.length === 0 ? null : sum(own, column);
}

/** The instalments of a document, each as its amount and due day, in their order. */
function instalments({ items }: Told, { number }: AnsweredRow): string {
  const own = items.filter((item) => item["number"] === number && (number ?? "") !== "");
  const parts = own.toSorted((a, b) => Number(a["line"]) - Number(b["line"]));
  return parts.map(({ amount, due }) => `${Number(amount).toFixed(2)} on ${String(due)}`).join("; ");
}

/** What a row gained or lost in stock without trade, by a column of that report. */
function taxOf(told: Told, at: number, column: string) {
  return told.gains.find(({ rowId }) => rowId === standing(told, at)["rowId"])?.[column];
}

type Shown = string | number | boolean | null | undefined;
type Says = (told: Told, at: number, words: readonly string[]) => Shown;

const movesOf = (told: Told, at: number): readonly AnsweredRow[] => {
  const { rowId } = standing(told, at);
  return told.ledger.filter((move) => (rowId ?? "") !== "" && move["rowId"] === rowId);
};
const left: Says = (told, at, [column]) =>
  balance(told, at, { warehouse: String(standing(told, at)["warehouse"]), column: LEFT[column] });
const lying: Says = (told, at, [warehouse, column]) => balance(told, at, { warehouse, column: LEFT[column] });

const SAYS: Readonly<Record<string, Says | undefined>> = {
  finding: codes,
  cost: (told, at) => sum(movesOf(told, at), "value"),
  "stock qty": (told, at) => sum(movesOf(told, at), "qty"),
  moved: (told, at) =>
    sum(
      movesOf(told, at).filter(({ value }) => Number(value) > 0),
      "value",
    ),
  "qty left": left,
  "value left": left,
  ...Object.fromEntries(
    ["MAIN", "SHOP", "TRANSIT"].flatMap((at) => [`${at} qty`, `${at} value`]).map((id) => [id, lying]),
  ),
  ...Object.fromEntries(
    ["amount", "paid", "credited", "settled", "open"].map((id): [string, Says] => [
      `debt ${id}`,
      (told, at) => debt(told, standing(told, at), id),
    ]),
  ),
  instalments: (told, at) => instalments(told, standing(told, at)),
  "debt discount": (told, at) => debt(told, standing(told, at), "discount"),
  "input tax": (told, at) => taxOf(told, at, "inputTax"),
  "output tax": (told, at) => taxOf(told, at, "outputTax"),
  result: (told, at) => taxOf(told, at, "total"),
  cash: (told, at) => {
    const { number } = standing(told, at);
    const own = told.cash.filter((flow) => flow["number"] === number);
    return own
      .map((flow) => `${String(flow["account"])} ${String(Number(flow["in"]) - Number(flow["out"]))}`)
      .join("; ");
  },
  lineage: (told, at) =>
    told.lineage[at]
      .filter(({ kind, rowId }) => kind !== "passed" && rowId === standing(told, at)["rowId"])
      .map(({ kind, number, qty, value }) => {
        const goods = kind === "came" ? `${String(qty)} of ` : "";
        return marked(told, `${goods}${String(number)} for ${Number(value).toFixed(2)}`);
      })
      .join("; "),
  dunning: (told, at) => {
    const { number } = standing(told, at);
    const own = told.dunning.filter((row) => row["number"] === number);
    return own
      .map(({ state, level, days, interest }) => {
        return `${String(state)} ${String(level)}: ${String(days)} days, ${Number(interest).toFixed(2)}`;
      })
      .join("; ");
  },
  against: (told, at) => marked(told, String(standing(told, at)["against"] ?? "")),
};

/**
 * What an expected column says of a row: `finding` the codes found in it; `cost` and `moved` the value that
 * it moved, signed, and that arrived; `qty left`, `value left`, `SHOP qty` … balances after it; amounts of
 * its open item as `debt open` …; `lineage` what its cost is made of; `instalments` each with its due day;
 * `cash` what moved in which account; `input tax`, `output tax`, `result` what it gained or lost in stock;
 * else what stands in its register.
 */
export function answerOf(told: Told, at: number, column: string): Shown {
  const says = SAYS[column];
  return says === undefined ? standing(told, at)[column] : says(told, at, column.split(" "));
}
