import type { Area } from "../../engine/address";
import type { Table } from "../../engine/table";
import { refusal } from "../host-error";
import { Place } from "../session/place";
import { eventTypes } from "../events/event-types";
import type { Kind } from "./kind";
import { clearFilter, reapplyFilter, removeFilter } from "./filtering";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
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
    ShowFilterButton: { get: ({ filter }) => filter !== null, set: showFilterButton },
    ...tableStyles,
  },
  ways: {
    GetRange: (self) => on(self, self.area),
    GetDataBodyRange: (self) => on(self, bodyArea(self)),
    GetHeaderRowRange: (self) => on(self, headerArea(self)),
    GetTotalRowRange: (self) => on(self, totalsArea(self)),
    ConvertToRange: (self, _given, session) => asRange(self, session),
    Sort: (self) => ({ kind: "TableSort", self }),
    AutoFilter: (self) => ({ kind: "AutoFilter", self: { sheet: self.sheet, table: self } }),
    Columns: (self) => ({ kind: "TableColumnCollection", self }),
    Rows: (self) => ({ kind: "TableRowCollection", self }),
    Worksheet: ({ sheet }) => ({ kind: "Worksheet", self: sheet }),
  },
  methods: {
    Resize: resize,
    ClearFilters: (self, _given, session) => clearFilter(session, { sheet: self.sheet, table: self }),
    ReapplyFilters: (self, _given, session) => reapplyFilter(session, { sheet: self.sheet, table: self }),
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

/** Without its buttons a table filters nothing. */
function showFilterButton(table: Table, value: Json, session: Session): void {
  const of = { sheet: table.sheet, table };
  if (value === true) clearFilter(session, of);
  else removeFilter(session, of);
}
