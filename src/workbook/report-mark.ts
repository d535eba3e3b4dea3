/**
 * The name, of one sheet only, that remembers which of its cells are our report: it follows them where rows
 * and columns are put in, and all else on the sheet is the user's.
 */
export const reportMark = "taizhang_report";

/** What the mark stands for: so many rows and columns of a sheet from A1, as a formula without `=`. */
export function markedCells(sheet: string, lastCell: string): string {
  return `'${sheet.replaceAll("'", "''")}'!$A$1:${lastCell.replace(/[A-Z]+|\d+/g, "$$$&")}`;
}
