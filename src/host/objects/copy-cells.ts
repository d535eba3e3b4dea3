import type { Area } from "../../engine/address";
import { shiftFormula } from "../../engine/formula-references";
import type { Sheet } from "../../engine/sheet";
import { refusal } from "../host-error";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import { forEachCell } from "./clear-cells";
import { onSheet } from "./range-ways";

/** A copy of cells: whence, and what of them. */
export interface Copy {
  readonly source: Place;
  /** `All`, `Values`, `Formulas` or `Formats`. */
  readonly what: string;
  readonly skipsBlanks: boolean;
  readonly transposes: boolean;
}

interface Content {
  readonly value: ReturnType<Sheet["cell"]>;
  readonly formula: string | null;
  readonly style: number;
  readonly row: number;
  readonly column: number;
}

/** Copies cells into a range; a source that fits into it several times is repeated, as in Excel. */
export function copyInto(session: Session, place: Place, copy: Copy): void {
  if (!["All", "Values", "Formulas", "Formats"].includes(copy.what)) {
    throw refusal("NotImplemented", `A copy of ${copy.what}.`);
  }
  const contents = contentsOf(copy);
  const [height, width] = [contents.length, contents[0]?.length ?? 0];
  const area = targetOf(place.area, height, width);
  forEachCell(area, (row, column) => {
    const content = contents[(row - area.top) % height][(column - area.left) % width];
    if (copy.skipsBlanks && content.value === null && content.formula === null) return;
    put({ sheet: place.sheet, row, column }, content, copy.what);
    session.counters.cellsWritten++;
  });
}

/** The cells as they are before any is written, so that a copy may overlap its source. */
function contentsOf({ source, transposes }: Copy): readonly (readonly Content[])[] {
  const { top, left, bottom, right } = source.area;
  const [outer, inner] = transposes
    ? [lines(left, right), lines(top, bottom)]
    : [lines(top, bottom), lines(left, right)];
  return outer.map((a) =>
    inner.map((b) => contentAt(source.sheet, ...(transposes ? pair(b, a) : pair(a, b)))),
  );
}

function pair(row: number, column: number): readonly [number, number] {
  return [row, column];
}

function contentAt(sheet: Sheet, row: number, column: number): Content {
  return {
    value: sheet.cell(row, column),
    formula: sheet.formula(row, column),
    style: sheet.style(row, column),
    row,
    column,
  };
}

function lines(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The range itself where the source fits in without a rest; else as much as the source needs. */
function targetOf(area: Area, height: number, width: number): Area {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  if (rows % height === 0 && columns % width === 0) return area;
  return onSheet({ ...area, bottom: area.top + height - 1, right: area.left + width - 1 });
}

interface Target {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

function put({ sheet, row, column }: Target, content: Content, what: string): void {
  if (what !== "Formats") putContent({ sheet, row, column }, content, what);
  if (what === "All" || what === "Formats") sheet.restyle(row, column, content.style);
}

function putContent({ sheet, row, column }: Target, content: Content, what: string): void {
  if (content.formula === null || what === "Values") {
    sheet.write(row, column, content.value);
    return;
  }
  const text = shiftFormula(content.formula, {
    rows: row - content.row,
    columns: column - content.column,
  });
  sheet.writeFormula(row, column, { text, cached: null });
}
