import type { MadePart } from "../../costing/moves";
import { shared } from "../../kernel/shared";
import type { JobShare, LateMade, PlacedShare } from "./move-source";

/** What was made of the cost of one job, and the weight of goods that keep what they came in at. */
interface JobParts {
  readonly parts: readonly Omit<MadePart, "late">[];
  readonly apart: number;
}

/** What of late costs lay in production, job by job, is of the goods that the job made later. */
export class LateInJobs {
  readonly made = new Map<number, LateMade[]>();
  private readonly byJob = new Map<string, (JobShare & { readonly by: number })[]>();
  private readonly place: Int32Array;

  constructor(
    late: readonly PlacedShare[],
    private readonly lineOf: (move: number) => number,
    { order, lines }: { readonly order: Int32Array; readonly lines: number },
  ) {
    for (const { by, jobs } of late)
      for (const share of jobs)
        this.byJob.set(share.job, [...(this.byJob.get(share.job) ?? []), { ...share, by }]);
    this.place = new Int32Array(this.byJob.size === 0 ? 0 : lines).fill(-1);
    if (this.byJob.size > 0) order.forEach((line, at) => (this.place[line] = at));
  }

  /**
   * Shares out what lay in a job by the weight of what it made after each of the late lines; goods that keep
   * their cost have their share, too, and what is left stays in production.
   */
  share(job: string, { parts, apart }: JobParts): readonly MadePart[] {
    for (const { by, amount } of this.byJob.get(job) ?? []) {
      const isLater = (move: number): boolean => this.place[this.lineOf(move)] > this.place[by];
      const later = parts.filter(({ move, told }) => Number.isNaN(told) && isLater(move));
      const shares = shared(amount, [apart, ...later.map(({ weight }) => weight)]).slice(1);
      later.forEach(({ move }, at) => {
        if (shares[at] === 0) return;
        this.made.set(move, [...(this.made.get(move) ?? []), { by, amount: shares[at] }]);
      });
    }
    return parts.map((part) => ({ ...part, late: this.of(part.move) }));
  }

  private of(move: number): number {
    return (this.made.get(move) ?? []).reduce((sum, { amount }) => sum + amount, 0);
  }
}
