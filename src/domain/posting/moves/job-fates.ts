import type { Book } from "../../book/book";
import { NONE } from "../../book/lines";
import { placeIn } from "../../costing/excerpts";
import { MADE, VARIANCE } from "../../costing/moves";
import { documentTypes } from "../../documents/index";
import { mulDiv } from "../../kernel/mul-div";
import type { StockMoves } from "./move-source";

/** What of a receipt's cost is in production for a job by some moment. */
export interface InProduction {
  readonly job: string;
  /** The move that brought the goods; the first where several did. */
  readonly receipt: number;
  /** Of the probe. */
  readonly part: number;
  /** What the goods are worth there, the receipt at what it was known to cost. */
  readonly worth: number;
}

/** The moves by which materials went into a job, and by which goods came out of it at what it cost. */
interface JobMoves {
  readonly job: string;
  readonly moves: readonly number[];
}

/** By job: the moves into it, those that take them back, and those of goods made at its cost. */
export function jobMoves({ lines }: Book, { moves, line }: StockMoves): readonly JobMoves[] {
  const found = new Map<string, number[]>();
  const does = documentTypes.map(({ job }) => job);
  if (!lines.job.some((job) => job !== "")) return [];
  for (let move = 0; move < moves.count; move++) {
    const own = line[move];
    const of = lines.reverses[own] === NONE ? own : lines.reverses[own];
    const isOf =
      does[lines.type[of]] === "uses" || (does[lines.type[of]] === "makes" && moves.kind[move] === MADE);
    if (!isOf || lines.job[of] === "" || moves.kind[move] === VARIANCE) continue;
    found.set(lines.job[of], [...(found.get(lines.job[of]) ?? []), move]);
  }
  return [...found].map(([job, list]) => ({ job, moves: list }));
}

/** The same of an excerpt before a move of it, by the excerpt's own numbers. */
export function jobMovesIn(jobs: readonly JobMoves[], whole: Int32Array, end: number): readonly JobMoves[] {
  return jobs
    .map(({ job, moves }) => ({
      job,
      moves: moves.flatMap((move) => {
        const at = placeIn(whole, move);
        return at < end && whole[at] === move ? [at] : [];
      }),
    }))
    .filter(({ moves }) => moves.length > 0);
}

/** What moves came to, the receipt at what it was known to cost and probed; the receipt among all moves. */
interface JobProbing {
  readonly plain: Float64Array;
  readonly probed: Float64Array;
  readonly receipt: number;
}

/** What is in production of the receipt's cost: what went in less what came out. */
export function inProduction(
  jobs: readonly JobMoves[],
  { plain, probed, receipt }: JobProbing,
): readonly InProduction[] {
  return jobs.flatMap(({ job, moves }) => {
    const more = moves.map((move) => plain[move] - probed[move]);
    const part = more.reduce((sum, one) => sum + one, 0);
    if (part <= 0) return [];
    const used = moves.filter((_, at) => more[at] > 0);
    const went = used.reduce((sum, move) => sum + (plain[move] - probed[move]), 0);
    const worth = used.reduce((sum, move) => sum - plain[move], 0);
    return [{ job, receipt, part, worth: Math.max(0, mulDiv(worth, part, went)) }];
  });
}
