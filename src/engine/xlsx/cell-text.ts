import { cellName, sheetLimits } from "../address";
import { isCellError } from "../cell";
import type { Cell } from "../cell";
import type { KeptCell } from "../column-stretch";
import { EngineError } from "../engine-error";
import { escapeCellText, escapeXml } from "./xml-text";

/** Excel holds no more characters in one cell. */

/** A cell about to be written. */
export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  /** 0 = plain, -1 = none of its own. */
  readonly style: number;
  readonly value: Cell;
  readonly formula: string | null;
  /** The cells that an array formula fills; null for any other. */
  readonly array?: string | null;
  /** What the file said of the cell beyond that. */
  readonly kept?: KeptCell | null;
}

/**
 * A cell's element; "" for a cell that is blank and plain. Text is written into the cell itself, so that it
 * is never taken for a formula. The value of a formula is what it last was; null leaves it to Excel.
 */
export function cellXml(cell: WrittenCell, prefix = ""): string {
  const isBlank = cell.value === null && cell.formula === null;
  if (isBlank && cell.style <= 0) return "";
  const tag = tagText(cell, prefix);
  return isBlank ? `<${tag}/>` : `<${tag}${keptOrWritten(cell, prefix)}</${prefix}c>`;
}

function tagText({ row, column, style, kept }: WrittenCell, prefix: string): string {
  const own = style > 0 ? ` s="${String(style)}"` : "";
  return `${prefix}c r="${cellName(row, column)}"${own}${kept?.attributes ?? ""}`;
}

function keptOrWritten(cell: WrittenCell, prefix: string): string {
  const content = cell.kept?.content ?? null;
  return content === null ? contentXml(cell, prefix) : ` t="${content.kind}">${content.xml}`;
}

function contentXml(cell: WrittenCell, prefix: string): string {
  const { value, formula } = cell;
  const kind = kindOf(value, formula !== null);
  const before = formula === null ? "" : formulaXml(formula, cell, prefix);
  const inside = kind === "inlineStr" ? inlineXml(cell, prefix) : valueXml(value, prefix);
  return `${kind === "" ? "" : ` t="${kind}"`}>${before}${inside}`;
}

function formulaXml(formula: string, { array }: WrittenCell, prefix: string): string {
  const kind = (array ?? null) === null ? "" : ` t="array" ref="${array}"`;
  return `<${prefix}f${kind}>${escapeXml(formula)}</${prefix}f>`;
}

function kindOf(value: Cell, isFormula: boolean): string {
  if (typeof value === "string") return isFormula ? "str" : "inlineStr";
  if (typeof value === "boolean") return "b";
  return isCellError(value) ? "e" : "";
}

function valueXml(value: Cell, prefix: string): string {
  if (value === null) return "";
  if (typeof value === "boolean") return `<${prefix}v>${value ? "1" : "0"}</${prefix}v>`;
  if (typeof value === "number") return `<${prefix}v>${String(value)}</${prefix}v>`;
  const text = isCellError(value) ? value.error : value;
  return `<${prefix}v>${escapeCellText(text)}</${prefix}v>`;
}

/** What a formula last came to, as its element holds it: the kind (`t`, "" for a number) and the value. */
export function resultXml(value: Cell, prefix: string): { readonly kind: string; readonly value: string } {
  return { kind: kindOf(value, true), value: valueXml(value, prefix) };
}

function inlineXml({ row, column, value }: WrittenCell, prefix: string): string {
  const text = typeof value === "string" ? value : "";
  if (text.length > sheetLimits.text) {
    throw new EngineError("unsafe", "a text longer than a cell can hold", { cell: cellName(row, column) });
  }
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
  return `<${prefix}is><${prefix}t${space}>${escapeCellText(text)}</${prefix}t></${prefix}is>`;
}
