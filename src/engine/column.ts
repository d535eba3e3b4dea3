import { Bits } from "./bits";
import type { Cell } from "./cell";
import { shiftedKeys } from "./column-stretch";
import type { ColumnStretch, KeptCell } from "./column-stretch";

/** A cell further than this behind the last one leaves a gap. */
const nearby = 4096;

/** One column of a sheet: values in one array, styles and formulas beside it. Rows are 0-based. */
export class Column {
  private readonly values: Cell[];
  private styles = new Uint16Array(0);
  /** Of cells that stand alone far below the others. */
  private farStyles: Map<number, number> | null = null;
  private formulas: Map<number, string> | null = null;
  private keeps: Map<number, KeptCell> | null = null;
  /** Rows whose formula may fill more cells than its own. */
  private spilling: Map<number, true> | null = null;
  private hasGaps = false;
  /** Rows whose cell differs from what was opened. */
  readonly touched = new Bits();
  /** Rows whose value alone differs from what was opened, as their formula came to another. */
  readonly recalculated = new Bits();
  /** Rows written since the formulas were last calculated. */
  readonly unseen = new Bits();
  /** Counts the changes of values, so that an index of them knows when it is out of date. */
  revision = 0;
  /** Counts the changes of formulas. */
  formulaRevision = 0;

  /** The array becomes the column's own, without a copy. */
  constructor(values: Cell[] = []) {
    this.values = values;
  }

  /** One past the last row that may hold a value. */
  get length(): number {
    return this.values.length;
  }

  get(row: number): Cell {
    return this.values[row] ?? null;
  }

  set(row: number, cell: Cell): void {
    this.revision++;
    if (row < this.values.length) this.values[row] = cell;
    else if (cell !== null) this.extend(row, cell);
  }

  /** Rows `from` (included) to `to` (excluded), blanks where nothing was ever written. */
  cells(from: number, to: number): Cell[] {
    const cells = this.values.slice(from, to);
    if (this.hasGaps) fillGaps(cells);
    const missing = to - from - cells.length;
    return missing > 0 ? cells.concat(Array<null>(missing).fill(null)) : cells;
  }

  /** The style of the cell; -1 where there is no cell of its own. */
  style(row: number): number {
    if (row < this.styles.length) return this.styles[row] - 1;
    return (this.farStyles?.get(row) ?? 0) - 1;
  }

  /** -1 takes the cell's own style away. */
  setStyle(row: number, style: number): void {
    const { length } = this.styles;
    if (row > length * 2 + nearby) {
      (this.farStyles ??= new Map()).set(row, style + 1);
      return;
    }
    if (row >= length) this.lengthenStyles(row);
    this.styles[row] = style + 1;
  }

  private lengthenStyles(row: number): void {
    const longer = new Uint16Array(Math.max(row + 1, this.styles.length * 2, 16));
    longer.set(this.styles);
    for (const [far, style] of this.farStyles ?? []) if (far < longer.length) longer[far] = style;
    this.styles = longer;
  }

  formula(row: number): string | null {
    return this.formulas?.get(row) ?? null;
  }

  setFormula(row: number, formula: string | null): void {
    this.spilling?.delete(row);
    if (formula !== null) (this.formulas ??= new Map()).set(row, formula);
    else if (this.formulas?.delete(row) !== true) return;
    this.formulaRevision++;
  }

  /** True when the formula fills as many cells as its result has, as those typed into Excel today do. */
  spills(row: number): boolean {
    return this.spilling?.has(row) ?? false;
  }

  /** Rows whose formula may fill more cells than its own. */
  spillRows(): Iterable<number> {
    return this.spilling?.keys() ?? [];
  }

  /** Lets the formula of that row fill more cells than its own. */
  letSpill(row: number): void {
    (this.spilling ??= new Map()).set(row, true);
    this.formulaRevision++;
  }

  get hasFormulas(): boolean {
    return this.formulas !== null && this.formulas.size > 0;
  }

  /** Rows that hold a formula, with its text. */
  formulaRows(): Iterable<readonly [number, string]> {
    return this.formulas ?? [];
  }

  kept(row: number): KeptCell | null {
    return this.keeps?.get(row) ?? null;
  }

  keep(row: number, kept: KeptCell | null): void {
    if (kept !== null) (this.keeps ??= new Map()).set(row, kept);
    else this.keeps?.delete(row);
  }

  /** The first row from `from` on that holds a value or a formula; -1 when there is none. */
  nextFilled(from: number): number {
    const value = this.nextValue(from);
    let found = value < 0 ? Infinity : value;
    for (const row of this.formulas?.keys() ?? []) if (row >= from && row < found) found = row;
    return found === Infinity ? -1 : found;
  }

  /** One past the last row that holds a value or a formula. */
  get filledEnd(): number {
    const filled = this.values.findLastIndex((value) => value !== null) + 1;
    return Math.max(filled, endOf(this.formulas));
  }

