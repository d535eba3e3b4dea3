import { type Area, cellName, parseArea } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import { surrounding } from "../../engine/surrounding";
import type { DefinedName, Workbook } from "../../engine/workbook";
import type { Change } from "../port";
import { markedCells, reportMark } from "../report-mark";

type Report = Extract<Change, { readonly do: "sheet" }>;

/** Where reports begin. */
const corner: Area = { top: 0, left: 0, bottom: 0, right: 0 };

/**
 * The cells of a sheet that are the report written before. Forms that keep no names do not remember it, and
 * give it back as a table: there it is the block of cells around A1.
 */
export function reportBlock(book: Workbook, sheet: Sheet): Area {
  const mark = book.names.find((name) => isMark(name, sheet));
  if (mark === undefined) return book.tablesOn(sheet).length > 0 ? surrounding(sheet, corner) : noArea;
  const cells = mark.formula.slice(mark.formula.lastIndexOf("!") + 1).replaceAll("$", "");
  return parseArea(cells) ?? noArea;
}

/** The report as it stands on the sheet of a table, whose first row are its headers. */
export function withoutTitles(report: Report): Report {
  const { rows, headerRows, titleRows = 0, bold = [] } = report;
  return {
    ...report,
    rows: rows.slice(titleRows),
    headerRows: headerRows - titleRows,
    titleRows: 0,
    bold: bold.filter((row) => row >= titleRows).map((row) => row - titleRows),
  };
}

/** No report is there, or no more. */
const noArea: Area = { top: 0, left: 0, bottom: -1, right: -1 };

/** Remembers which cells of a sheet are our report. */
export function markReport(book: Workbook, sheet: Sheet, { bottom, right }: Area): void {
  const at = book.names.findIndex((name) => isMark(name, sheet));
  const formula = markedCells(sheet.name, cellName(bottom, right));
  if (at < 0) book.names.push({ name: reportMark, formula, sheet: sheet.name, hidden: true });
  else book.names[at] = { ...book.names[at], formula };
}

function isMark({ name, sheet: home }: DefinedName, sheet: Sheet): boolean {
  return home === sheet.name && name.toLowerCase() === reportMark;
}
