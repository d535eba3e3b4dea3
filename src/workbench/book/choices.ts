import type { Area } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import type { Workbook } from "../../engine/workbook";
import { placeNamed } from "./place-named";
import { contains } from "./sheet-view";
import type { CellOnSheet } from "./shown";

/** More words than this are no help in choosing one. */
const MOST = 500;

/**
 * The words that a cell's list lets one choose from; none where the cell has no list, or none that we can
 * read.
 */
export function choicesFor(book: Workbook, { sheet, row, column }: CellOnSheet): readonly string[] {
  const rule = sheet.validations.find(
    ({ areas, rule }) => rule === undefined && areas.some((area) => contains(area, row, column)),
  );
  if (rule === undefined) return [];
  const literal = /^"(.*)"$/s.exec(rule.formula)?.[1];
  if (literal !== undefined) return literal.replaceAll('""', '"').split(",");
  const name = book.names.find((each) => each.name.toLowerCase() === rule.formula.toLowerCase());
  return wordsAt(book, sheet, name?.formula ?? rule.formula);
}

function wordsAt(book: Workbook, sheet: Sheet, formula: string): readonly string[] {
  const place = tableColumn(book, formula) ?? placeNamed(book, sheet, formula);
  if (place === null) return [];
  const words = new Set<string>();
  const { top, bottom, left } = place.area;
  for (let row = top; row <= bottom && words.size < MOST; row++) {
    const cell = place.sheet.cell(row, left);
    if (typeof cell === "string" || typeof cell === "number") words.add(String(cell));
  }
  return [...words];
}

/** The cells of `Items[Code]`; a `'` marks a character that means something there. */
function tableColumn(book: Workbook, formula: string): { readonly sheet: Sheet; readonly area: Area } | null {
  const [, name = "", header = ""] = /^([^[\]]+)\[((?:'.|[^'[\]])+)\]$/.exec(formula) ?? [];
  const table = book.table(name);
  const index = table?.headers.indexOf(header.replace(/'(.)/g, "$1")) ?? -1;
  if (table === null || index < 0) return null;
  const column = table.left + index;
  return { sheet: table.sheet, area: { ...table.body, left: column, right: column } };
}
