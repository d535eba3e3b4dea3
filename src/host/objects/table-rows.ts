import type { Table } from "../../engine/table";
import { refusal } from "../host-error";
import { Place } from "../session/place";
import type { Area } from "../../engine/address";
import type { Kind } from "./kind";
import type { RowOfTable, Thing } from "./thing";
import { rangeValues } from "./range-values";
import { on } from "./table";
import { addRows, removeRows } from "./table-line-edits";

/** The rows of a table's body from above. */
export const tableRows: Kind<Table> = {
  scalars: { Count: { get: rowCount } },
  items: (table) => Array.from({ length: rowCount(table) }, (_, index) => row(table, index)),
  ways: {
    Add: (table, given, session) => ({ kind: "TableRow", self: addRows(table, given, session) }),
    GetItemAt: (table, given) => {
      const index = given.whole(0);
      if (index < 0 || index >= rowCount(table))
        throw refusal("InvalidArgument", "There is no row of that number.");
      return row(table, index);
    },
  },
  methods: {
    GetCount: rowCount,
    DeleteRowsAt: (table, given, session) => {
      const [from, count] = [given.whole(0), given.wholeOr(1, 1)];
      return removeRows(
        table,
        Array.from({ length: count }, (_, i) => from + i),
        session,
      );
    },
  },
};

/** One row of a table's body: a place, whatever stands there. */
export const tableRow: Kind<RowOfTable> = {
  scalars: {
    Index: { get: ({ index }) => index },
    Values: {
      get: (self, session) => rangeValues["Values"].get(placeOf(self), session),
      set: (self, value, session) => rangeValues["Values"].set?.(placeOf(self), value, session),
    },
  },
  ways: { GetRange: (self) => on(self.table, rowArea(self)) },
  methods: { Delete: ({ table, index }, _given, session) => removeRows(table, [index], session) },
};

function row(table: Table, index: number): Thing {
  return { kind: "TableRow", self: { table, index } };
}

/** Rows on the sheet: an empty table shows one. */
function rowCount(table: Table): number {
  return table.end - table.first;
}

function placeOf(self: RowOfTable): Place {
  return new Place(self.table.sheet, rowArea(self));
}

function rowArea({ table, index }: RowOfTable): Area {
  const top = table.first + index;
  if (top >= table.end) throw refusal("InvalidReference", "This row is no longer in its table.");
  return { ...table.area, top, bottom: top };
}
