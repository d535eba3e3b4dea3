import { NONE } from "../../book/lines";
import { placeIn } from "../../costing/excerpts";
import { fatesOf } from "../../costing/fates";
import type { FatePart } from "../../costing/fate-parts";
import { BIN_SIGNS, comesBack } from "../../costing/moves";
import { placeTrail } from "../../costing/place-trail";
import { followed } from "../../costing/trail";
import type { Ledgers } from "../ledgers";
import type { StockMoves } from "../moves/move-source";
import { isShadow, type LineageStep, movesByLine, tracerOf } from "./origin-steps";

/** A bin of each pool: the first that moved in it, or that passed into it at a change of method. */
function binsOfPools({ moves, pools, bin }: StockMoves): Int32Array {
  const bins = new Int32Array(pools.count).fill(-1);
  for (const { parts } of pools.changes) for (const part of parts) bins[part.to] = part.bin;
  for (let move = moves.count - 1; move >= 0; move--) bins[moves.pool[move]] = bin[move];
  return bins;
}

/** What is left, pool by pool. */
function leftByPool(fates: readonly FatePart[], poolOf: (cell: number) => number) {
  const sums = new Map<number, { pool: number; qty: number; value: number }>();
  for (const { move, cell, qty, value } of fates) {
    if (move !== -1) continue;
    const pool = poolOf(cell);
    const sum = sums.get(pool) ?? { pool, qty: 0, value: 0 };
    sums.set(pool, { pool, qty: sum.qty + qty, value: sum.value + value });
  }
  return [...sums.values()].sort((a, b) => a.pool - b.pool);
}

/**
 * Where the goods and the cost went that each of the lines brought: layer by layer, or by their share of an
 * average. Source: DOMAIN §3.3, CONTRACT §5 lineage.
 */
export function fateSteps(ledgers: Ledgers, asked: readonly number[]): readonly LineageStep[] {
  const { stock } = ledgers;
  const { bins, bin, line, moves } = stock;
  const traceOf = tracerOf(ledgers);
  const binOfPool = binsOfPools(stock);
  const own = movesByLine(stock, new Set(asked));
  return asked.flatMap((each) => {
    const began = (own.get(each) ?? []).filter(
      (move) => BIN_SIGNS[moves.kind[move]] > 0 && !isShadow(stock, move),
    );
    return began.flatMap((move) => {
      const { excerpt, traced, poolOf } = traceOf(move);
      const itemOf = (at: number): number => bins.item[bin[excerpt.whole[at]]];
      const fates = fatesOf({ ...traced, itemOf }, new Set([placeIn(excerpt.whole, move)]));
      const gone = fates.filter((part) => part.move !== -1);
      const steps = gone.map((part): LineageStep => {
        const { kind, qty, value } = part;
        const at = excerpt.whole[part.move];
        return { asked: each, kind, line: line[at], bin: bin[at], pool: NONE, qty, value };
      });
      const left = leftByPool(fates, poolOf).map(({ pool, ...sum }): LineageStep => {
        return { asked: each, kind: "left", line: NONE, bin: binOfPool[pool], pool, ...sum };
      });
      return [...steps, ...left];
    });
  });
}

/**
 * Where all goods of a batch (or a serial number) went, place by place as they lay, whatever their cost holds
 * for: to whom, what was made of them, and what is left. Source: CONTRACT §5 lineage, recall.
 */
export function batchSteps(ledgers: Ledgers, isOfBatch: (bin: number) => boolean): readonly LineageStep[] {
  const { stock, costed } = ledgers;
  const { bins, bin, line, moves } = stock;
  const trail = followed(placeTrail({ moves, costed, bin }));
  const began = new Set<number>();
  for (let move = 0; move < moves.count; move++) {
    const isBack = comesBack(moves.kind[move]) && (moves.origin?.[move] ?? -1) !== -1;
    const isIn = BIN_SIGNS[moves.kind[move]] > 0 && !isShadow(stock, move);
    if (isIn && !isBack && isOfBatch(bin[move])) began.add(move);
  }
  const all = { ...trail, moves, qty: costed.qty, value: costed.value };
  const itemOf = (move: number): number => bins.item[bin[move]];
  return fatesOf({ ...all, itemOf }, began).map((part: FatePart): LineageStep => {
    const { kind, move, cell, qty, value } = part;
    const where = move === -1 ? { line: NONE, bin: cell } : { line: line[move], bin: bin[move] };
    return { asked: NONE, kind, ...where, pool: NONE, qty, value };
  });
}
