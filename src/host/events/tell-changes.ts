import type { BookChange, SheetChange, TableChange } from "../../engine/changes";
import type { Sheet, Visibility } from "../../engine/sheet";
import type { Session } from "../session/session";
import type { JsonObject } from "../wire/json";
import { eventTypes, type EventType } from "./event-types";
import { tellCells, tellFormats, tellLines, tellMoved } from "./tell-cells";
import { type Doer, type Telling, tellOfSheet, tellOfTable } from "./telling";

/** Tells office.js what happened to the workbook, where it asked to hear of it. */
export function tellChanges(session: Session, doer: Doer): void {
  const changes = session.changes.take();
  if (!session.runtime.enableEvents) return;
  for (const change of changes) tellChange({ session, doer }, change);
}

function tellChange(telling: Telling, change: BookChange): void {
  switch (change.kind) {
    case "cells": {
      tellCells(telling, change);
      return;
    }
    case "formats": {
      tellFormats(telling, change);
      return;
    }
    case "insert":
    case "delete": {
      tellMoved(telling, change);
      return;
    }
    case "lines": {
      tellLines(telling, change);
      return;
    }
    case "sheet": {
      tellSheet(telling, change);
      return;
    }
    case "table": {
      tellTable(telling, change);
      return;
    }
    default: {
      tellSetting(telling, change.sheet);
      return;
    }
  }
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
function tellSetting(telling: Telling, sheet: Sheet | null): void {
  if (sheet === null || !telling.session.protections.hasChanged(sheet)) return;
  const fields = { isProtected: sheet.protection !== null };
  tellOfSheet(telling, sheet, { type: eventTypes.worksheetProtectionChanged, fields });
}
