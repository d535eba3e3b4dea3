import type { Sheet } from "../../engine/sheet";
import { addSheet, freshSheetName } from "../../engine/structure/sheets";
import { refusal } from "../host-error";
import { editSheets } from "../session/edit";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import { eventTypes } from "../events/event-types";
import { wholeWorkbook } from "../events/listened";
import type { Kind } from "./kind";
import { registering, sheetEvents } from "./registering";
import type { Thing } from "./thing";

const thing = (self: Sheet): Thing => ({ kind: "Worksheet", self });

const { worksheetAdded: AddedEvent, worksheetDeleted: DeletedEvent, worksheetMoved: EventMoved } = eventTypes;

/** The sheets of the workbook in the order of their tabs. */
export const worksheets: Kind<null> = {
  items: (_self, { book }) => book.sheets.map(thing),
  item: (_self, key, session) => {
    const found = sheetOf(session, key);
    return found === null ? null : thing(found);
  },
  ways: {
    GetItemOrNullObject: (_self, given, session) => {
      const found = sheetOf(session, given.json(0));
      return found === null ? null : thing(found);
    },
    Add: (_self, given, session) => {
      const { book, words } = session;
      const name = given.isGiven(0) ? given.text(0) : freshSheetName(book, words.sheet);
      return thing(editSheets(session, () => addSheet(book, name)));
    },
    GetActiveWorksheet: (_self, _given, { selection }) => thing(selection.sheet),
    GetFirst: (_self, given, session) => thing(sheetAt(session, given.flag(0), 0)),
    GetLast: (_self, given, session) => thing(sheetAt(session, given.flag(0), -1)),
  },
  methods: {
    GetCount: (_self, given, session) => listed(session, given.flag(0)).length,
    ...registering<null>({ ...sheetEvents, AddedEvent, DeletedEvent, EventMoved }, () => wholeWorkbook),
  },
};

/** A sheet by its name or its id. */
function sheetOf({ book, ids }: Session, key: Json): Sheet | null {
  return typeof key === "string" ? (ids.sheet(book, key) ?? book.sheet(key)) : null;
}

function listed({ book }: Session, visibleOnly: boolean): readonly Sheet[] {
  return visibleOnly ? book.sheets.filter(({ visibility }) => visibility === "visible") : book.sheets;
}

function sheetAt(session: Session, visibleOnly: boolean, index: number): Sheet {
  const sheet = listed(session, visibleOnly).at(index);
  if (sheet === undefined) throw refusal("ItemNotFound", "There is no such sheet.");
  return sheet;
}
