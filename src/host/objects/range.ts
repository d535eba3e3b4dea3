import { refusal } from "../host-error";
import type { Place } from "../session/place";
import { covers, overlaps } from "../../engine/address";
import type { Table } from "../../engine/table";
import type { Json } from "../wire/json";
import type { Kind, Scalar } from "./kind";
import { addressOf, isEntireColumn, isEntireRow } from "./range-address";
import { cellCount } from "./range-cells";
import { rangeValues } from "./range-values";
import { insertAt, rangeEdits } from "./range-edits";
import { rangeLines } from "./range-lines";
import { rangeWays } from "./range-ways";
import { surrounding } from "../../engine/surrounding";

const read = (get: (place: Place) => Json): Scalar<Place> => ({ get });

/** Cells of a sheet. */
export const range: Kind<Place> = {
  scalars: {
    Address: read(addressOf),
    AddressLocal: read(addressOf),
    CellCount: read(({ area }) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area))),
    RowIndex: read(({ area }) => area.top),
    ColumnIndex: read(({ area }) => area.left),
    RowCount: read(({ area }) => area.bottom - area.top + 1),
    ColumnCount: read(({ area }) => area.right - area.left + 1),
    IsEntireRow: read(({ area }) => isEntireRow(area)),
    IsEntireColumn: read(({ area }) => isEntireColumn(area)),
    ...rangeLines,
    ...rangeValues,
  },
  ways: {
    ...rangeWays,
    Insert: insertAt,
    Sort: (place) => ({ kind: "RangeSort", self: place }),
    Format: (place) => ({ kind: "RangeFormat", self: place }),
    DataValidation: (place) => ({ kind: "DataValidation", self: place }),
    GetTables: (place, given, { book }) => ({
      kind: "TableScopedCollection",
      self: tablesWithin(place, book.tablesOn(place.sheet), given.flag(0)),
    }),
    GetSurroundingRegion: (place) => ({
      kind: "Range",
      self: place.at(surrounding(place.sheet, place.area)),
    }),
  },
  methods: {
    ...rangeEdits,
    /** Asked by office.js before it writes in chunks. */
    _ValidateArraySize: ({ area }, given) => {
      const isSame =
        given.whole(0) === area.bottom - area.top + 1 && given.whole(1) === area.right - area.left + 1;
      if (!isSame) throw refusal("InvalidArgument", "The values do not have the size of the range.");
      return null;
    },
    _KeepReference: (place, _given, session) => {
      session.places.keep(place);
      return null;
    },
    Select: (place, _given, session) => {
      session.selection.select(place.sheet, place.area);
      return null;
    },
  },
};

function tablesWithin({ area }: Place, tables: readonly Table[], isWhole: boolean): readonly Table[] {
  return tables.filter((table) => (isWhole ? covers(area, table.area) : overlaps(area, table.area)));
}
