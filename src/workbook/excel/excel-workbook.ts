import {
  WorkbookError,
  type Change,
  type Workbook,
  type WorkbookChange,
  type WorkbookTrouble,
} from "../port";
import { aboutOf, applyPatch } from "./apply-patch";
import { hearChanges } from "./hear-changes";
import { inExcel } from "./in-excel";
import { toldOutlines } from "./outlines";
import type { ExcelSide } from "./excel-side";
import { readTables } from "./read-tables";
import { selectedPlace } from "./selected-place";
import { selectPlace, showSheet } from "./select-place";
import { troubleOf } from "./trouble-of";

/**
 * Our port over a workbook that is open in Excel. Patches are made one after the other; what Excel refuses is
 * a WorkbookError with Excel's own error as its cause.
 */
export function excelWorkbook(side: ExcelSide): Workbook {
  const listeners = new Set<(change: WorkbookChange) => void>();
  const tell = (change: WorkbookChange): void => listeners.forEach((listener) => listener(change));
  const heard = hearChanges(side, tell);
  const inTurn = oneByOne();
  let isReadOnly = false;
  return {
    tables: async (course) => {
      const all = await told("", "odd-answer", () => inExcel(side, course, toldOutlines));
      ({ isReadOnly } = all);
      return all.tables;
    },
    isReadOnly: () => isReadOnly,
    read: (names, course) => told(names.join(", "), "odd-answer", () => readTables(side, names, course)),
    apply: (changes, course) =>
      inTurn(async () => {
        if (changes.length === 0) return;
        const moved = await heard.ourOwn(() =>
          told(aboutOf(changes), "odd-answer", () => applyPatch(side, changes, course)),
        );
        tell({ tables: tablesOf(changes), ours: true });
        if (moved.length > 0) tell({ tables: moved, ours: false });
      }),
    select: (place, course) =>
      told(place.table, "odd-answer", () => inExcel(side, course, (context) => selectPlace(context, place))),
    showSheet: (name, course) =>
      told(name, "odd-answer", () => inExcel(side, course, (context) => showSheet(context, name))),
    selected: () => told("", "odd-answer", () => inExcel(side, undefined, selectedPlace)),
    onChange: (listener) => {
      listeners.add(listener);
      heard.begin();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) heard.end();
      };
    },
  };
}

/** Has work done when all work before it is over. */
function oneByOne(): (work: () => Promise<void>) => Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = before.then(work);
    before = turn.catch(() => undefined);
    return turn;
  };
}

async function told<T>(what: string, otherwise: WorkbookTrouble, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw thrown instanceof WorkbookError ? thrown : troubleOf(thrown, what, otherwise);
  }
}

function tablesOf(changes: readonly Change[]): readonly string[] | null {
  if (changes.some((change) => change.do === "create")) return null;
  return [...new Set(changes.flatMap((change) => ("table" in change ? [change.table] : [])))];
}
