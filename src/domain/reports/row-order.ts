import { byCodeUnit } from "../kernel/names";
import type { ReportRow } from "./report";

/** Orders rows by item, warehouse and batch, by code unit. */
export function byPlace(a: ReportRow, b: ReportRow): number {
  const text = (row: ReportRow, id: string): string => String(row[id] ?? "");
  const order = (id: string): number => byCodeUnit(text(a, id), text(b, id));
  return order("item") || order("warehouse") || order("batch");
}
