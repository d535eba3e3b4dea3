import type { BookChange, SheetChange, TableChange, WrittenArea } from "../../engine/changes";
import type { Sheet, Visibility } from "../../engine/sheet";
import type { Session } from "../session/session";
import type { JsonObject } from "../wire/json";
import { eventTypes, type EventType } from "./event-types";
import { tellCells, tellFormats, tellLines, tellMoved, tellResults } from "./tell-cells";
import { type Doer, type Telling, tellOfSheet, tellOfTable } from "./telling";

/** Tells office.js what happened to the workbook, where it asked to hear of it. */
export function tellChanges(session: Session, doer: Doer): void {
  const changes = session.changes.take();
  if (!session.runtime.enableEvents) return;
  for (const change of changes) tellChange({ session, doer }, change);
}

function tellChange(telling: Telling, change: BookChange): void {
  if ("axis" in change && "area" in change) tellMoved(telling, change);
  else if ("area" in change) tellWritten(telling, change);
  else if (change.kind === "lines") tellLines(telling, change);
  else if (change.kind === "sheet") tellSheet(telling, change);
  else if (change.kind === "table") tellTable(telling, change);
  else if (change.sheet !== null) tellSetting(telling, change.sheet);
}

function tellWritten(telling: Telling, change: WrittenArea): void {
  if (change.kind === "cells") tellCells(telling, change);
  else if (change.kind === "formats") tellFormats(telling, change);
  else tellResults(telling, change);
}

const sheetTypes: Readonly<Record<SheetChange["did"], EventType>> = {
  added: eventTypes.worksheetAdded,
  deleted: eventTypes.worksheetDeleted,
  moved: eventTypes.worksheetMoved,
  renamed: eventTypes.worksheetNameChanged,
  shown: eventTypes.worksheetVisibilityChanged,
};

function tellSheet(telling: Telling, change: SheetChange): void {
  tellOfSheet(telling, change.sheet, { type: sheetTypes[change.did], fields: fieldsOf(change) });
}

/** As `visibility` says it on the wire. */
const visibilities: Readonly<Record<Visibility, string>> = {
  visible: "Visible",
  hidden: "Hidden",
  veryHidden: "VeryHidden",
};

function fieldsOf({ did, sheet, name }: SheetChange): JsonObject {
  if (did === "renamed") return { nameBefore: name, nameAfter: sheet.name };
  if (did !== "shown") return {};
  const isSeen = sheet.visibility === "visible";
  return {
    visibilityBefore: isSeen ? "Hidden" : "Visible",
    visibilityAfter: visibilities[sheet.visibility],
  };
}

/** Tables that came or went; of another size or name Excel tells nothing. */
function tellTable(telling: Telling, { did, table, name }: TableChange): void {
  if (did !== "added" && did !== "deleted") return;
  const type = did === "added" ? eventTypes.tableAdded : eventTypes.tableDeleted;
  tellOfTable(telling, table, { type, fields: { tableName: name } });
}

/** Of a sheet's other settings only its protection has an event. */
function tellSetting(telling: Telling, sheet: Sheet): void {
  if (!telling.session.protections.hasChanged(sheet)) return;
  const fields = { isProtected: sheet.protection !== null };
  tellOfSheet(telling, sheet, { type: eventTypes.worksheetProtectionChanged, fields });
}
