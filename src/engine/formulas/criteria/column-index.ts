import type { Column } from "../../column";
import { exactKey, numberInText } from "./value-key";
import type { ValueKey } from "./value-key";

/** The rows of a column by their value. */
export class ColumnIndex {
  readonly revision: number;
  /** Rows from 0 to before this one are in the index; all below are blank. */
  readonly length: number;
  /** Every value there is, in the order in which they first appear. */
  readonly keys: readonly ValueKey[];
  /** The number of each row's value. */
  readonly idOf: Int32Array;
  private readonly ids: Map<ValueKey, number>;
  private readonly starts: Int32Array;
  private readonly rowList: Int32Array;
  private readonly chosen = new Map<string, Uint8Array>();
  private numerals: ReadonlySet<number> | null = null;

  constructor(column: Column) {
    this.revision = column.revision;
    this.length = column.length;
    this.ids = new Map();
    this.idOf = new Int32Array(this.length);
    const keys: ValueKey[] = [];
    for (let row = 0; row < this.length; row++) {
      const key = exactKey(column.get(row));
      let id = this.ids.get(key);
      if (id === undefined) {
        id = keys.push(key) - 1;
        this.ids.set(key, id);
      }
      this.idOf[row] = id;
    }
    this.keys = keys;
    this.starts = startsOf(this.idOf, keys.length);
    this.rowList = grouped(this.idOf, this.starts);
  }

  /** The number of a value; -1 where the column has none such. */
  id(key: ValueKey): number {
    return this.ids.get(key) ?? -1;
  }

  /** True when some text of the column reads as that number. */
  hasNumeral(number: number): boolean {
    this.numerals ??= new Set(
      this.keys.flatMap((key) => (typeof key === "string" ? (numberInText(key) ?? []) : [])),
    );
    return this.numerals.has(number);
  }

  /** For each value whether it is one of those that the name stands for; worked out once. */
  choice(name: string, isChosen: (key: ValueKey) => boolean): Uint8Array {
    const known = this.chosen.get(name);
    if (known !== undefined) return known;
    const choice = Uint8Array.from(this.keys, (key) => (isChosen(key) ? 1 : 0));
    this.chosen.set(name, choice);
    return choice;
  }

  /** Where in the list of rows those of a value begin that are not above `top`. */
  from(id: number, top: number): number {
    return this.search(id, top);
  }

  /** Where in the list of rows those of a value end that are not below `bottom`. */
  to(id: number, bottom: number): number {
    return this.search(id, bottom + 1);
  }

  /** The row at a place of the list. */
  rowAt(place: number): number {
    return this.rowList[place];
  }

  private search(id: number, row: number): number {
    let low = this.starts[id];
    let high = this.starts[id + 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.rowList[middle] < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function startsOf(idOf: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (const id of idOf) starts[id + 1]++;
  for (let id = 0; id < count; id++) starts[id + 1] += starts[id];
  return starts;
}

function grouped(idOf: Int32Array, starts: Int32Array): Int32Array {
  const next = starts.slice();
  const rows = new Int32Array(idOf.length);
  for (let row = 0; row < idOf.length; row++) rows[next[idOf[row]]++] = row;
  return rows;
}

/**
 * The indexes of the columns of a workbook; each is made when it is first asked for, and after a change anew.
 */
export class CriteriaIndexes {
  private readonly known = new WeakMap<Column, ColumnIndex>();

  of(column: Column): ColumnIndex {
    const known = this.known.get(column);
    if (known?.revision === column.revision) return known;
    const made = new ColumnIndex(column);
    this.known.set(column, made);
    return made;
  }
}
