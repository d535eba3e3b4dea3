import type { Term } from "../domain/book/masters";
import { NONE } from "../domain/book/lines";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { discountBases, monthEnds, termKinds } from "../registers/words";
import { wordLookup } from "./cells/lookup";
import { BLANK, memberRows, numberAt, priceAt, textAt, wholeAt, wordAt } from "./master-rows";
import type { Source } from "./source";
import { tableColumns, type TableColumns } from "./table-columns";

const VALUE_DECIMALS = 6;
const MOST_MONTHS = 1_200;
const MOST_DAYS = 36_500;

/**
 * The instalments of every condition, in the order of the sheet. Raises what cells have wrong, REQUIRED and
 * DUPLICATE_KEY into `found`.
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
  return rows.map((row) => ({
    code: textAt(read.codes, row),
    line: numberAt(read.lines, row),
    row: row + 1,
    kind: (wordAt(read.kinds, row, termKinds) ?? "remainder") as Term["kind"],
    value: numberAt(read.values, row),
    months: whole("months", row) ?? 0,
    day: whole("day", row) ?? NONE,
    days: whole("days", row) ?? 0,
    endOfMonth: (wordAt(read.ends, row, monthEnds) ?? "none") as Term["endOfMonth"],
    discountPercent: priceAt(read.discounts, row),
    discountDays: whole("discountDays", row),
    discountBase: (wordAt(read.bases, row, discountBases) ?? "gross") as Term["discountBase"],
  }));
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
