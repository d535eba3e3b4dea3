import type { Sheet } from "../../engine/sheet";
import { Place } from "../session/place";
import type { Kind } from "./kind";
import type { Thing } from "./thing";
import { everyCell, placeOf } from "./range-address";
import { oneCell, onSheet } from "./range-ways";
import { registering, sheetEvents } from "./registering";
import { usedArea } from "./used-area";

const visibilities = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** One sheet. */
export const worksheet: Kind<Sheet> = {
  id: (sheet, { ids }) => ids.of(sheet),
  scalars: {
    Id: { get: (sheet, { ids }) => ids.of(sheet) },
    Name: { get: ({ name }) => name },
    Position: { get: (sheet, { book }) => book.sheets.indexOf(sheet) },
    Visibility: { get: ({ visibility }) => visibilities[visibility] },
  },
  ways: {
    GetRange: (sheet, given, session) => {
      const address = given.textOr(0, "");
      return range(address === "" ? new Place(sheet, everyCell) : placeOf(session, sheet, address));
    },
    GetCell: (sheet, given) => range(new Place(sheet, onSheet(oneCell(given.whole(0), given.whole(1))))),
    GetRangeByIndexes: (sheet, given) => {
      const [top, left] = [given.whole(0), given.whole(1)];
      const area = { top, left, bottom: top + given.whole(2) - 1, right: left + given.whole(3) - 1 };
      return range(new Place(sheet, onSheet(area)));
    },
    GetUsedRange: (sheet, given) => range(new Place(sheet, usedArea(sheet, given.flag(0)) ?? oneCell(0, 0))),
    GetUsedRangeOrNullObject: (sheet, given) => {
      const used = usedArea(sheet, given.flag(0));
      return used === null ? null : range(new Place(sheet, used));
    },
    Tables: (sheet) => ({ kind: "TableCollection", self: sheet }),
  },
  methods: {
    Activate: (sheet, _given, { selection }) => {
      selection.activate(sheet);
      return null;
    },
    ...registering<Sheet>(sheetEvents, (sheet, { ids }) => ids.of(sheet)),
  },
};

function range(self: Place): Thing {
  return { kind: "Range", self };
}
