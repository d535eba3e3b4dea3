import type { Cell, Change, Course, TableCells, TableOutline, Workbook } from "../workbook/port";
import { afterChange, keptTable, type KeptTable } from "./kept-table";

/**
 * A workbook whose tables are read once and kept. What we write ourselves is kept up without reading; what
 * others may have changed is doubted, and read again when it is next asked for.
 */
export interface KeptWorkbook extends Workbook {
  /** Has these tables read again when they are asked for; null = all, and which there are. */
  doubt(tables: readonly string[] | null): void;
  /** Has the workbook asked again which tables there are and how long they are. */
  lookAgain(): void;
  /** Something that is kept may be old. */
  isDoubtful(): boolean;
  /**
   * How often a table read anew turned out to be another than the one that was kept, or to be gone: changed
   * by others or by hand, for what we write ourselves is kept up. Only grows.
   */
  changesOfOthers(): number;
}

function isSameOutline(a: TableOutline, b: TableOutline): boolean {
  const [{ headers }, { headers: others }] = [a, b];
  const isAlike = a.sheet === b.sheet && a.rowCount === b.rowCount && headers.length === others.length;
  return isAlike && headers.every((header, i) => header === others[i]);
}

/** Keeps what is read of a workbook. */
export function keptWorkbook(workbook: Workbook): KeptWorkbook {
  const keeper = new Keeper(workbook);
  return {
    tables: (course) => keeper.tables(course),
    isReadOnly: () => workbook.isReadOnly(),
    read: (names, course) => keeper.read(names, course),
    apply: (changes, course) => keeper.apply(changes, course),
    select: (place, course) => workbook.select(place, course),
    showSheet: (name, course) => workbook.showSheet(name, course),
    selected: () => workbook.selected(),
    onChange: (listener) => workbook.onChange(listener),
    doubt: (tables) => keeper.doubt(tables),
    lookAgain: () => keeper.lookAgain(),
    isDoubtful: () => keeper.isDoubtful(),
    changesOfOthers: () => keeper.changesOfOthers,
  };
}

/** An error in a cell is an object of its own at every reading. */
function isSameCell(a: Cell, b: Cell): boolean {
  const areErrors = typeof a === "object" && a !== null && typeof b === "object" && b !== null;
  return areErrors ? a.error === b.error : a === b;
}

function holdsTheSame(a: KeptTable, b: KeptTable): boolean {
  const isSame = (cells: readonly Cell[], others: readonly Cell[]): boolean =>
    cells.every((cell, row) => isSameCell(cell, others[row]));
  return isSameOutline(a, b) && a.columns.every((cells, index) => isSame(cells, b.columns[index]));
}

class Keeper {
  changesOfOthers = 0;
  private outlines: readonly TableOutline[] | null = null;
  private isLooked = false;
  private readonly kept = new Map<string, KeptTable>();
  private readonly doubted = new Set<string>();
  /** What was kept of tables that are to be read again. */
  private readonly before = new Map<string, KeptTable>();
  private reading: readonly string[] = [];

  constructor(private readonly workbook: Workbook) {}

  async tables(course?: Course): Promise<readonly TableOutline[]> {
    if (this.outlines !== null && this.isLooked) return this.outlines;
    for (const name of this.doubted) this.forget(name);
    this.doubted.clear();
    // what is doubted while we look is doubted still
    this.isLooked = true;
    const outlines = await this.workbook.tables(course).catch((thrown: unknown) => {
      this.isLooked = false;
      throw thrown;
    });
    this.outlines = outlines;
    this.compareOutlines(outlines);
    return outlines;
  }

  /** Tables that look otherwise now are read again, and those that are gone are counted. */
  private compareOutlines(outlines: readonly TableOutline[]): void {
    const byName = new Map(outlines.map((outline) => [outline.name, outline]));
    for (const [name, table] of this.kept) {
      const outline = byName.get(name);
      if (outline === undefined || !isSameOutline(outline, table)) this.forget(name);
    }
    for (const name of this.before.keys()) if (!byName.has(name)) this.compare(name, null);
  }

  /** Has a table read again; what was kept of it is compared then. */
  private forget(name: string): void {
    const table = this.kept.get(name);
    if (table !== undefined) this.before.set(name, table);
    this.kept.delete(name);
  }

  /** Counts a table as changed that is not what was kept of it; null = it is gone. */
  private compare(name: string, now: KeptTable | null): void {
    const before = this.before.get(name);
    this.before.delete(name);
    if (before !== undefined && (now === null || !holdsTheSame(before, now))) this.changesOfOthers += 1;
  }

  async read(names: readonly string[], course?: Course): Promise<readonly TableCells[]> {
    const wanted = names.filter((name) => !this.kept.has(name) || this.doubted.has(name));
    for (const name of wanted) {
      this.doubted.delete(name);
      this.forget(name);
    }
    this.reading = wanted;
    const tables = wanted.length === 0 ? [] : await this.workbook.read(wanted, course);
    this.reading = [];
    for (const cells of tables) this.keep(keptTable(cells));
    return names.map((name) => this.known(name));
  }

  private keep(table: KeptTable): void {
    this.compare(table.name, table);
    this.kept.set(table.name, table);
  }

  private known(name: string): KeptTable {
    const table = this.kept.get(name);
    if (table === undefined) throw new Error(`table ${name} was read and is not there`);
    return table;
  }

  async apply(changes: readonly Change[], course?: Course): Promise<void> {
    try {
      await this.workbook.apply(changes, course);
    } catch (thrown) {
      this.doubt(changes.flatMap((change) => (change.do === "sheet" ? [] : [change.table])));
      throw thrown;
    }
    for (const change of changes) this.follow(change);
  }

  /** Keeps up with a change of ours. */
  private follow(change: Change): void {
    if (change.do === "sheet") return;
    const before = this.kept.get(change.table);
    const isReshaped = before === undefined || change.do === "create" || change.do === "rename";
    const after = isReshaped ? null : afterChange(before, change);
    if (after === null) {
      this.kept.delete(change.table);
      this.isLooked = false;
      return;
    }
    this.kept.set(change.table, after);
    const { name, sheet, headers, rowCount } = after;
    const outline = { name, sheet, headers, rowCount };
    this.outlines = this.outlines?.map((each) => (each.name === name ? outline : each)) ?? null;
  }

  doubt(tables: readonly string[] | null): void {
    this.isLooked = false;
    if (tables === null) this.outlines = null;
    const isOurs = (name: string): boolean => this.kept.has(name) || this.reading.includes(name);
    const names = tables ?? [...this.kept.keys(), ...this.reading];
    for (const name of names) if (isOurs(name)) this.doubted.add(name);
  }

  lookAgain(): void {
    this.isLooked = false;
  }

  isDoubtful(): boolean {
    return this.outlines === null || this.doubted.size > 0;
  }
}
