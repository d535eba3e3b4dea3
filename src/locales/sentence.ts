import type { Finding } from "../domain/kernel/finding";
import { type PlaceNames, type Telling, told } from "./telling";

/** A finding as a person reads it: where, what, why with its figures, and what to do. */
export function sentence(telling: Telling, finding: Finding, names: PlaceNames): string {
  const { table, column } = finding;
  const title = table === null ? null : (names.table(table) ?? table);
  const header = table === null || column === null ? null : (names.column(table, column) ?? column);
  return (
    telling.where(title, rowOf(finding, names), header) +
    telling.sentences[finding.code](told(finding, names))
  );
}

/** The row as its sheet shows it; 0 where none is meant. */
function rowOf({ table, row }: Finding, names: PlaceNames): number {
  return table === null || row === 0 ? row : names.row(table, row);
}
