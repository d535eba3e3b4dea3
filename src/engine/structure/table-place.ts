import { areaName, overlaps } from "../address";
import type { Area } from "../address";
import { EngineError } from "../engine-error";
import type { Matter } from "../engine-error";
import type { Sheet } from "../sheet";
import type { Table } from "../table";
import type { Workbook } from "../workbook";

/** Where a table is to stand; `except` is the table itself where it is there already. */
export interface WantedArea {
  readonly area: Area;
  readonly except: Table | null;
}

/** Refuses cells that another table or merged cells take. */
export function checkFree(workbook: Workbook, sheet: Sheet, { area, except }: WantedArea): void {
  const table = workbook.tablesOn(sheet).find((other) => other !== except && overlaps(other.area, area));
  if (table !== undefined) refuseTable(table, "tables cannot overlap");
  const merge = sheet.merges.find((merged) => overlaps(merged, area));
  if (merge === undefined) return;
  const place = { sheet: sheet.name, cell: areaName(merge) };
  throw new EngineError("unsafe", "merged cells would be torn apart", place);
}

/** Refuses what cannot be done with a table. */
export function refuseTable({ name }: Table, matter: Matter): never {
  throw new EngineError("unsafe", matter, { table: name });
}

/** Marks a table as reshaped, and tells who follows the workbook. */
export function told(workbook: Workbook, table: Table): void {
  table.reshaped = true;
  table.revision++;
  workbook.changes.tell({ kind: "table", did: "reshaped", table, name: table.name });
}
