import type { Sheet } from "../../engine/sheet";
import { protectSheet } from "../../engine/sheet-settings";
import { refusal } from "../host-error";
import { isJsonObject, type Json } from "../wire/json";
import type { Kind } from "./kind";

/**
 * What a protected sheet can still allow: the names of the file format; on the wire `allowSort` and so on.
 */
const rights = [
  "autoFilter",
  "deleteColumns",
  "deleteRows",
  "formatCells",
  "formatColumns",
  "formatRows",
  "insertColumns",
  "insertHyperlinks",
  "insertRows",
  "pivotTables",
  "sort",
] as const;

/** Whether a sheet is protected, and what it allows all the same. The host keeps no passwords. */
export const worksheetProtection: Kind<Sheet> = {
  scalars: {
    Protected: { get: ({ protection }) => protection !== null },
    Options: { get: optionsOf },
  },
  methods: {
    Protect: (sheet, given) => {
      if (sheet.protection !== null) throw refusal("InvalidOperation", "The sheet is protected already.");
      refusePassword(given.isGiven(1));
      protectSheet(sheet, { allowed: allowedBy(given.json(0)), password: "" });
      return null;
    },
    Unprotect: (sheet, given) => {
      const { protection } = sheet;
      if (protection === null) return null;
      if (protection.password !== "") throw refusal("AccessDenied", "The sheet is protected by a password.");
      refusePassword(given.isGiven(0));
      protectSheet(sheet, null);
      return null;
    },
  },
};

function refusePassword(isGiven: boolean): void {
  if (isGiven) throw refusal("NotImplemented", "This host keeps no passwords.");
}

function optionsOf({ protection }: Sheet): Json {
  if (protection === null) return null;
  const allowed = new Set(protection.allowed);
  const flags = rights.map((right): [string, boolean] => [optionName(right), allowed.has(right)]);
  return {
    ...Object.fromEntries(flags),
    allowEditObjects: false,
    allowEditScenarios: false,
    selectionMode: "Normal",
  };
}

function allowedBy(options: Json): readonly string[] {
  if (!isJsonObject(options)) return [];
  return rights.filter((right) => options[optionName(right)] === true);
}

function optionName(right: string): string {
  return `allow${right.charAt(0).toUpperCase()}${right.slice(1)}`;
}
