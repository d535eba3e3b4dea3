import type { RefusedChange } from "./costed";
import type { CostingMethod } from "./costing-method";
import { type Moves, REPRICE, REPRICE_BY, REVALUE, REVALUE_TO, TO_STANDARD, UNDO_VALUE } from "./moves";
import { heldBy, type Revaluation, revalued } from "./revalue";
import type { Standards } from "./standards";
import type { Stock } from "./stock";
import type { Worths } from "./worths";

/** What changes of value work on. */
export interface ValueGround {
  readonly stock: Stock;
  /** What each move comes to, signed: written here. */
  readonly value: Float64Array;
  readonly worths: Worths;
  readonly standards: Standards | null;
}

/** The moves that change the value of what is there. Source: DOMAIN §5.13, §7. */
export class ValueChanges {
  /** Those that could not be, since nothing is there or it would be worth less than nothing. */
  readonly refused: RefusedChange[] = [];

  constructor(
    private readonly moves: Moves,
    private readonly ground: ValueGround,
  ) {}

  /** Changes the value of a pool as a move says. */
  change(move: number, pool: number, method: CostingMethod): void {
    const kind = this.moves.kind[move];
    const { standards } = this.ground;
    if (kind === REVALUE_TO || kind === REPRICE) standards?.change(move, pool);
    if (standards?.has(pool) === true) this.changeAtStandard(move, pool, standards);
    else if (kind === TO_STANDARD) return;
    else if (kind === REPRICE || kind === REPRICE_BY) this.reprice(move, pool, method);
    else if (kind === UNDO_VALUE) this.undo(move, pool, method);
    else this.revalue(move, pool, method);
  }

  private revalue(move: number, pool: number, { layered }: CostingMethod): void {
    this.add(move, pool, this.ground.worths.asked(move, pool, layered));
  }

  /**
   * Of goods at standard cost another standard alone changes what they are worth, all else their variance.
   * Source: DOMAIN §5.7.
   */
  private changeAtStandard(move: number, pool: number, standards: Standards): void {
    const { value } = this.ground;
    const { kind, value: said, origin } = this.moves;
    const { variance } = standards;
    const undone = origin?.[move] ?? -1;
    if (kind[move] === UNDO_VALUE) variance[move] -= value[undone] + variance[undone];
    else if (kind[move] === REVALUE) this.addAtStandard(move, pool, { more: said[move], variance });
    else {
      const more = standards.bringTo(pool);
      value[move] += more;
      if (kind[move] === TO_STANDARD) variance[move] -= more;
    }
  }

  private addAtStandard(
    move: number,
    pool: number,
    { more, variance }: { readonly more: number; readonly variance: Float64Array },
  ): void {
    const { stock } = this.ground;
    if (stock.qty[pool] > 0) variance[move] += more;
    else this.refused.push({ move, more, qty: 0, value: 0 });
  }

  private undo(move: number, pool: number, { layered }: CostingMethod): void {
    const { stock, value } = this.ground;
    const more = -value[this.moves.origin?.[move] ?? -1];
    if (more !== 0) this.add(move, pool, { layered, layer: -1, more, ...heldBy(stock, pool, -1) });
  }

  private add(move: number, pool: number, to: Revaluation): void {
    const { stock, value } = this.ground;
    if (revalued(stock, pool, to)) value[move] += to.more;
    else this.refused.push({ move, more: to.more, qty: to.qty, value: to.value });
  }

  private reprice(move: number, pool: number, method: CostingMethod): void {
    const { stock, value, worths } = this.ground;
    const there = Math.max(0, stock.qty[pool]);
    if (stock.qty[pool] < 0) return;
    const { kind, value: said } = this.moves;
    const isBy = kind[move] === REPRICE_BY;
    const worth = isBy ? stock.value[pool] + said[move] : worths.repriced(move, there);
    value[move] += worth - stock.value[pool];
    method.reset(stock, pool, there, worth, { move, firstDay: this.moves.day[move] });
  }
}
