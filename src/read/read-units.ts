import type { AlternativeUnit } from "../domain/book/masters";
import { NONE } from "../domain/book/lines";
import type { Finding } from "../domain/kernel/finding";
import type { Lookup } from "./cells/cell-column";
import { memberRows, textAt, wholeAt } from "./master-rows";
import type { Source } from "./source";
import { tableColumns, type TableColumns } from "./table-columns";

const MOST_FACTOR = 1_000_000_000;

/**
 * A factor from 1 up; a blank one is `blank`, or REQUIRED where that is null. A faulty row has been reported.
 */
function factorAt(columns: TableColumns, row: number, factor: Factor): number | null {
  const { id, cells, blank } = factor;
  const typed = cells[row] ?? NaN;
  if (!Number.isNaN(typed)) return wholeAt(columns, row, { id, value: typed, least: 1, most: MOST_FACTOR });
  if (blank === null && columns.faulty[row] !== 1) columns.raise(row, id, { code: "REQUIRED", facts: {} });
  return blank;
}

interface Factor {
  readonly id: string;
  readonly cells: Float64Array;
  readonly blank: number | null;
}

/**
 * The units of rows that can be read whole. Raises what cells have wrong, REQUIRED and DUPLICATE_KEY into
 * `found`.
 */
export function readUnits(
  source: Source | null,
  items: Lookup,
  found: Finding[],
): readonly AlternativeUnit[] {
  const columns = tableColumns([source], found);
  const { places, names, above, below, barcodes } = columns.read({
    places: columns.codes("item", items),
    names: columns.texts("unit"),
    above: columns.amounts("numerator", 0),
    below: columns.amounts("denominator", 0),
    barcodes: columns.texts("barcode"),
  });
  const numerators = { id: "numerator", cells: above, blank: null };
  const denominators = { id: "denominator", cells: below, blank: 1 };
  const keys = names.map((unit, row) => (unit === "" ? "" : `${String(places[row])} ${unit}`));
  return memberRows(columns, { id: "unit", keys, names }).flatMap((row) => {
    const item = places[row] ?? NONE;
    const numerator = factorAt(columns, row, numerators);
    const denominator = factorAt(columns, row, denominators);
    if (item === NONE && columns.faulty[row] !== 1)
      columns.raise(row, "item", { code: "REQUIRED", facts: {} });
    if (columns.faulty[row] === 1 || numerator === null || denominator === null) return [];
    return [{ item, unit: textAt(names, row), numerator, denominator, barcode: textAt(barcodes, row) }];
  });
}
