import type { Day } from "../kernel/day";
import type { Title } from "../kernel/title";

/** From so many days overdue on a debt is on this level; its letter may be blank in either language. */
export interface DunningLevel {
  readonly level: number;
  readonly days: number;
  readonly letter: Title;
}

/** What was done about a debt on a day, or agreed. */
export interface DunningEvent {
  readonly row: number;
  readonly number: string;
  /** Which instalment; -1 = all. */
  readonly part: number;
  readonly day: Day;
  readonly event: "dunned" | "disputed" | "promised" | "resolved";
  readonly level: number;
  /** The day for which payment is promised; -1 = none. */
  readonly until: Day;
}
