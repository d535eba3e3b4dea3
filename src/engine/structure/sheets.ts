import { EngineError } from "../engine-error";
import { rewriteFormula } from "../formula-references";
import { Sheet } from "../sheet";
import type { Workbook } from "../workbook";
import { reshape } from "./reshape";
import { stays } from "./reshape-step";
import type { Reshape } from "./reshape-step";

/** Stands for cells that are no more; it can stand in no formula. */
const gone = "\u0000";

/** True for a name that a sheet can bear in Excel. */
function isSheetName(name: string): boolean {
  return name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]|^'|'$/.test(name) && !/^history$/i.test(name);
}

/** A new blank sheet, before the tab at that place (at first the last). */
export function addSheet(workbook: Workbook, name: string, place: number = workbook.sheets.length): Sheet {
  checkName(workbook, name, null);
  return workbook.adopt(new Sheet(name), place);
}

/** `Sheet2`, the first name of this stem that no sheet bears. */
export function freshSheetName(workbook: Workbook, stem: string): string {
  let n = workbook.sheets.length + 1;
  while (workbook.sheet(`${stem}${String(n)}`) !== null) n++;
  return `${stem}${String(n)}`;
}

/** Gives a sheet another name; formulas and names follow. */
export function renameSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  if (sheet.name === name) return;
  checkName(workbook, name, sheet);
  const before = sheet.name;
  sheet.name = name;
  sheet.changedSettings.add("tab");
  workbook.names.forEach((defined, i) => {
    if (isSame(defined.sheet, before)) workbook.names[i] = { ...defined, sheet: name };
  });
  reshape(workbook, renaming(before, name));
  workbook.changes.tell({ kind: "sheet", did: "renamed", sheet, name: before });
}

function renaming(before: string, name: string): Reshape {
  const renamed = (sheet: string): string =>
    sheet
      .split(":")
      .map((part) => (isSame(part, before) ? name : part))
      .join(":");
  return { formula: (text) => rewriteFormula(text, { sheet: renamed }), area: stays };
}

/** Takes a sheet out with its tables; what read it says `#REF!`. The last sheet that is seen stays. */
export function deleteSheet(workbook: Workbook, sheet: Sheet): void {
  const place = workbook.sheets.indexOf(sheet);
  if (place < 0) return;
  checkSeen(workbook, sheet);
  const tables = workbook.tablesOn(sheet).map((table) => table.name.toLowerCase());
  for (const table of workbook.tablesOn(sheet)) workbook.dropTable(table);
  workbook.sheets.splice(place, 1);
  sheet.recorder = null;
  const kept = workbook.names.filter((name) => !isSame(name.sheet, sheet.name));
  workbook.names.splice(0, workbook.names.length, ...kept);
  reshape(workbook, removal(sheet, new Set(tables)));
  workbook.changes.tell({ kind: "sheet", did: "deleted", sheet, name: sheet.name });
}

/** What a formula says of a sheet that is gone, and of the tables that stood on it. */
function removal(sheet: Sheet, tables: ReadonlySet<string>): Reshape {
  const { name } = sheet;
  return {
    formula: (text) => {
      const marked = rewriteFormula(text, {
        cells: (reference) => (isSame(reference.sheet, name) ? gone : reference.cells),
        word: (word, brackets) => (tables.has(word.toLowerCase()) ? "#REF!" : word + (brackets ?? "")),
      });
      return marked.includes(gone) ? marked.replace(goneReference, "#REF!") : marked;
    },
    area: (of, area) => (of === sheet ? null : area),
  };
}

/** A sheet's name and the mark that stands for its cells. */
const goneReference = new RegExp(String.raw`(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!` + gone, "gu");

/** Moves a sheet's tab to that place among the tabs. */
export function moveSheet(workbook: Workbook, sheet: Sheet, place: number): void {
  const from = workbook.sheets.indexOf(sheet);
  if (from < 0 || from === place) return;
  workbook.sheets.splice(from, 1);
  workbook.sheets.splice(Math.min(place, workbook.sheets.length), 0, sheet);
  workbook.changes.tell({ kind: "sheet", did: "moved", sheet, name: sheet.name });
}

/** Refuses to hide or delete the last sheet that is seen. */
export function checkSeen(workbook: Workbook, sheet: Sheet): void {
  const isSeen = workbook.sheets.some((other) => other !== sheet && other.visibility === "visible");
  if (!isSeen) throw new EngineError("unsafe", "one sheet must stay in sight", { sheet: sheet.name });
}

function checkName(workbook: Workbook, name: string, sheet: Sheet | null): void {
  if (!isSheetName(name))
    throw new EngineError("unsafe", "not a name that a sheet can bear", { sheet: name });
  const there = workbook.sheet(name);
  if (there !== null && there !== sheet)
    throw new EngineError("unsafe", "a sheet of this name is there already", { sheet: name });
}

function isSame(a: string | null, b: string): boolean {
  return a !== null && a.toLowerCase() === b.toLowerCase();
}
