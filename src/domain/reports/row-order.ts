import { byCodeUnit } from "../kernel/names";
import type { ReportRow } from "./report";

/** Orders rows by item, warehouse and batch, by code unit. */
export function byPlace(a: ReportRow, b: ReportRow): number {
  return (
    byText(a["item"], b["item"]) || byText(a["warehouse"], b["warehouse"]) || byText(a["batch"], b["batch"])
  );
}

function byText(a: ReportRow[string] | undefined, b: ReportRow[string] | undefined): number {
  return a === b ? 0 : byCodeUnit(String(a ?? ""), String(b ?? ""));
}
