import { mulDiv } from "../kernel/mul-div";
import type { Costed } from "./costed";
import { monthCounter } from "./month-counter";
import {
  comesBack,
  ISSUE,
  type Moves,
  NEUTRAL_IN,
  NEUTRAL_OUT,
  type Pools,
  TRANSFER_IN,
  TRANSFER_OUT,
  UNDO_IN,
  UNDO_OUT,
} from "./moves";

/** Rounds after which what transfers carry in circles is left as it stands. */
const MOST_ROUNDS = 100;

/**
 * The variance of one place in a month; money in smallest units. closing = opening + all that came −
 * ofIssues.
 */
export interface VarianceMonth {
  readonly place: number;
  /** Counted through the years: year · 12 + month. */
  readonly month: number;
  readonly opening: number;
  readonly ofReceipts: number;
  /** What transfers brought, less what they took away. */
  readonly ofTransfers: number;
  readonly ofIssues: number;
  readonly closing: number;
  /** What the rate is made of: the variance to be shared, and the standard value over which it is. */
  readonly shared: number;
  readonly standard: number;
}

/** What goods at standard cost did in a place in a month; money in smallest units. */
interface Cell {
  receipts: number;
  /** Standard value that came: receipts less what went back, and changes of value. */
  came: number;
  issued: number;
  readonly sent: { readonly to: number; readonly standard: number; variance: number }[];
}

/**
 * What of the standard costs is asked: the moves, what they came to, and the place of each pool; −1 = it has
 * none.
 */
export interface VarianceSource {
  readonly moves: Moves;
  readonly pools: Pools;
  readonly costed: Costed;
  readonly placeOf: (pool: number) => number;
}

/**
 * What goods cost more or less than their standard, shared month by month between what was issued and what
 * stays, by the rate (variance at the start + of receipts) ÷ (standard value at the start + of receipts).
 * What goes to another place takes its share along at this place's rate; where nothing stays, what left takes
 * the remainder, though nothing left this month. Every month from the first that has something up to `last`.
 * Source: DOMAIN §5.7.
 */
export function varianceMonths(source: VarianceSource, last: number): readonly VarianceMonth[] {
  const months = cellsByMonth(source);
  const first = Math.min(...months.keys());
  const end = Math.max(last === Infinity ? -Infinity : last, ...months.keys());
  const variance = new Map<number, number>();
  const standard = new Map<number, number>();
  const found: VarianceMonth[] = [];
  for (let month = first; month <= end; month++) {
    const cells = months.get(month) ?? new Map<number, Cell>();
    for (const place of variance.keys()) if (!cells.has(place)) cells.set(place, noCell());
    found.push(...shareOut(cells, { month, variance, standard }));
  }
  return found.filter(isSomething);
}

function noCell(): Cell {
  return { receipts: 0, came: 0, issued: 0, sent: [] };
}

function isSomething({ opening, ofReceipts, ofTransfers, ofIssues, standard }: VarianceMonth): boolean {
  return [opening, ofReceipts, ofTransfers, ofIssues, standard].some((figure) => figure !== 0);
}

/** What each place did in each month. */
function cellsByMonth({ moves, pools, costed, placeOf }: VarianceSource): Map<number, Map<number, Cell>> {
  const months = new Map<number, Map<number, Cell>>();
  const monthOf = monthCounter();
  const cellOf = (day: number, place: number): Cell => {
    const cells = months.get(monthOf(day)) ?? new Map<number, Cell>();
    months.set(monthOf(day), cells);
    const cell = cells.get(place) ?? noCell();
    cells.set(place, cell);
    return cell;
  };
  const places = pools.method.map((method, pool) => (method === "standard" ? placeOf(pool) : -1));
  for (let move = 0; move < moves.count; move++) {
    const place = places[moves.pool[move]];
    if (place === -1) continue;
    const cell = cellOf(moves.day[move], place);
    cell.receipts += costed.variance?.[move] ?? 0;
    const kind = moves.kind[move];
    if (kind === TRANSFER_OUT) send(cell, places[moves.pool[move + 1]], place, -costed.value[move]);
    else if (kind === TRANSFER_IN) {
      const from = places[moves.pool[move - 1]];
      if (from !== place) cell.came += costed.value[move];
    } else if (kind !== NEUTRAL_OUT && kind !== NEUTRAL_IN) {
      if (isOfIssues(moves, move)) cell.issued -= costed.value[move];
      else cell.came += costed.value[move];
    }
  }
  for (const { from, to, day, value } of costed.carried) {
    if (places[from] !== -1) cellOf(day, places[from]).issued += places[to] === -1 ? value : 0;
    if (places[to] !== -1 && places[from] === -1) cellOf(day, places[to]).came += value;
  }
  return months;
}

