import { columnIndex, parseArea, sheetLimits } from "./address";
import type { Area } from "./address";
import { readFormula } from "./formula-references";
import type { Sheet } from "./sheet";
import type { Table } from "./table";
import type { Workbook } from "./workbook";

/** Where a formula stands. */
export interface FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Cells of one sheet that a formula reads. */
export interface ReadCells {
  readonly sheet: Sheet;
  readonly area: Area;
}

type Source = (cell: FormulaCell) => readonly ReadCells[] | "anything";

const volatile = /^(INDIRECT|OFFSET|NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO|GETPIVOTDATA)$/i;

/** Which cells the formulas of a workbook read. What cannot be told from the text counts as "anything". */
export class FormulaDependencies {
  private readonly workbook: Workbook;
  private readonly known = new Map<string, readonly Source[]>();

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** The cells that this formula reads when it stands there. */
  of(formula: string, cell: FormulaCell): readonly ReadCells[] | "anything" {
    const all: ReadCells[] = [];
    for (const source of this.sources(formula)) {
      const cells = source(cell);
      if (cells === "anything") return cells;
      all.push(...cells);
    }
    return all;
  }

  private sources(formula: string): readonly Source[] {
    const known = this.known.get(formula);
    if (known !== undefined) return known;
    this.known.set(formula, []);
    const sources: Source[] = [];
    readFormula(formula, {
      cells: (sheet, cells) => sources.push(this.cellSource(sheet, cells)),
      word: (word, brackets) => sources.push(...this.wordSources(word, brackets)),
      columns: (brackets) => sources.push(this.ownColumns(brackets)),
    });
    this.known.set(formula, sources);
    return sources;
  }

  private cellSource(sheetName: string | null, cells: string): Source {
    const area = parseArea(cells) ?? wholeLines(cells);
    const named = sheetName === null ? null : this.workbook.sheet(sheetName);
    if (area === null || (sheetName !== null && named === null)) return () => "anything";
    return ({ sheet }) => [{ sheet: named ?? sheet, area }];
  }

  private wordSources(word: string, brackets: string | null): readonly Source[] {
    if (volatile.test(word)) return [() => "anything"];
    const table = this.workbook.table(word);
    if (table !== null) return [tableSource(table, brackets ?? "")];
    const wanted = word.toLowerCase();
    const names = this.workbook.names.filter(({ name }) => name.toLowerCase() === wanted);
    return names.flatMap(({ formula }) => this.sources(formula));
  }

  /** Columns named without their table: those of the table in which the formula stands. */
  private ownColumns(brackets: string): Source {
    return (cell) => {
      const table = this.workbook.tablesOn(cell.sheet).find(({ area }) => isInside(cell, area));
      return table === undefined ? "anything" : tableSource(table, brackets)(cell);
    };
  }
}

function isInside({ row, column }: FormulaCell, { top, bottom, left, right }: Area): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** `A:C` and `1:3`. */
function wholeLines(cells: string): Area | null {
  const [first = "", last = ""] = cells.replaceAll("$", "").split(":");
  if (/^\d+$/.test(first))
    return { top: Number(first) - 1, bottom: Number(last) - 1, left: 0, right: sheetLimits.columns };
  const left = columnIndex(first);
  const right = columnIndex(last);
  return left < 0 || right < 0 ? null : { top: 0, bottom: sheetLimits.rows, left, right };
}

/** The columns that the brackets name, or the whole table; of this row alone where they say so. */
function tableSource(table: Table, brackets: string): Source {
  const isThisRow = /#this row|\[@|^\[@/i.test(brackets);
  const told = brackets.toLowerCase();
  const named = table.headers.flatMap((header, i) =>
    told.includes(`[${marked(header)}]`) || told === `[@${marked(header)}]` ? [i] : [],
  );
  const from = named[0] ?? 0;
  const to = named.at(-1) ?? table.headers.length - 1;
  return ({ sheet, row }) => {
    const isInside = isThisRow && sheet === table.sheet;
    const { top, bottom } = isInside ? { top: row, bottom: row } : table.area;
    return [{ sheet: table.sheet, area: { top, bottom, left: table.left + from, right: table.left + to } }];
  };
}

/** A header as a structured reference spells it, in small letters. */
function marked(header: string): string {
  return header.toLowerCase().replace(/['#@[\]]/g, "'$&");
}
