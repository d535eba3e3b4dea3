import type { Term } from "../domain/book/masters";
import { NONE } from "../domain/book/lines";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { figure, MOST_TYPED, RATE_WHOLE } from "../domain/kernel/numbers";
import { discountBases, monthEnds, termKinds } from "../registers/words";
import { misread } from "./cells/cell-column";
import { wordLookup } from "./cells/lookup";
import { BLANK, memberRows, numberAt, priceAt, textAt, wholeAt, wordAt } from "./master-rows";
import type { Source } from "./source";
import { tableColumns, type TableColumns } from "./table-columns";

const VALUE_DECIMALS = 6;
const MOST_MONTHS = 1_200;
const MOST_DAYS = 36_500;

/**
 * The instalments of every condition, in the order of the sheet. Raises what cells have wrong, REQUIRED and
 * DUPLICATE_KEY into `found`; a part is above nothing, and no more than 100 %.
 */
export function readTerms(source: Source | null, language: Language, found: Finding[]): readonly Term[] {
  const columns = tableColumns([source], found);
  const read = cellsOf(columns, language);
  const wholes = {
    months: { id: "months", cells: read.months, least: 0, most: MOST_MONTHS },
    day: { id: "day", cells: read.day, least: 1, most: 31 },
    days: { id: "days", cells: read.days, least: -MOST_DAYS, most: MOST_DAYS },
    discountDays: { id: "discountDays", cells: read.discountDays, least: 0, most: MOST_DAYS },
  };
  const whole = (name: keyof typeof wholes, row: number): number | null => {
    const { cells, ...bounds } = wholes[name];
    return wholeAt(columns, row, { ...bounds, value: numberAt(cells, row) });
  };
  const rows = memberRows(columns, { id: "code", keys: keysOf(read), names: read.codes });
  const terms = rows.map((row) => ({
    code: textAt(read.codes, row),
    line: numberAt(read.lines, row),
    row: row + 1,
    kind: (wordAt(read.kinds, row, termKinds) ?? "remainder") as Term["kind"],
    value: partAt(columns, read, row),
    months: whole("months", row) ?? 0,
    day: whole("day", row) ?? NONE,
    days: whole("days", row) ?? 0,
    endOfMonth: (wordAt(read.ends, row, monthEnds) ?? "none") as Term["endOfMonth"],
    discountPercent: priceAt(read.discounts, row),
    discountDays: whole("discountDays", row),
    discountBase: (wordAt(read.bases, row, discountBases) ?? "gross") as Term["discountBase"],
  }));
  const unfit = unfitCells(found);
  return terms.map((term) => ({ ...term, unfit: unfit.get(term.row) ?? "" }));
}

/** What a line asks for. A remainder asks for what is left, whatever stands there. */
function partAt(
  columns: TableColumns,
  { kinds, values }: Pick<ReturnType<typeof cellsOf>, "kinds" | "values">,
  row: number,
): number {
  const kind = wordAt(kinds, row, termKinds) ?? "remainder";
  const value = numberAt(values, row);
  if (kind === "remainder" || columns.faulty[row] === 1) return value;
  const most = kind === "fixed" ? Infinity : RATE_WHOLE;
  if (Number.isNaN(value)) columns.raise(row, "value", { code: "REQUIRED", facts: {} });
  else if (!(value > 0 && value <= most)) {
    const least = figure(1, VALUE_DECIMALS);
    const facts = { least, most: figure(Math.min(most, MOST_TYPED), VALUE_DECIMALS) };
    columns.raise(row, "value", misread("OUT_OF_RANGE", figure(value, VALUE_DECIMALS), facts));
  }
  return value;
}

/** Of every row of terms with a cell that cannot be used the column of the first. */
function unfitCells(found: readonly Finding[]): ReadonlyMap<number, string> {
  const unfit = new Map<number, string>();
  for (const { table, row, column, severity } of found)
    if (table === "terms" && severity === "error" && !unfit.has(row)) unfit.set(row, column ?? "");
  return unfit;
}

function cellsOf(columns: TableColumns, language: Language) {
  return columns.read({
    codes: columns.texts("code"),
    lines: columns.amounts("line", 0),
    kinds: columns.choices("kind", BLANK, () => wordLookup(termKinds, language)),
    values: columns.amounts("value", VALUE_DECIMALS),
    months: columns.amounts("months", 0),
    day: columns.amounts("day", 0),
    days: columns.amounts("days", 0),
    ends: columns.choices("endOfMonth", BLANK, () => wordLookup(monthEnds, language)),
    discounts: columns.rates("discountPercent"),
    discountDays: columns.amounts("discountDays", 0),
    bases: columns.choices("discountBase", BLANK, () => wordLookup(discountBases, language)),
  });
}

/** Code and line of every row, "" where the code is blank. */
function keysOf({
  codes,
  lines,
}: {
  readonly codes: readonly string[];
  readonly lines: Float64Array;
}): readonly string[] {
  return codes.map((code, row) => (code === "" ? "" : `${code} ${String(lines[row])}`));
}