function send(cell: Cell, to: number, place: number, value: number): void {
  if (to === place) return;
  if (to === -1) cell.issued += value;
  else cell.sent.push({ to, standard: value, variance: 0 });
}

/** Whether a move is of what was issued: goods that leave, or come back from where they went. */
function isOfIssues(moves: Moves, move: number): boolean {
  const kind = moves.kind[move];
  if (kind !== UNDO_IN && kind !== UNDO_OUT) return kind === ISSUE || comesBack(kind);
  const origin = moves.origin?.[move] ?? -1;
  return origin === -1 ? kind === UNDO_OUT : isOfIssues(moves, origin);
}

interface MonthStart {
  readonly month: number;
  /** By place, at the start of the month; at its end behind this. */
  readonly variance: Map<number, number>;
  readonly standard: Map<number, number>;
}

/** Shares the variances of one month, transfers between places until they agree. */
function shareOut(cells: Map<number, Cell>, { month, variance, standard }: MonthStart): VarianceMonth[] {
  const places = [...cells].sort(([a], [b]) => a - b);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = places.map(
      ([place, cell]) => sharesOf(place, cell, cells, { month, variance, standard }).isMoved,
    );
    if (!moved.includes(true)) break;
  }
  const found = places.map(([place, cell]) => {
    const { shared, over, issues } = sharesOf(place, cell, cells, { month, variance, standard });
    const arrived = arrivedAt(place, cells);
    const gone = cell.sent.reduce((sum, { variance: part }) => sum + part, 0);
    const opening = variance.get(place) ?? 0;
    const stays = over - cell.issued - cell.sent.reduce((sum, { standard: part }) => sum + part, 0);
    return {
      ...{ place, month, opening, ofReceipts: cell.receipts, ofTransfers: arrived - gone, ofIssues: issues },
      ...{ closing: shared - gone - issues, shared, standard: over, stays },
    };
  });
  for (const { place, closing, stays } of found) {
    variance.set(place, closing);
    standard.set(place, stays);
  }
  return found;
}

function arrivedAt(place: number, cells: ReadonlyMap<number, Cell>): number {
  let arrived = 0;
  for (const { sent } of cells.values())
    for (const { to, variance } of sent) if (to === place) arrived += variance;
  return arrived;
}

/**
 * Writes what each transfer of a place takes along; answers what its issues do, and whether anything moved.
 */
function sharesOf(place: number, cell: Cell, cells: ReadonlyMap<number, Cell>, start: MonthStart) {
  const shared = (start.variance.get(place) ?? 0) + cell.receipts + arrivedAt(place, cells);
  const over = (start.standard.get(place) ?? 0) + cell.came;
  const share = (value: number): number => (over > 0 ? mulDiv(shared, value, over) : 0);
  const parts = [...cell.sent.map(({ standard }) => standard), cell.issued];
  const shares = parts.map(share);
  const isEmptied = parts.reduce((sum, part) => sum + part, 0) === over;
  const last = parts.findLastIndex((part) => part !== 0);
  if (isEmptied)
    shares[last === -1 ? shares.length - 1 : last] += shared - shares.reduce((sum, part) => sum + part, 0);
  let isMoved = false;
  cell.sent.forEach((sent, at) => {
    if (sent.variance !== shares[at]) isMoved = true;
    sent.variance = shares[at];
  });
  return { shared, over, issues: shares[cell.sent.length], isMoved };
}
