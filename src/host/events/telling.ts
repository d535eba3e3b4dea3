import type { Sheet } from "../../engine/sheet";
import type { Table } from "../../engine/table";
import type { Session } from "../session/session";
import type { JsonObject } from "../wire/json";
import type { EventType } from "./event-types";
import { wholeWorkbook } from "./listened";

/** Who did it: the add-in in a batch, the person before the screen, or another one elsewhere. */
export type Doer = "add-in" | "user" | "other";

/** Whom to tell, and who did it. */
export interface Telling {
  readonly session: Session;
  readonly doer: Doer;
}

/** Tells those who listen to the sheet, and those who listen to all sheets. */
export function tellOfSheet({ session, doer }: Telling, sheet: Sheet, event: SheetEvent): void {
  const worksheetId = session.ids.of(sheet);
  const told = { ...event.fields, worksheetId, source: sourceOf(doer), triggerSource: triggerOf(doer) };
  tell(session, event.type, { targets: [worksheetId, wholeWorkbook], told });
}

/** An event of a sheet: its number and what it says besides the sheet. */
export interface SheetEvent {
  readonly type: EventType;
  readonly fields: JsonObject;
}

/** Tells those who listen to the table, to the tables of its sheet, and to all tables. */
export function tellOfTable({ session, doer }: Telling, table: Table, event: SheetEvent): void {
  const { ids } = session;
  const [worksheetId, tableId] = [ids.of(table.sheet), ids.of(table)];
  const told = { ...event.fields, tableId, worksheetId, source: sourceOf(doer) };
  tell(session, event.type, { targets: [tableId, worksheetId, wholeWorkbook], told });
}

function tell(
  { listened, pushes }: Session,
  type: EventType,
  { targets, told }: { readonly targets: readonly string[]; readonly told: JsonObject },
): void {
  for (const target of targets) if (listened.has(type, target)) pushes.add(type, target, told);
}

function sourceOf(doer: Doer): string {
  return doer === "other" ? "Remote" : "Local";
}

function triggerOf(doer: Doer): string {
  return doer === "add-in" ? "ThisLocalAddin" : "Unknown";
}
