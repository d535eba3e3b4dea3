import { type Area, sheetLimits } from "../../engine/address";
import { refusal } from "../host-error";
import { mayWriteCells } from "../session/edit";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import { isJsonList, type Json } from "../wire/json";

/** Reads one cell of the range's sheet as JSON. */
export type CellReader = (row: number, column: number) => Json;

/** Writes one cell of the range's sheet from JSON. */
export type CellWriter = (row: number, column: number, value: Json) => void;

/** How many cells an area has. */
export function cellCount({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Cells as rows of a list; null for whole columns and rows, and for more than Excel reads at once. */
export function readCells(session: Session, place: Place, read: CellReader): Json {
  const { top, left, bottom, right } = place.area;
  const count = cellCount(place.area);
  if (isUnbounded(place.area) || count > session.moods.readLimit) return null;
  session.counters.cellsRead += count;
  const rows: Json[] = [];
  for (let row = top; row <= bottom; row++) {
    const cells: Json[] = [];
    for (let column = left; column <= right; column++) cells.push(read(row, column));
    rows.push(cells);
  }
  return rows;
}

/** What a range is to hold, and how one of its cells takes it. */
export interface Writing {
  readonly value: Json;
  readonly write: CellWriter;
}

/** Rows of a list of the same shape, or one value for every cell, written where they are not null. */
export function writeCells(session: Session, place: Place, { value, write }: Writing): void {
  const { top, left, bottom, right } = place.area;
  const cellAt = cellsToWrite(session, place, value);
  const writeOne = (row: number, column: number) => {
    const cell = cellAt(row - top, column - left);
    if (cell !== null) write(row, column, cell);
  };
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) writeOne(row, column);
  }
}

/** What each cell of a range is to hold, by its place in the range; null = it stays. Refuses and counts. */
export function cellsToWrite(
  session: Session,
  place: Place,
  value: Json,
): (row: number, column: number) => Json {
  const { top, left } = place.area;
  mayWriteCells(session, place);
  const cellAt = cellsGiven(place.area, value);
  const count = cellCount(place.area);
  if (count === 1) session.lastCell.remember(place.sheet, top, left);
  else session.lastCell.forget();
  session.counters.cellsWritten += count - nullsIn(value);
  return cellAt;
}

function nullsIn(value: Json): number {
  if (value === null) return 1;
  return isJsonList(value) ? value.reduce<number>((count, inner) => count + nullsIn(inner), 0) : 0;
}

function cellsGiven(area: Area, value: Json): (row: number, column: number) => Json {
  if (!isJsonList(value)) {
    if (isUnbounded(area)) throw refusal("InvalidArgument", "A whole column or row cannot be filled so.");
    return () => value;
  }
  const rows = value.filter(isJsonList);
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  const isWhole = rows.length === value.length && rows.length === height;
  if (!isWhole || rows.some(({ length }) => length !== width)) throw wrongShape(height, width);
  return (row, column) => rows[row][column];
}

function wrongShape(height: number, width: number): Error {
  return refusal("InvalidArgument", `The values do not have the size of the range, ${height} × ${width}.`);
}

/** True for whole columns and whole rows. */
export function isUnbounded({ top, left, bottom, right }: Area): boolean {
  return bottom - top + 1 === sheetLimits.rows || right - left + 1 === sheetLimits.columns;
}
