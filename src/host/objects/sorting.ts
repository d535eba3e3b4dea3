import type { Area } from "../../engine/address";
import { type SortKey, sortRows } from "../../engine/sort/sort-rows";
import type { Table } from "../../engine/table";
import { eventTypes } from "../events/event-types";
import { tellOfSheet } from "../events/telling";
import { refusal } from "../host-error";
import { edit } from "../session/edit";
import { Place } from "../session/place";
import type { Session } from "../session/session";
import { isJsonObject, type Json, listIn } from "../wire/json";
import type { Kind } from "./kind";
import { cellsName } from "./range-address";

/** Sorts the rows of a range. */
export const rangeSort: Kind<Place> = {
  methods: {
    Apply: (place, given, session) => {
      if (given.textOr(3, "Rows") !== "Rows") throw refusal("NotImplemented", "Columns are not sorted here.");
      const top = place.area.top + (given.flag(2) ? 1 : 0);
      return sort(session, place.at({ ...place.area, top }), given.json(0));
    },
  },
};

/** Sorts the body of a table, and knows by what. */
export const tableSort: Kind<Table> = {
  scalars: {
    Fields: { get: (table, { sorts }) => sorts.get(table) ?? [] },
    MatchCase: { get: () => false },
    Method: { get: () => "PinYin" },
  },
  methods: {
    Apply: (table, given, session) => {
      session.sorts.set(table, given.json(0));
      return sort(session, new Place(table.sheet, table.body), given.json(0));
    },
    Clear: (table, _given, { sorts }) => {
      sorts.delete(table);
      return null;
    },
    Reapply: (table, _given, session) => {
      const fields = session.sorts.get(table) ?? null;
      return fields === null ? null : sort(session, new Place(table.sheet, table.body), fields);
    },
  },
};

function sort(session: Session, { sheet, area }: Place, fields: Json): null {
  const keys = listIn(fields).map((field) => keyIn(field, area));
  if (keys.length === 0) throw refusal("InvalidArgument", "Nothing to sort by.");
  edit(session, { sheet, right: "sort" }, () => sortRows(sheet, { area, keys }));
  if (session.runtime.enableEvents) {
    const fields = { address: cellsName(area) };
    const event = { type: eventTypes.worksheetRowSorted, fields };
    tellOfSheet({ session, doer: "add-in" }, sheet, event);
  }
  return null;
}

function keyIn(field: Json, { left, right }: Area): SortKey {
  if (!isJsonObject(field)) throw refusal("InvalidArgument", "A field to sort by is an object.");
  const { key, ascending, sortOn = "Value" } = field;
  if (sortOn !== null && sortOn !== "Value") throw refusal("NotImplemented", "Only values are sorted by.");
  const isThere = typeof key === "number" && key >= 0 && key <= right - left;
  if (!isThere) throw refusal("InvalidArgument", "A sort key is the place of a column.");
  return { column: key, descending: ascending === false };
}
