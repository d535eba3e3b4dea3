import { rowOf } from "../book/lines";
import { NEUTRAL_IN, TRANSFER_IN } from "../costing/moves";
import { placeOf } from "../documents/place";
import { type Finding, finding } from "../kernel/finding";
import { figure, LARGEST, MOST_TYPED } from "../kernel/numbers";
import type { Ledgers } from "./ledgers";
import { draftsOutOfMoney, moneyOutOfRange } from "./money-range";

/** True where a sum is still exact. */
export function isExact(sum: number): boolean {
  return Math.abs(sum) <= LARGEST;
}

/** What passes the bounds: a move, by its own worth or by what its stock then comes to. */
interface Passing {
  readonly move: number;
  readonly of: "value" | "qty";
  readonly units: number;
  readonly most: number;
}

/** Moves that pass what can be reckoned with, and which of all moves follow from such a one. */
class Beyond {
  readonly first: Passing[] = [];
  private readonly isBad: Uint8Array;
  private readonly isSpoilt: Uint8Array;
  private readonly qty: Float64Array;
  private readonly value: Float64Array;

  constructor(private readonly ledgers: Ledgers) {
    const { moves, pools } = ledgers.stock;
    this.isBad = new Uint8Array(moves.count);
    this.isSpoilt = new Uint8Array(pools.count);
    this.qty = new Float64Array(pools.count);
    this.value = new Float64Array(pools.count);
    for (let move = 0; move < moves.count; move++) this.look(move, moves.pool[move]);
  }

  private look(move: number, pool: number): void {
    const { qty, value } = this.ledgers.costed;
    this.qty[pool] += qty[move];
    this.value[pool] += value[move];
    const isOne = Math.abs(value[move]) <= MOST_TYPED && Math.abs(qty[move]) <= MOST_TYPED;
    if (isOne && isExact(this.qty[pool]) && isExact(this.value[pool])) return;
    if (this.isSpoilt[pool] === 0 && !this.follows(move)) this.first.push(this.passing(move, pool));
    this.isBad[move] = 1;
    this.isSpoilt[pool] = 1;
  }

  private passing(move: number, pool: number): Passing {
    const { qty, value } = this.ledgers.costed;
    const all: readonly Passing[] = [
      { move, of: "value", units: value[move], most: MOST_TYPED },
      { move, of: "qty", units: qty[move], most: MOST_TYPED },
      { move, of: "value", units: this.value[pool], most: LARGEST },
    ];
    const passes = ({ units, most }: Passing): boolean => !(Math.abs(units) <= most);
    return all.find(passes) ?? { move, of: "qty", units: this.qty[pool], most: LARGEST };
  }

  /** What arrives or comes back is as bad as what it left by. */
  private follows(move: number): boolean {
    const { kind, origin } = this.ledgers.stock.moves;
    const arrives = kind[move] === TRANSFER_IN || kind[move] === NEUTRAL_IN;
    if (arrives && this.isBad[move - 1] === 1) return true;
    const from = origin?.[move] ?? -1;
    return from !== -1 && this.isBad[from] === 1;
  }
}

/** The column of a line where its worth is shown. */
function worthIn({ book }: Ledgers, line: number): string {
  return rowOf(book.lines, line).table === "stock" ? "value" : "cost";
}

function told(ledgers: Ledgers, { move, of, units, most: limit }: Passing, line: number): Finding {
  const { book, stock } = ledgers;
  const decimals = of === "qty" ? 6 : book.settings.moneyDecimals;
  const most = figure(limit, decimals);
  const isKnown = line === stock.line[move] && Number.isFinite(units);
  const value = isKnown ? figure(units, decimals) : `>${String(most)}`;
  const column = of === "qty" ? of : worthIn(ledgers, line);
  return finding("OUT_OF_RANGE", placeOf(book.lines, line, column), { value, least: -most, most });
}

/**
 * OUT_OF_RANGE on each line with which the worth of stock first passes what can be reckoned with: more than
 * one amount may be, or a sum that is exact no more. What follows from it in the same stock is not told
 * again. Money and debts as `moneyOutOfRange` says.
 * Source: HOUSE §6.
 */
export function outOfRange(ledgers: Ledgers): Finding[] {
  const { line } = ledgers.stock;
  const stock = new Beyond(ledgers).first.map((passing) => told(ledgers, passing, line[passing.move]));
  return [...stock, ...moneyOutOfRange(ledgers)];
}

/**
 * The same on drafts: on the one whose line it is or, where a posted line passes, on the last draft before it
 * in the same stock; none where no draft is to blame.
 */
export function draftsOutOfRange(ledgers: Ledgers, isDraft: (line: number) => boolean): Finding[] {
  const { moves, line } = ledgers.stock;
  const stock = new Beyond(ledgers).first.flatMap((passing) => {
    const pool = moves.pool[passing.move];
    let at = passing.move;
    while (at >= 0 && !(moves.pool[at] === pool && isDraft(line[at]))) at--;
    return at < 0 ? [] : [told(ledgers, passing, line[at])];
  });
  return [...stock, ...draftsOutOfMoney(ledgers, isDraft)];
}
