import type { Area } from "../../engine/address";
import { changeColumns, changeRows, columnLook, rowLook } from "../../engine/sheet-settings";
import { refusal } from "../host-error";
import { edit } from "../session/edit";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import type { Kind } from "./kind";
import { alignment } from "./cell-looks";
import { common } from "./common-value";

/** Of the standard font: a column is so many points a character wide, and its border. */
const [pointsPerCharacter, pointsOfBorder, standardWidth, standardHeight] = [5.25, 3.75, 8.43, 15];

/** How cells look. Where they differ, a property is null. */
export const rangeFormat: Kind<Place> = {
  scalars: {
    ...alignment,
    ColumnWidth: {
      get: (place) =>
        common(columns(place.area), (column) => pointsOf(columnLook(place.sheet, column).width)),
      set: setWidth,
    },
    RowHeight: {
      get: (place) => common(rows(place.area), (row) => rowLook(place.sheet, row).height ?? standardHeight),
      set: setHeight,
    },
  },
  ways: {
    Fill: (place) => ({ kind: "RangeFill", self: place }),
    Font: (place) => ({ kind: "RangeFont", self: place }),
    Protection: (place) => ({ kind: "FormatProtection", self: place }),
  },
};

function pointsOf(width: number | null): number {
  return (width ?? standardWidth) * pointsPerCharacter + pointsOfBorder;
}

function setWidth(place: Place, value: Json, session: Session): void {
  if (typeof value !== "number" || value < 0) throw refusal("InvalidArgument", "A width is a number.");
  const width = Math.max((value - pointsOfBorder) / pointsPerCharacter, 0);
  const { left: from, right: to } = place.area;
  edit(session, { sheet: place.sheet, right: "formatColumns" }, () =>
    changeColumns(place.sheet, { from, to }, { width }),
  );
}

function setHeight(place: Place, value: Json, session: Session): void {
  if (typeof value !== "number" || value < 0) throw refusal("InvalidArgument", "A height is a number.");
  edit(session, { sheet: place.sheet, right: "formatRows" }, () =>
    changeRows(place.sheet, rows(place.area), { height: value }),
  );
}

function* rows({ top, bottom }: Area): Iterable<number> {
  for (let row = top; row <= bottom; row++) yield row;
}

function* columns({ left, right }: Area): Iterable<number> {
  for (let column = left; column <= right; column++) yield column;
}
