import type { CheckpointsOf } from "./checkpoints";
import type { GoneBack, Taken } from "./returned";
import type { Stock } from "./stock";

/** Where a pass begins that costs some moves alone: what all the others come to, and what pools hold. */
export interface PassStart {
  /** The moves to cost, in their order. */
  readonly picked: Int32Array;
  readonly qty: Float64Array;
  readonly value: Float64Array;
  readonly variance: Float64Array;
  readonly taken: Taken;
  /** By origin: what of it has gone back by moves that are not costed now. */
  readonly goneBack: Map<number, GoneBack>;
  readonly stock: Stock;
  /** By pool that is costed now: its checkpoints up to where it begins. */
  readonly checkpoints: CheckpointsOf;
}

/** Which moves a pass costs, all (null) or some, and whether it notes down what pools held at month ends. */
export interface PassCourse {
  readonly start: PassStart | null;
  readonly notes: boolean;
}

/** All moves, from the first. */
export const ALL: PassCourse = { start: null, notes: false };
