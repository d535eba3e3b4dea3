import type { Area } from "../../engine/address";
import { refusal } from "../host-error";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import { usedArea } from "./used-area";
import { intersection } from "../../engine/address";

/** What `clear` takes away, by the word for it: contents, formats or both. */
const kinds: ReadonlyMap<string, { readonly contents: boolean; readonly formats: boolean }> = new Map([
  ["All", { contents: true, formats: true }],
  ["Contents", { contents: true, formats: false }],
  ["Formats", { contents: false, formats: true }],
]);

/** Empties cells, or takes away how they look. */
export function clearCells(session: Session, place: Place, what: string): void {
  const kind = kinds.get(what);
  if (kind === undefined) throw refusal("InvalidArgument", `Nothing is cleared by "${what}".`);
  const used = usedArea(place.sheet, false);
  const area = used === null ? null : intersection(place.area, used);
  if (area === null) return;
  forEachCell(area, (row, column) => {
    const { sheet } = place;
    const isFilled = sheet.cell(row, column) !== null || sheet.formula(row, column) !== null;
    if (kind.contents && isFilled) sheet.write(row, column, null);
    if (kind.formats && sheet.style(row, column) !== 0) sheet.restyle(row, column, 0);
  });
  if (kind.contents)
    session.counters.cellsWritten += (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/** Does something for each cell, row by row. */
export function forEachCell(area: Area, work: (row: number, column: number) => void): void {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) work(row, column);
  }
}
