import type { Sheet, Visibility } from "../../engine/sheet";
import { colorTab, showSheet } from "../../engine/sheet-settings";
import { checkSeen, deleteSheet, moveSheet, renameSheet } from "../../engine/structure/sheets";
import { refusal } from "../host-error";
import { edit, editSheets } from "../session/edit";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import { textIn } from "../wire/json";

/** As `visibility` says it on the wire. */
export const visibilities: Readonly<Record<Visibility, string>> = {
  visible: "Visible",
  hidden: "Hidden",
  veryHidden: "VeryHidden",
};

const byWord: ReadonlyMap<string, Visibility> = new Map([
  ["Visible", "visible"],
  ["Hidden", "hidden"],
  ["VeryHidden", "veryHidden"],
]);

/** Gives a sheet another name. */
export function nameSheet(sheet: Sheet, value: Json, session: Session): void {
  if (typeof value !== "string") throw refusal("InvalidArgument", "A sheet's name is a text.");
  editSheets(session, () => renameSheet(session.book, sheet, value));
}

/** Moves a sheet's tab, counted from 0. */
export function placeSheet(sheet: Sheet, value: Json, session: Session): void {
  if (typeof value !== "number") throw refusal("InvalidArgument", "A sheet's position is a number.");
  editSheets(session, () => moveSheet(session.book, sheet, value));
}

/** Shows or hides a sheet; the last that is seen stays in sight. */
export function changeVisibility(sheet: Sheet, value: Json, session: Session): void {
  const visibility = byWord.get(textIn(value));
  if (visibility === undefined) throw refusal("InvalidArgument", `A sheet cannot be ${textIn(value)}.`);
  editSheets(session, () => {
    if (visibility !== "visible") checkSeen(session.book, sheet);
    showSheet(sheet, visibility);
  });
}

/** Colours the tab: `#RRGGBB`, or an empty text for none. */
export function changeTabColor(sheet: Sheet, value: Json, session: Session): void {
  const [, color = null] = /^#?([\dA-F]{6})$/i.exec(textIn(value)) ?? [];
  if (color === null && value !== "") throw refusal("InvalidArgument", "A tab's colour is #RRGGBB.");
  edit(session, { sheet, right: null }, () => colorTab(sheet, color?.toUpperCase() ?? null));
}

/** Takes a sheet out with all that is on it. */
export function removeSheet(sheet: Sheet, session: Session): null {
  editSheets(session, () => deleteSheet(session.book, sheet));
  return null;
}
