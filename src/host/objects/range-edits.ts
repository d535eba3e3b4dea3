import type { Area } from "../../engine/address";
import { changeColumns, changeRows, columnLook, mergeCells, rowLook } from "../../engine/sheet-settings";
import { deleteCells, insertCells } from "../../engine/structure/shift-cells";
import { overlaps } from "../../engine/address";
import { refusal } from "../host-error";
import { edit } from "../session/edit";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import type { Arguments } from "./arguments";
import type { Kind } from "./kind";
import { clearCells, forEachCell } from "./clear-cells";
import { copyInto } from "./copy-cells";
import { placeOf } from "./range-address";
import type { Thing } from "./thing";
import { isUnbounded } from "./range-cells";

type Methods = NonNullable<Kind<Place>["methods"]>;

/** What a range does to its cells and to those beside them. */
export const rangeEdits: Methods = {
  Clear: (place, given, session) =>
    edited(session, place, () => clearCells(session, place, given.textOr(0, "All"))),
  Delete: (place, given, session) => {
    const shift = given.textOr(0, "Up");
    if (shift !== "Up" && shift !== "Left") throw refusal("InvalidArgument", `A shift to ${shift}.`);
    const pull = shift === "Up" ? "up" : "left";
    return edited(session, place, () => deleteCells(session.book, place.sheet, { area: place.area, pull }));
  },
  CopyFrom: (place, given, session) =>
    edited(session, place, () =>
      copyInto(session, place, {
        source: given.placeOrNull(0) ?? placeOf(session, place.sheet, given.text(0)),
        what: given.textOr(1, "All"),
        skipsBlanks: given.flag(2),
        transposes: given.flag(3),
      }),
    ),
  Merge: (place, given, session) => edited(session, place, () => merge(place, given.flag(0))),
  Unmerge: (place, _given, session) => edited(session, place, () => mergeCells(place.sheet, unmerged(place))),
  Group: (place, given, session) => edited(session, place, () => group(place, given, 1)),
  Ungroup: (place, given, session) => edited(session, place, () => group(place, given, -1)),
  Calculate: () => null,
};

/** Puts blank cells where the range is; what stood there moves down or right. */
export function insertAt(place: Place, given: Arguments, session: Session): Thing {
  const shift = given.textOr(0, "Down");
  if (shift !== "Down" && shift !== "Right") throw refusal("InvalidArgument", `A shift to ${shift}.`);
  const { area } = place;
  const push = shift === "Down" ? "down" : "right";
  edited(session, place, () => insertCells(session.book, place.sheet, { area, push }));
  return { kind: "Range", self: place.at(area) };
}

function edited(session: Session, place: Place, work: () => void): Json {
  edit(session, { sheet: place.sheet, right: null }, work);
  return null;
}

function unmerged({ sheet, area }: Place): readonly Area[] {
  return sheet.merges.filter((merged) => !overlaps(merged, area));
}

/** One cell of all; the cells but the first lose what they hold. */
function merge(place: Place, across: boolean): void {
  const { sheet, area } = place;
  if (isUnbounded(area)) throw refusal("InvalidArgument", "Whole columns and rows cannot be merged here.");
  const rows = across ? rowsOf(area).map((row) => ({ ...area, top: row, bottom: row })) : [area];
  for (const merged of rows) emptyButFirst(place, merged);
  mergeCells(sheet, [...unmerged(place), ...rows]);
}

function emptyButFirst({ sheet }: Place, area: Area): void {
  forEachCell(area, (row, column) => {
    const isFirst = row === area.top && column === area.left;
    if (!isFirst && sheet.cell(row, column) !== null) sheet.write(row, column, null);
  });
}

/** Puts rows or columns one step deeper into an outline, or takes them out by one. */
function group(place: Place, given: Arguments, step: number): void {
  const option = given.text(0);
  if (option === "ByRows") groupRows(place, step);
  else if (option === "ByColumns") groupColumns(place, step);
  else throw refusal("InvalidArgument", `A group ${option}.`);
}

/** Rows of one depth change together. */
function groupRows({ sheet, area }: Place, step: number): void {
  const rows = rowsOf(area).map((row) => ({ row, depth: rowLook(sheet, row).outline }));
  for (const depth of new Set(rows.map((one) => one.depth))) {
    const alike = rows.filter((one) => one.depth === depth).map(({ row }) => row);
    changeRows(sheet, alike, { outline: within(depth + step) });
  }
}

function groupColumns({ sheet, area }: Place, step: number): void {
  for (let column = area.left; column <= area.right; column++) {
    const outline = within(columnLook(sheet, column).outline + step);
    changeColumns(sheet, { from: column, to: column }, { outline });
  }
}

/** Excel has seven levels. */
function within(outline: number): number {
  return Math.min(Math.max(outline, 0), 7);
}

function rowsOf({ top, bottom }: Area): readonly number[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
}
