import type { Area } from "../../engine/address";
import type { Table } from "../../engine/table";
import { refusal } from "../host-error";
import { Place } from "../session/place";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import type { Kind } from "./kind";
import type { ColumnOfTable, Thing } from "./thing";
import { rangeValues } from "./range-values";
import { addColumns, nameColumn, removeColumn } from "./table-line-edits";
import { bodyArea, headerArea, on, totalsArea } from "./table";

/** The columns of a table from left to right. */
export const tableColumns: Kind<Table> = {
  scalars: { Count: { get: ({ headers }) => headers.length } },
  items: (table, session) => table.headers.map((header) => column(session, table, header)),
  item: found,
  ways: {
    GetItemOrNullObject: (table, given, session) => found(table, given.json(0), session),
    Add: (table, given, session) => column(session, table, table.headers[addColumns(table, given, session)]),
    GetItemAt: (table, given, session) => {
      const header = table.headers.at(given.whole(0));
      if (header === undefined) throw refusal("InvalidArgument", "There is no column of that number.");
      return column(session, table, header);
    },
  },
  methods: { GetCount: ({ headers }) => headers.length },
};

/** One column of a table. */
export const tableColumn: Kind<ColumnOfTable> = {
  id: ({ id }) => id,
  scalars: {
    Id: { get: ({ id }) => id },
    Index: { get: columnIndexOf },
    Name: {
      get: headerOf,
      set: (self, value, session) =>
        nameColumn(self.table, { at: columnIndexOf(self, session), value }, session),
    },
    Values: {
      get: (self, session) => rangeValues["Values"].get(wholeColumn(self, session), session),
      set: (self, value, session) => rangeValues["Values"].set?.(wholeColumn(self, session), value, session),
    },
  },
  ways: {
    Filter: (self) => ({ kind: "Filter", self }),
    GetRange: (self, _given, session) => on(self.table, within(self, session, self.table.area)),
    GetDataBodyRange: (self, _given, session) => on(self.table, within(self, session, bodyArea(self.table))),
    GetHeaderRowRange: (self, _given, session) =>
      on(self.table, within(self, session, headerArea(self.table))),
    GetTotalRowRange: (self, _given, session) =>
      on(self.table, within(self, session, totalsArea(self.table))),
  },
  methods: {
    Delete: (self, _given, session) => removeColumn(self.table, columnIndexOf(self, session), session),
  },
};

/** The place of a column in its table, 0-based; a column that is gone is refused. */
export function columnIndexOf({ table, id }: ColumnOfTable, { ids }: Session): number {
  const header = ids.header(table, id);
  if (header === null) throw refusal("ItemNotFound", "This column is no longer in its table.");
  return table.headers.indexOf(header);
}

function headerOf(self: ColumnOfTable, session: Session): string {
  return self.table.headers[columnIndexOf(self, session)];
}

function wholeColumn(self: ColumnOfTable, session: Session): Place {
  return new Place(self.table.sheet, within(self, session, self.table.area));
}

function within(self: ColumnOfTable, session: Session, rows: Area): Area {
  const left = self.table.left + columnIndexOf(self, session);
  return { ...rows, left, right: left };
}

/** A column by its header, in any case, or by its id. */
function found(table: Table, key: Json, session: Session): Thing | null {
  if (typeof key === "number") {
    return session.ids.header(table, key) === null ? null : { kind: "TableColumn", self: { table, id: key } };
  }
  const wanted = typeof key === "string" ? key.toLowerCase() : null;
  const header = table.headers.find((name) => name.toLowerCase() === wanted);
  return header === undefined ? null : column(session, table, header);
}

function column({ ids }: Session, table: Table, header: string): Thing {
  return { kind: "TableColumn", self: { table, id: ids.column(table, header) } };
}
