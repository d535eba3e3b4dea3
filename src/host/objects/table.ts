import type { Area } from "../../engine/address";
import type { Table } from "../../engine/table";
import { refusal } from "../host-error";
import { Place } from "../session/place";
import { eventTypes } from "../events/event-types";
import type { Kind } from "./kind";
import { registering } from "./registering";
import { asRange, changeTotals, nameTable, removeTable, resize, tableStyles } from "./table-edits";
import type { Thing } from "./thing";

/** A table of the workbook. */
export const table: Kind<Table> = {
  id: (self, { ids }) => ids.of(self),
  scalars: {
    Id: { get: (self, { ids }) => ids.of(self) },
    Name: { get: ({ name }) => name, set: nameTable },
    ShowHeaders: { get: ({ hasHeader }) => hasHeader },
    ShowTotals: { get: ({ hasTotals }) => hasTotals, set: changeTotals },
    ShowFilterButton: { get: ({ filter }) => filter !== null },
    ...tableStyles,
  },
  ways: {
    GetRange: (self) => on(self, self.area),
    GetDataBodyRange: (self) => on(self, bodyArea(self)),
    GetHeaderRowRange: (self) => on(self, headerArea(self)),
    GetTotalRowRange: (self) => on(self, totalsArea(self)),
    ConvertToRange: (self, _given, session) => asRange(self, session),
    AutoFilter: (self) => ({ kind: "AutoFilter", self: { sheet: self.sheet, table: self } }),
    Columns: (self) => ({ kind: "TableColumnCollection", self }),
    Rows: (self) => ({ kind: "TableRowCollection", self }),
    Worksheet: ({ sheet }) => ({ kind: "Worksheet", self: sheet }),
  },
  methods: {
    Resize: resize,
    Delete: (self, _given, session) => removeTable(self, session),
    ...registering<Table>(
      { DataChangedEvent: eventTypes.tableChanged, SelectionChangedEvent: eventTypes.tableSelectionChanged },
      (self, { ids }) => ids.of(self),
    ),
  },
};

/** Cells on the sheet of a table. */
export function on(self: Table, area: Area): Thing {
  return { kind: "Range", self: new Place(self.sheet, area) };
}

/** Every row between header and totals; an empty table has one blank row. */
export function bodyArea(self: Table): Area {
  return { ...self.area, top: self.first, bottom: self.end - 1 };
}

/** The header row; a table that shows none is refused. */
export function headerArea(self: Table): Area {
  if (!self.hasHeader) throw refusal("ItemNotFound", "This table shows no header row.");
  return { ...self.area, bottom: self.area.top };
}

/** The totals row; a table that shows none is refused. */
export function totalsArea(self: Table): Area {
  if (!self.hasTotals) throw refusal("ItemNotFound", "This table shows no totals row.");
  return { ...self.area, top: self.area.bottom };
}
