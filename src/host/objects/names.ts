import type { Sheet } from "../../engine/sheet";
import type { DefinedName } from "../../engine/workbook";
import { refusal } from "../host-error";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import type { Arguments } from "./arguments";
import type { Kind } from "./kind";
import { addressOf, placeOf } from "./range-address";
import { addName, dropName, isSameName, namesOf, nameOf, replaceName } from "./name-list";
import type { NameOfBook, Thing } from "./thing";

/** The names of the workbook, or those that hold on one sheet only. */
export const namedItems: Kind<Sheet | null> = {
  items: (sheet, { book }) => namesOf(book, sheet).map(({ name }) => thing({ name, sheet })),
  item: found,
  ways: {
    Add: (sheet, given, session) => added(sheet, given, session),
    AddFormulaLocal: (sheet, given, session) => added(sheet, given, session),
    GetItemOrNullObject: (sheet, given, session) => found(sheet, given.json(0), session),
  },
  methods: { GetCount: (sheet, _given, { book }) => namesOf(book, sheet).length },
};

/** One name: a range or a formula. */
export const namedItem: Kind<NameOfBook> = {
  id: ({ name }) => name,
  scalars: {
    Name: { get: ({ name }) => name },
    Formula: {
      get: (self, { book }) => `=${nameOf(book, self).formula}`,
      set: (self, value, { book }) => replaceName(book, self, { formula: formulaIn(value) }),
    },
    Value: { get: valueOfName },
    Type: { get: (self, session) => (rangeOf(self, session) === null ? "String" : "Range") },
    Scope: { get: ({ sheet }) => (sheet === null ? "Workbook" : "Worksheet") },
    Visible: {
      get: (self, { book }) => !nameOf(book, self).hidden,
      set: (self, value, { book }) => replaceName(book, self, { hidden: value !== true }),
    },
    Comment: { get: () => "" },
  },
  ways: {
    GetRange: (self, _given, session) => {
      const range = rangeOf(self, session);
      if (range === null) throw refusal("ItemNotFound", `The name ${self.name} is no range.`);
      return { kind: "Range", self: range };
    },
    GetRangeOrNullObject: (self, _given, session) => {
      const range = rangeOf(self, session);
      return range === null ? null : { kind: "Range", self: range };
    },
    Worksheet: ({ sheet }) => {
      if (sheet === null) throw refusal("ItemNotFound", "This name belongs to the whole workbook.");
      return { kind: "Worksheet", self: sheet };
    },
    WorksheetOrNullObject: ({ sheet }) => (sheet === null ? null : { kind: "Worksheet", self: sheet }),
  },
  methods: {
    Delete: (self, _given, { book }) => {
      dropName(book, self);
      return null;
    },
  },
};

function thing(self: NameOfBook): Thing {
  return { kind: "NamedItem", self };
}

function found(sheet: Sheet | null, key: Json, { book }: Session): Thing | null {
  const there = namesOf(book, sheet).find(({ name }) => isSameName(name, key));
  return there === undefined ? null : thing({ name: there.name, sheet });
}

function added(sheet: Sheet | null, given: Arguments, { book }: Session): Thing {
  const range = given.placeOrNull(1);
  const formula = range === null ? formulaIn(given.json(1)) : absolute(addressOf(range));
  const name: DefinedName = { name: given.text(0), formula, sheet: sheet?.name ?? null, hidden: false };
  addName(book, name);
  return thing({ name: name.name, sheet });
}

function formulaIn(value: Json): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return value.startsWith("=") ? value.slice(1) : `"${value.replaceAll('"', '""')}"`;
}

/** `Sheet1!A1:B2` with dollar signs. */
function absolute(address: string): string {
  const at = address.lastIndexOf("!") + 1;
  return address.slice(0, at) + address.slice(at).replace(/[A-Z]+|\d+/g, "$$$&");
}

function rangeOf(self: NameOfBook, session: Session): Place | null {
  const { formula } = nameOf(session.book, self);
  try {
    return placeOf(session, self.sheet ?? session.selection.sheet, formula);
  } catch {
    return null;
  }
}

/** A text, number or flag itself; of a range its address, as Excel answers. */
function valueOfName(self: NameOfBook, session: Session): Json {
  const range = rangeOf(self, session);
  if (range !== null) return addressOf(range);
  const { formula } = nameOf(session.book, self);
  const [, text = null] = /^"((?:[^"]|"")*)"$/.exec(formula) ?? [];
  if (text !== null) return text.replaceAll('""', '"');
  return formula === "" || Number.isNaN(Number(formula)) ? formula : Number(formula);
}
