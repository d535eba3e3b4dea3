import { type Area, intersection } from "../../engine/address";
import type { LinesLook, MovedCells, WrittenArea } from "../../engine/changes";
import type { Sheet } from "../../engine/sheet";
import { rowLook } from "../../engine/sheet-settings";
import { cellsName, everyCell, isEntireColumn, isEntireRow } from "../objects/range-address";
import { Place } from "../session/place";
import type { JsonObject } from "../wire/json";
import { eventTypes } from "./event-types";
import { type Telling, tellOfSheet, tellOfTable } from "./telling";

interface Changed {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly fields: JsonObject;
}

/** Cells hold something else. Only of a single cell is told what it held before. */
export function tellCells(telling: Telling, { sheet, area }: WrittenArea): void {
  const details = telling.session.lastCell.detailsOf(sheet, area);
  const fields = { changeType: "RangeEdited", shiftDirection: "None", ...details };
  tellChanged(telling, { sheet, area, fields });
}

/** Cells were put in or taken out. */
export function tellMoved(telling: Telling, { kind, sheet, axis, area }: MovedCells): void {
  const done = kind === "insert" ? "Inserted" : "Deleted";
  const fields = { changeType: `${lineOf(area)}${done}`, shiftDirection: directionOf(kind, axis, area) };
  tellChanged(telling, { sheet, area, fields });
}

function lineOf(area: Area): string {
  return isEntireRow(area) ? "Row" : isEntireColumn(area) ? "Column" : "Cell";
}

function directionOf(kind: "insert" | "delete", axis: "rows" | "columns", area: Area): string {
  if (isEntireRow(area) || isEntireColumn(area)) return "None";
  if (kind === "insert") return axis === "rows" ? "ShiftCellDown" : "ShiftCellRight";
  return axis === "rows" ? "ShiftCellUp" : "ShiftCellLeft";
}

function tellChanged(telling: Telling, changed: Changed): void {
  const { sheet, area } = changed;
  tellOfSheet(telling, sheet, { type: eventTypes.worksheetChanged, fields: placed(telling, changed) });
  for (const table of telling.session.book.tablesOn(sheet)) {
    const met = intersection(table.area, area);
    if (met === null) continue;
    const fields = placed(telling, { ...changed, area: met });
    tellOfTable(telling, table, { type: eventTypes.tableChanged, fields });
  }
}

/** Cells look different. */
export function tellFormats(telling: Telling, { sheet, area }: WrittenArea): void {
  const fields = placed(telling, { sheet, area, fields: {} });
  tellOfSheet(telling, sheet, { type: eventTypes.worksheetFormatChanged, fields });
}

/** Formulas have come to something else. */
export function tellResults(telling: Telling, { sheet, area }: WrittenArea): void {
  const fields = { address: cellsName(area) };
  tellOfSheet(telling, sheet, { type: eventTypes.worksheetCalculated, fields });
}

/** Rows are hidden or seen again; that columns are has no event. */
export function tellLines(telling: Telling, { sheet, axis, from, to }: LinesLook): void {
  if (axis === "columns") return;
  const changeType = rowLook(sheet, from).hidden ? "Hidden" : "Unhidden";
  const address = cellsName({ ...everyCell, top: from, bottom: to });
  tellOfSheet(telling, sheet, {
    type: eventTypes.worksheetRowHiddenChanged,
    fields: { changeType, address },
  });
}

/** With the cells as an address, and as a reference that `getRange` of the event takes. */
function placed({ session }: Telling, { sheet, area, fields }: Changed): JsonObject {
  const referenceId = session.eventPlaces.keep(new Place(sheet, area));
  return { ...fields, address: cellsName(area), referenceId };
}
