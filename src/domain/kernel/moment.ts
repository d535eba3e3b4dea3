import type { Day } from "./day";

/** Who acts, when, and at which computer: all that an action may know of the world beside its book. */
export interface Moment {
  readonly today: Day;
  /** Local time as 2026-01-30T08:30:00. */
  readonly now: string;
  readonly user: string;
  /** The computer's code in document numbers; "" = none. */
  readonly station: string;
  /** A new rowId, greater than every one before it. */
  newId(): string;
}
