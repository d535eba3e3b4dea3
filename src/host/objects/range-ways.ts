import { type Area, intersection, sheetLimits } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import { refusal } from "../host-error";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import type { Arguments } from "./arguments";
import type { Kind } from "./kind";
import type { Thing } from "./thing";
import { everyCell, placeOf } from "./range-address";
import { usedArea } from "./used-area";

type Ways = NonNullable<Kind<Place>["ways"]>;

/** From a range to other ranges of its sheet, and to the sheet. */
export const rangeWays: Ways = {
  GetCell: (place, given) => {
    const { top, left } = place.area;
    return cells(place, oneCell(top + given.whole(0), left + given.whole(1)));
  },
  GetRow: (place, given) => {
    const top = place.area.top + given.whole(0);
    return cells(place, { ...place.area, top, bottom: top });
  },
  GetColumn: (place, given) => {
    const left = place.area.left + given.whole(0);
    return cells(place, { ...place.area, left, right: left });
  },
  GetLastCell: (place) => cells(place, oneCell(place.area.bottom, place.area.right)),
  GetLastRow: (place) => cells(place, { ...place.area, top: place.area.bottom }),
  GetLastColumn: (place) => cells(place, { ...place.area, left: place.area.right }),
  GetEntireRow: (place) => cells(place, { ...place.area, left: 0, right: everyCell.right }),
  GetEntireColumn: (place) => cells(place, { ...place.area, top: 0, bottom: everyCell.bottom }),
  GetOffsetRange: (place, given) => cells(place, moved(place.area, given.whole(0), given.whole(1))),
  GetResizedRange: (place, given) => cells(place, grown(place.area, given.whole(0), given.whole(1))),
  GetAbsoluteResizedRange: (place, given) => {
    const { top, left } = place.area;
    return cells(place, { top, left, bottom: top + given.whole(0) - 1, right: left + given.whole(1) - 1 });
  },
  GetRowsAbove: (place, given) => cells(place, rowsBeside(place.area, -given.wholeOr(0, 1))),
  GetRowsBelow: (place, given) => cells(place, rowsBeside(place.area, given.wholeOr(0, 1))),
  GetColumnsBefore: (place, given) => cells(place, columnsBeside(place.area, -given.wholeOr(0, 1))),
  GetColumnsAfter: (place, given) => cells(place, columnsBeside(place.area, given.wholeOr(0, 1))),
  GetBoundingRect: (place, given, session) =>
    cells(place, bounding(place.area, other(place, given, session))),
  GetIntersection: (place, given, session) => {
    const common = intersection(place.area, other(place, given, session));
    if (common === null) throw refusal("ItemNotFound", "The ranges share no cell.");
    return cells(place, common);
  },
  GetIntersectionOrNullObject: (place, given, session) => {
    const common = intersection(place.area, other(place, given, session));
    return common === null ? null : cells(place, common);
  },
  GetUsedRange: (place, given) => {
    const used = usedWithin(place, given);
    return cells(place, used ?? oneCell(place.area.top, place.area.left));
  },
  GetUsedRangeOrNullObject: (place, given) => {
    const used = usedWithin(place, given);
    return used === null ? null : cells(place, used);
  },
  Worksheet: (place) => ({ kind: "Worksheet", self: place.sheet }),
};

/** The range of these cells on the sheet of the place; cells beyond the sheet's edge are refused. */
function cells(place: Place, area: Area): Thing {
  return { kind: "Range", self: place.at(onSheet(area)) };
}

/** The area of one cell. */
export function oneCell(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column };
}

/** The area as it is; one that leaves the sheet, or has no cell, is refused. */
export function onSheet(area: Area): Area {
  const { top, left, bottom, right } = area;
  const isThere =
    top >= 0 &&
    left >= 0 &&
    top <= bottom &&
    left <= right &&
    bottom < sheetLimits.rows &&
    right < sheetLimits.columns;
  if (!isThere) throw refusal("InvalidArgument", "These cells are not on the sheet.");
  return area;
}

function usedWithin(place: Place, given: Arguments): Area | null {
  const used = usedArea(place.sheet, given.flag(0));
  return used === null ? null : intersection(place.area, used);
}

/** A range given as an object or as an address. */
function other(place: Place, given: Arguments, session: Session): Area {
  const range = given.placeOrNull(0) ?? placeOf(session, place.sheet, given.text(0));
  return sameSheet(place.sheet, range).area;
}

function sameSheet(sheet: Sheet, range: Place): Place {
  if (range.sheet !== sheet) throw refusal("InvalidArgument", "The ranges are on different sheets.");
  return range;
}

function bounding(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

function moved({ top, left, bottom, right }: Area, rows: number, columns: number): Area {
  return { top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns };
}

function grown(area: Area, rows: number, columns: number): Area {
  return { ...area, bottom: area.bottom + rows, right: area.right + columns };
}

/** So many rows below the area, or above it where the count is negative. */
function rowsBeside(area: Area, count: number): Area {
  return count > 0
    ? { ...area, top: area.bottom + 1, bottom: area.bottom + count }
    : { ...area, top: area.top + count, bottom: area.top - 1 };
}

function columnsBeside(area: Area, count: number): Area {
  return count > 0
    ? { ...area, left: area.right + 1, right: area.right + count }
    : { ...area, left: area.left + count, right: area.left - 1 };
}
