import type { Finding } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import type { TableDefinition } from "../registers/definition";
import { tableNamed } from "../registers/names";
import { tables } from "../registers/tables";
import { badStep } from "./options";

/** The table that takes rows under that name; a finding where there is none. */
export function enteredTable(name: string): TableDefinition | Finding {
  const table = tableNamed(name);
  if (table !== null && table.role !== "derived") return table;
  const close = nearest(
    name,
    tables.filter(({ role }) => role !== "derived").map(({ id }) => id),
  );
  return badStep(`table ${name}`, close);
}
