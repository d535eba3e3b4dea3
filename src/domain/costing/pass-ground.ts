import { Checkpoints, type CheckpointsOf } from "./checkpoints";
import type { Carried, Costed, Foreknown, RefusedChange } from "./costed";
import { LooseEnds } from "./loose-ends";
import { type MonthAverages, monthAverages } from "./month-averages";
import { type CostingPolicy, type Moves, type Pools } from "./moves";
import { Made } from "./made";
import { Methods } from "./methods";
import { Parts } from "./parts";
import { nothingTaken, Returned, type Taken } from "./returned";
import { ALL, type PassCourse } from "./pass-course";
import type { ShortCosts } from "./shortage-costs";
import { Shortages } from "./shortages";
import { type Standards, standardsOf } from "./standards";
import { Stock } from "./stock";
import { ValueChanges } from "./value-changes";
import { Worths } from "./worths";

/** What a pass over moves works with: what earlier passes found out, and what has come of it so far. */
export class PassGround implements Costed {
  readonly qty: Float64Array;
  readonly value: Float64Array;
  readonly stock: Stock;
  readonly withoutCost: readonly number[];
  readonly refused: readonly RefusedChange[];
  readonly shortCosts: ShortCosts;
  readonly waiting: ReadonlyMap<number, number>;
  /** By span of pools averaged by the month: what came in with a cost of its own. */
  readonly arrived: ArrayLike<number>;
  readonly variance: Float64Array | null;
  readonly carried: Carried[] = [];
  readonly standards: Standards | null;
  readonly taken: Taken;
  readonly checkpoints: CheckpointsOf | null;
  readonly steps: number;
  protected readonly methods: Methods;
  readonly worths: Worths;
  protected readonly shortages: Shortages;
  protected readonly made: Made;
  protected readonly changes: ValueChanges;
  protected readonly returned: Returned;
  protected readonly months: MonthAverages | null;
  protected readonly parts = new Parts();
  /** Where a circle is brought to its end that does not settle; else null. */
  protected readonly ends: LooseEnds | null;
  protected readonly noting: Checkpoints | null;
  protected readonly picked: Int32Array | null;

  constructor(
    protected readonly moves: Moves,
    protected readonly pools: Pools,
    protected readonly policy: CostingPolicy,
    readonly known: Foreknown,
    { start, notes }: PassCourse = ALL,
  ) {
    this.picked = start?.picked ?? null;
    this.steps = this.picked?.length ?? moves.count;
    this.qty = start?.qty ?? new Float64Array(moves.count);
    this.value = start?.value ?? new Float64Array(moves.count);
    this.taken = start?.taken ?? nothingTaken(moves.origin === null ? 0 : moves.count);
    this.methods = new Methods(pools.method);
    this.stock = start?.stock ?? new Stock(pools.count, this.methods.areLayered ? moves.count : 0);
    const { moneyDecimals } = policy;
    this.standards = standardsOf({ moves, pools, stock: this.stock, moneyDecimals }, start?.variance);
    if (this.standards !== null) this.methods.use("standard", this.standards.method);
    this.worths = new Worths({ stock: this.stock, moves, pools, standards: this.standards }, policy);
    this.ends = known.frozen === null ? null : new LooseEnds(moves, pools.count, this.value);
    this.shortages = new Shortages(this.stock, known.shortCosts, moves, this.ends);
    this.returned = new Returned(moves, this.value, this.taken, start?.goneBack);
    this.made = new Made(moves, this.value, known.shortCosts);
    this.variance = this.standards?.variance ?? null;
    this.changes = new ValueChanges(moves, this);
    this.refused = this.changes.refused;
    this.withoutCost = this.worths.withoutCost;
    this.shortCosts = this.shortages.costs;
    this.waiting = this.shortages.waiting;
    const ground = { moves, pools, policy, stock: this.stock, shortages: this.shortages, ends: this.ends };
    this.months = monthAverages({ ...ground, withoutCost: this.worths.withoutCost }, known);
    this.arrived = this.months?.arrived ?? [];
    // what an average of the month or a change of method gives is not of the pool's own moves alone
    const isOwn = this.months === null && pools.changes.length === 0;
    this.noting = notes && isOwn ? new Checkpoints(moves, pools.count) : null;
    this.checkpoints = this.noting?.of ?? null;
    this.noting?.resume(start?.checkpoints ?? new Map());
    this.standards?.resume(start?.checkpoints ?? new Map());
  }
}
