import { dayFromText } from "../domain/kernel/day";
import type { ReportRow } from "../domain/reports/report";
import type { ColumnDefinition } from "../registers/definition";
import type { Cell, ColumnCells } from "../workbook/port";
import { dayCell, type Hand, headerFor, wordCell } from "./hand";
import type { RegisterPlace } from "./line-stamps";

/** The columns of a derived table as they are to stand. */
export function derivedColumns(hand: Hand, place: RegisterPlace, rows: readonly ReportRow[]): ColumnCells[] {
  return place.table.columns.map((column) => {
    const encode = encoder(hand, column);
    const header = place.headers.get(column.id) ?? headerFor(hand, column);
    return { header, cells: rows.map((row) => encode(known(row[column.id]))) };
  });
}

/** A figure beyond what can be reckoned with is shown as none. */
function known(value: string | number | null | undefined): string | number | null {
  return typeof value === "number" && !Number.isFinite(value) ? null : (value ?? null);
}

function encoder(hand: Hand, { kind, words }: ColumnDefinition): (value: string | number | null) => Cell {
  if (kind === "day")
    return (value) => (typeof value === "string" ? dayCell(hand, dayFromText(value)) : value);
  if (kind === "time") return (value) => (typeof value === "string" ? clockCell(hand, value) : value);
  if (words === undefined) return (value) => value;
  return (value) => (typeof value === "string" ? wordCell(hand, words, value) : value);
}

/** The cell of a time written 08:30:00. */
function clockCell(hand: Hand, text: string): Cell {
  if (!hand.workbook) return text;
  const [hours, minutes, seconds] = text.split(":").map(Number);
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