  /** One past the last row that bears a value, a formula or a style of its own. */
  get end(): number {
    const styled = this.styles.findLastIndex((style) => style !== 0) + 1;
    return Math.max(this.values.length, styled, endOf(this.formulas), endOf(this.farStyles));
  }

  /** Puts so many blank rows before row `at`. */
  insertRows(at: number, count: number): void {
    this.countResultsAsTouched();
    this.spliceValues(
      at,
      0,
      Array.from({ length: at < this.values.length ? count : 0 }, () => null),
    );
    this.spliceStyles(at, 0, new Uint16Array(at < this.styles.length ? count : 0));
    this.renumber((row) => (row < at ? row : row + count));
    for (const rows of [this.touched, this.unseen]) {
      rows.insert(at, count);
      rows.addRange(at, at + count);
    }
  }

  /** Takes rows out, and answers what they held. */
  takeRows(at: number, count: number): ColumnStretch {
    const taken = this.copyRows(at, count);
    this.countResultsAsTouched();
    this.spliceValues(at, count, []);
    this.spliceStyles(at, count, new Uint16Array(0));
    this.renumber((row) => {
      if (row < at) return row;
      return row < at + count ? -1 : row - count;
    });
    for (const rows of [this.touched, this.unseen]) {
      rows.delete(at, count);
      rows.addRange(Math.max(at - 1, 0), at + 1);
    }
    return taken;
  }

  /** Puts rows that were taken out back before row `at`. */
  putRows(at: number, stretch: ColumnStretch): void {
    this.insertRows(at, stretch.count);
    this.setRows(at, stretch);
  }

  /** What rows hold. */
  copyRows(at: number, count: number): ColumnStretch {
    const isThere = ([row]: readonly [number, unknown]): boolean => row >= at && row < at + count;
    const styles = Array.from({ length: count }, (_, i) => this.style(at + i));
    return {
      count,
      values: this.cells(at, at + count),
      styles: styles.some((style) => style >= 0) ? styles : null,
      formulas: [...(this.formulas ?? [])].filter(isThere).map(([row, text]) => [row - at, text]),
      keeps: [...(this.keeps ?? [])].filter(isThere).map(([row, kept]) => [row - at, kept]),
      spilling: [...(this.spilling ?? [])].filter(isThere).map(([row]) => row - at),
    };
  }

  /** Lets rows hold what a stretch holds. */
  setRows(at: number, { count, values, styles, formulas, keeps, spilling }: ColumnStretch): void {
    for (let i = 0; i < count; i++) this.setPlain(at + i, values[i], styles === null ? -1 : styles[i]);
    for (const rows of [this.touched, this.unseen]) rows.addRange(at, at + count);
    for (const [i, text] of formulas) this.setFormula(at + i, text);
    for (const [i, kept] of keeps) this.keep(at + i, kept);
    for (const i of spilling) this.letSpill(at + i);
  }

  /** Rows that moved are written anew whatever changed in them. */
  private countResultsAsTouched(): void {
    this.touched.addAll(this.recalculated);
    this.recalculated.clear();
  }

  private setPlain(row: number, value: Cell, style: number): void {
    this.set(row, value);
    if (this.style(row) !== style) this.setStyle(row, style);
    this.setFormula(row, null);
    this.keep(row, null);
  }

  private renumber(to: (row: number) => number): void {
    this.formulas = shiftedKeys(this.formulas, to);
    this.farStyles = shiftedKeys(this.farStyles, to);
    this.keeps = shiftedKeys(this.keeps, to);
    this.spilling = shiftedKeys(this.spilling, to);
    this.revision++;
    this.formulaRevision++;
  }

  private spliceValues(at: number, gone: number, come: readonly Cell[]): void {
    const { values } = this;
    if (at >= values.length) return;
    const rest = values.slice(at + gone);
    values.length = at;
    for (const cell of come) values.push(cell);
    for (let i = 0; i < rest.length; i++) values.push(rest[i] ?? null);
  }

  private spliceStyles(at: number, gone: number, come: Uint16Array): void {
    const { styles } = this;
    if (at >= styles.length) return;
    const rest = styles.subarray(at + gone);
    const spliced = new Uint16Array(at + come.length + rest.length);
    spliced.set(styles.subarray(0, at));
    spliced.set(come, at);
    spliced.set(rest, at + come.length);
    this.styles = spliced;
  }

  private nextValue(from: number): number {
    for (let row = from; row < this.values.length; row++) if (this.get(row) !== null) return row;
    return -1;
  }

  private extend(row: number, cell: Cell): void {
    if (row - this.values.length > nearby) this.hasGaps = true;
    else for (let i = this.values.length; i < row; i++) this.values.push(null);
    if (row === this.values.length) this.values.push(cell);
    else this.values[row] = cell;
  }
}

/** One past the largest key; 0 where there is none. */
function endOf(rows: ReadonlyMap<number, unknown> | null): number {
  let end = 0;
  for (const row of rows?.keys() ?? []) end = Math.max(end, row + 1);
  return end;
}

function fillGaps(cells: Cell[]): void {
  for (let i = 0; i < cells.length; i++) cells[i] ??= null;
}
