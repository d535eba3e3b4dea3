import { sha256 } from "../kernel/sha256";
import type { LogRow } from "./log-row";
import { partsOf, type PostedCells, rowText } from "./posted-cells";

/** Rows of one register that were posted before the log began: how many, and the digest of them all. */
export interface Adopted {
  readonly table: string;
  readonly count: number;
  readonly digest: string;
}

/** What the log keeps of rows that were posted before it began, whatever their order. */
export function adoptedRows(table: string, rows: readonly PostedCells[]): Adopted {
  const texts = rows.map(rowText).sort();
  return { table, count: rows.length, digest: sha256(texts.join("\n")) };
}

/** The text of the log that keeps it. */
export function adoptedText({ table, count, digest }: Adopted): string {
  return JSON.stringify({ table, count, digest });
}

/** What the log keeps of rows posted before it began, by register; the first word counts. */
export function adoptedIn(rows: readonly LogRow[]): ReadonlyMap<string, Adopted> {
  const found = new Map<string, Adopted>();
  for (const { action, column, after } of rows) {
    const told = action === "adopt" && column === "" ? read(after) : null;
    if (told !== null && !found.has(told.table)) found.set(told.table, told);
  }
  return found;
}

function read(text: string): Adopted | null {
  const { table, count, digest } = partsOf(text);
  const isWhole = typeof table === "string" && typeof count === "number" && typeof digest === "string";
  return isWhole ? { table, count, digest } : null;
}
