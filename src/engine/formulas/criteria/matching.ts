import type { Reference } from "../values/grid";
import type { World } from "../world";
import type { ColumnIndex } from "./column-index";
import type { Criterion } from "./criterion";

/** Cells, and what is looked for among them. */
export interface Condition {
  readonly cells: Reference;
  readonly criterion: Criterion;
}

/** One condition in one column. */
interface Side {
  readonly index: ColumnIndex;
  readonly top: number;
  /** The number of the one value looked for, -1 where it is not there; several are in `choice`. */
  readonly id: number;
  readonly choice: Uint8Array | null;
  readonly takesBlanks: boolean;
}

/** The rows of some columns of one height that are looked through, and the column at hand; from 0. */
export interface Scan {
  readonly rows: number;
  readonly column: number;
}

/** Tells every row (from 0, downwards) of the column that meets all conditions. */
export function eachMatch(
  conditions: readonly Condition[],
  at: World,
  scan: Scan & { readonly use: (row: number) => void },
): void {
  const sides = conditions.map((condition) => sideOf(condition, at, scan.column));
  if (sides.some((side) => !side.takesBlanks && side.choice === null && side.id < 0)) return;
  const driver = shortest(sides, scan.rows);
  if (driver === null) scanAll(sides, scan);
  else followList(driver, sides, scan);
}

/** How many rows of the column meet all conditions; what lies below the used cells is blank. */
export function countMatches(conditions: readonly Condition[], at: World, column: number): number {
  const { rows } = conditions[0].cells;
  const sides = conditions.map((condition) => sideOf(condition, at, column));
  const [only] = sides;
  if (sides.length === 1 && only.choice === null && !only.takesBlanks) return listed(only, rows);
  const used = Math.min(rows, Math.max(...sides.map(({ index, top }) => Math.max(0, index.length - top))));
  let count = sides.every(({ takesBlanks }) => takesBlanks) ? rows - used : 0;
  eachMatch(conditions, at, { rows: used, column, use: () => count++ });
  return count;
}

function sideOf({ cells, criterion }: Condition, at: World, column: number): Side {
  const index = at.indexes.of(cells.sheet.column(cells.left + column));
  const { key, holds, name } = criterion;
  const takesBlanks = holds(null);
  const isSingle = key !== undefined && !(typeof key === "number" && index.hasNumeral(key));
  const choice = isSingle ? null : index.choice(name, holds);
  return { index, top: cells.top, id: isSingle ? index.id(key) : -1, choice, takesBlanks };
}

function listed({ index, id, top }: Side, rows: number): number {
  return id < 0 ? 0 : index.to(id, top + rows - 1) - index.from(id, top);
}

/** The condition that names a single value with the fewest rows; null where none does. */
function shortest(sides: readonly Side[], rows: number): Side | null {
  let best: Side | null = null;
  let fewest = Infinity;
  for (const side of sides) {
    if (side.choice !== null || side.takesBlanks) continue;
    const count = listed(side, rows);
    if (count < fewest) [best, fewest] = [side, count];
  }
  return best;
}

type Using = Scan & { readonly use: (row: number) => void };

function followList(driver: Side, sides: readonly Side[], { rows, use }: Using): void {
  const others = sides.filter((side) => side !== driver);
  const { index, id, top } = driver;
  const end = index.to(id, top + rows - 1);
  for (let place = index.from(id, top); place < end; place++) {
    const row = index.rowAt(place) - top;
    if (others.length === 0 || meetsAll(others, row)) use(row);
  }
}

function scanAll(sides: readonly Side[], { rows, use }: Using): void {
  for (let row = 0; row < rows; row++) if (meetsAll(sides, row)) use(row);
}

function meetsAll(sides: readonly Side[], row: number): boolean {
  for (const side of sides) if (!meets(side, side.top + row)) return false;
  return true;
}

function meets({ index, id, choice, takesBlanks }: Side, place: number): boolean {
  if (place >= index.length) return takesBlanks;
  const found = index.idOf[place];
  return choice === null ? found === id : choice[found] === 1;
}
