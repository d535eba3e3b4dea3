import type { Sheet } from "../../engine/sheet";
import type { DefinedName, Workbook } from "../../engine/workbook";
import { refusal } from "../host-error";
import type { NameOfBook } from "./thing";

/** True for a name in any case. */
export function isSameName(name: string, key: unknown): boolean {
  return typeof key === "string" && name.toLowerCase() === key.toLowerCase();
}

/** The names of the whole workbook (null), or those of one sheet. */
export function namesOf(book: Workbook, sheet: Sheet | null): readonly DefinedName[] {
  return book.names.filter((name) => name.sheet === (sheet?.name ?? null));
}

/** What a name stands for; one that is gone is refused. */
export function nameOf(book: Workbook, self: NameOfBook): DefinedName {
  return book.names[indexOf(book, self)];
}

/** A new name; one that is there already, or that a table bears, is refused. */
export function addName(book: Workbook, added: DefinedName): void {
  const isTaken = book.names.some(({ name, sheet }) => sheet === added.sheet && isSameName(name, added.name));
  if (isTaken || book.table(added.name) !== null) {
    throw refusal("ItemAlreadyExists", `The name ${added.name} is taken.`);
  }
  if (!/^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(added.name)) {
    throw refusal("InvalidArgument", `${added.name} cannot be a name.`);
  }
  book.names.push(added);
  book.changes.tell({ kind: "setting", sheet: null });
}

/** Lets a name stand for something else, or hides it. */
export function replaceName(book: Workbook, self: NameOfBook, change: Partial<DefinedName>): void {
  const index = indexOf(book, self);
  book.names[index] = { ...book.names[index], ...change };
  book.changes.tell({ kind: "setting", sheet: null });
}

/** Takes a name out. */
export function dropName(book: Workbook, self: NameOfBook): void {
  book.names.splice(indexOf(book, self), 1);
  book.changes.tell({ kind: "setting", sheet: null });
}

function indexOf(book: Workbook, { name, sheet }: NameOfBook): number {
  const home = sheet?.name ?? null;
  const index = book.names.findIndex((other) => other.sheet === home && isSameName(other.name, name));
  if (index < 0) throw refusal("ItemNotFound", `There is no name ${name}.`);
  return index;
}
