import type { Sheet } from "../../engine/sheet";
import type { Table } from "../../engine/table";
import { addTable, freshTableName } from "../../engine/structure/tables";
import { edit } from "../session/edit";
import type { Arguments } from "./arguments";
import { placeOf } from "./range-address";
import { refusal } from "../host-error";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import { eventTypes } from "../events/event-types";
import { wholeWorkbook } from "../events/listened";
import type { Kind } from "./kind";
import { registering } from "./registering";
import type { Thing } from "./thing";

const tableEvents = {
  DataChangedEvent: eventTypes.tableChanged,
  AddedEvent: eventTypes.tableAdded,
  DeletedEvent: eventTypes.tableDeleted,
} as const;

const thing = (self: Table): Thing => ({ kind: "Table", self });

/** The tables of the workbook, or of one sheet. */
export const tables: Kind<Sheet | null> = {
  scalars: { Count: { get: (sheet, session) => tablesOf(session, sheet).length } },
  items: (sheet, session) => tablesOf(session, sheet).map(thing),
  item: (sheet, key, session) => found(session, tablesOf(session, sheet), key),
  ways: {
    Add: added,
    GetItemOrNullObject: (sheet, given, session) => found(session, tablesOf(session, sheet), given.json(0)),
    GetItemAt: (sheet, given, session) => {
      const table = tablesOf(session, sheet).at(given.whole(0));
      if (table === undefined) throw refusal("InvalidArgument", "There is no table of that number.");
      return thing(table);
    },
  },
  methods: {
    GetCount: (sheet, _given, session) => tablesOf(session, sheet).length,
    ...registering<Sheet | null>(tableEvents, (sheet, { ids }) =>
      sheet === null ? wholeWorkbook : ids.of(sheet),
    ),
  },
};

/** The tables that a range touches. */
export const tablesOfRange: Kind<readonly Table[]> = {
  items: (list) => list.map(thing),
  item: (list, key, session) => found(session, list, key),
  ways: {
    GetFirst: (list) => {
      const first = list.at(0);
      if (first === undefined) throw refusal("ItemNotFound", "No table touches this range.");
      return thing(first);
    },
    GetItemOrNullObject: (list, given, session) => found(session, list, given.json(0)),
  },
  methods: { GetCount: (list) => list.length },
};

function tablesOf({ book }: Session, sheet: Sheet | null): readonly Table[] {
  return sheet === null ? book.tables() : book.tablesOn(sheet);
}

function found({ ids }: Session, list: readonly Table[], key: Json): Thing | null {
  if (typeof key !== "string") return null;
  const wanted = key.toLowerCase();
  const table =
    list.find((one) => ids.of(one) === key) ?? list.find(({ name }) => name.toLowerCase() === wanted);
  return table === undefined ? null : thing(table);
}

/** Makes cells a table; cells below move down where a header row must be put in. */
function added(home: Sheet | null, given: Arguments, session: Session): Thing {
  const { book, selection, words } = session;
  const { sheet, area } = given.placeOrNull(0) ?? placeOf(session, home ?? selection.sheet, given.text(0));
  const hasHeader = given.flag(1);
  const name = freshTableName(book, words.table);
  return thing(edit(session, { sheet, right: null }, () => addTable(book, sheet, { area, hasHeader, name })));
}
