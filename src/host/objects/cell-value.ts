import { type Cell, isCellError } from "../../engine/cell";
import type { Json } from "../wire/json";

/** A cell as `values` answers it: a blank one is an empty text, an error its own word. */
export function valueOf(cell: Cell): string | number | boolean {
  if (cell === null) return "";
  return isCellError(cell) ? cell.error : cell;
}

/** What `valueTypes` says of a cell. */
export function valueTypeOf(cell: Cell): string {
  if (cell === null || cell === "") return "Empty";
  if (isCellError(cell)) return "Error";
  return typeof cell === "string" ? "String" : typeof cell === "number" ? "Double" : "Boolean";
}

/** What was typed into a cell: a formula without its `=`, or a value. */
export type Typed = { readonly formula: string } | { readonly value: Cell; readonly format?: string };

const errors = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
]);

/** A text as if typed into a cell of that number format: `@` keeps it as it is. */
export function typed(text: string, format: string | null): Typed {
  if (text === "") return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (format === "@") return { value: text };
  if (text.startsWith("=") && text.length > 1) return { formula: text.slice(1) };
  return { value: typedValue(text) };
}

function typedValue(text: string): Cell {
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text.trim())) return Number(text);
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return errors.has(text) ? { error: text } : text;
}

/** A value that JSON brought for a cell; null = leave the cell as it is. */
export function isCellJson(value: Json | undefined): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
