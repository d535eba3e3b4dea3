import { isSheet, type Shown } from "./sheet";

const MARKED = /^[=+\-@'\t\r]/;

/** A cell as CSV; text that a spreadsheet would take for a formula gets a `'` before it, a number never. */
function field(value: Shown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && MARKED.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV under the ids of their columns; "" for an answer without rows. */
export function csvText(value: object | null): string {
  if (!isSheet(value)) return "";
  const ids = value.columns.map(({ id }) => id);
  const rows = value.rows.map((row) => ids.map((id) => field(row[id])));
  return [ids.map(field), ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}
