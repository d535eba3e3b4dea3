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

/** A value that JSON brought for a cell; null = leave the cell as it is. */
export function isCellJson(value: Json | undefined): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
