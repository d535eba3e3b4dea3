import { parseArea } from "../address";
import type { Area } from "../address";
import { shiftFormula } from "../formula-references";
import type { Sheet } from "../sheet";
import type { XmlScanner } from "./xml-scanner";

interface Group {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  /** Cells of the group, two numbers each: row and column. */
  readonly cells: number[];
}

/**
 * Formulas that a sheet writes once for several cells. Where one of them changes, all must be written out.
 */
export class SharedFormulas {
  private readonly groups = new Map<string, Group>();

  begin(id: string, group: { readonly text: string; readonly row: number; readonly column: number }): string {
    this.groups.set(id, { ...group, cells: [group.row, group.column] });
    return group.text;
  }

  /**
   * The formula of a further cell of the group, its references moved along; null when the group is unknown.
   */
  follow(id: string, row: number, column: number): string | null {
    const group = this.groups.get(id);
    if (group === undefined) return null;
    group.cells.push(row, column);
    return shiftFormula(group.text, { rows: row - group.row, columns: column - group.column });
  }

  /** The cells of every group of which one cell was touched. */
  *brokenUp(isTouched: (row: number, column: number) => boolean): Iterable<readonly [number, number]> {
    for (const { cells } of this.groups.values()) {
      const pairs = cells.flatMap((row, i): [number, number][] =>
        i % 2 === 0 ? [[row, cells[i + 1] ?? 0]] : [],
      );
      if (pairs.some(([row, column]) => isTouched(row, column))) yield* pairs;
    }
  }
}

interface FormulaPlace {
  readonly row: number;
  readonly column: number;
  readonly shared: SharedFormulas;
}

/**
 * The text of the `f` element whose opening tag this is; array formulas and data tables become blocks of the
 * sheet.
 */
export function readFormula(scanner: XmlScanner, sheet: Sheet, place: FormulaPlace): string | null {
  const kind = scanner.attribute("t") ?? "normal";
  const areas = areasOf(scanner.attribute("ref"));
  const id = scanner.attribute("si");
  const text = scanner.elementText();
  if (kind === "shared" && id !== null) return sharedFormula(id, text, place);
  if (kind === "dataTable") return whatIf(sheet, areas);
  if (kind === "array") sheet.blocks.push(...areas);
  return text === "" ? null : text;
}

/** A what-if table has no text, and its sheet's rows cannot be written anew without losing it. */
function whatIf(sheet: Sheet, areas: readonly Area[]): null {
  sheet.blocks.push(...areas);
  sheet.fixtures.push("dataTable");
  return null;
}

function areasOf(ref: string | null): readonly Area[] {
  const area = parseArea(ref ?? "");
  return area === null ? [] : [area];
}

function sharedFormula(id: string, text: string, { row, column, shared }: FormulaPlace): string | null {
  return text === "" ? shared.follow(id, row, column) : shared.begin(id, { text, row, column });
}
