import { BIN_SIGNS, NEUTRAL_IN, RECEIVE, TO_STANDARD, TRANSFER_IN, VARIANCE } from "../../costing/moves";
import type { FateKind } from "../../costing/fate-parts";
import type { OriginKind } from "../../costing/back-walk";
import { originsOf } from "../../costing/origins";
import { placeIn } from "../../costing/excerpts";
import { type TracedExcerpt, tracer } from "../../costing/traced";
import { NONE } from "../../book/lines";
import { mulDiv } from "../../kernel/mul-div";
import { addedCosts } from "../moves/added-costs";
import type { Ledgers } from "../ledgers";
import type { AddedCost, LateMade, MoveSource, StockMoves } from "../moves/move-source";
import { receiptValues } from "../moves/receipt-values";
import { costingPolicy } from "../moves/stock-moves";

/** One step of a cost, and the line that it is of; quantity in 10⁻⁶, money in smallest units. */
export interface LineageStep {
  /** The line that was asked about; -1 = a batch was. */
  readonly asked: number;
  readonly kind: OriginKind | FateKind;
  readonly line: number;
  /** Where it happened, or a place where the goods lie. */
  readonly bin: number;
  /** Of goods that lie there still, the pool that holds them; -1 = a place by itself does, or none. */
  readonly pool: number;
  readonly qty: number;
  readonly value: number;
}

/** What later documents added to the cost of receipts in time to restate them. */
interface Additions {
  readonly of: ReadonlyMap<number, readonly AddedCost[]>;
  readonly value: (line: number) => number;
}

function additionsOf({ book, documents, order, quantities, links }: Ledgers): Additions {
  const source: MoveSource = { book, documents, order, quantities, links };
  const of = new Map<number, AddedCost[]>();
  const added = addedCosts(source, (cost) => {
    if (cost.amount !== cost.beyond) of.set(cost.target, [...(of.get(cost.target) ?? []), cost]);
  });
  return { of, value: receiptValues(source, added) };
}

/** The moves that lines made, by line. */
export function movesByLine({ line, moves }: StockMoves, lines: ReadonlySet<number>): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let move = 0; move < moves.count; move++) {
    if (lines.has(line[move])) found.set(line[move], [...(found.get(line[move]) ?? []), move]);
  }
  return found;
}

type Split = (step: LineageStep, move: number) => readonly LineageStep[];

/** Shows what of a receipt's cost its own price is, and what later documents added. */
function splitter(ledgers: Ledgers): Split {
  const { stock } = ledgers;
  const additions = additionsOf(ledgers);
  return (step, move) => {
    const late = step.kind === "added" ? stock.lateMade.get(move) : undefined;
    if (late !== undefined) return splitLate(step, late);
    const own = additions.of.get(step.line) ?? [];
    const isStandard = stock.pools.method[stock.moves.pool[move]] === "standard";
    if (step.kind !== "came" || stock.moves.kind[move] !== RECEIVE || isStandard || own.length === 0)
      return [step];
    const whole = additions.value(step.line);
    if (!(whole > 0)) return [step];
    const parts = own.map(({ by, amount, beyond }) => {
      const value = mulDiv(step.value, amount - beyond, whole);
      return { ...step, kind: "added" as const, line: by, qty: 0, value };
    });
    return [{ ...step, value: step.value - parts.reduce((sum, { value }) => sum + value, 0) }, ...parts];
  };
}

/** Shows which lines said late what goods made cost more. */
function splitLate(step: LineageStep, late: readonly LateMade[]): readonly LineageStep[] {
  const whole = late.reduce((sum, { amount }) => sum + amount, 0);
  const upTo = (at: number): number => {
    const before = late.slice(0, at).reduce((sum, { amount }) => sum + amount, 0);
    return at === late.length || whole === 0 ? step.value : mulDiv(step.value, before, whole);
  };
  return late.map(({ by }, at) => ({ ...step, line: by, value: upTo(at + 1) - (at === 0 ? 0 : upTo(at)) }));
}

/** Traces the moves of a book's ledgers. */
export function tracerOf({ stock, book }: Ledgers): (move: number) => TracedExcerpt {
  return tracer(stock.moves, stock.pools, costingPolicy(book));
}

/** Whether a move is another's shadow: where goods arrive that left by the line, or a difference. */
export function isShadow({ moves: { kind } }: StockMoves, move: number): boolean {
  return [TRANSFER_IN, NEUTRAL_IN, VARIANCE, TO_STANDARD].includes(kind[move]);
}

/**
 * What the cost of each of the lines is made of: receipts with what their own price is and what invoices and
 * landed costs added, openings, counts, changes of value, labour; and what it passed through on its way. Σ
 * but what it passed through = the cost. Source: DOMAIN §3.3, CONTRACT §5 lineage.
 */
export function originSteps(ledgers: Ledgers, asked: readonly number[]): readonly LineageStep[] {
  const { stock, costed } = ledgers;
  const traceOf = tracerOf(ledgers);
  const split = splitter(ledgers);
  const moves = movesByLine(stock, new Set(asked));
  return asked.flatMap((line) =>
    (moves.get(line) ?? [])
      .filter((move) => !isShadow(stock, move))
      .flatMap((move) => {
        const { excerpt, traced } = traceOf(move);
        const own = placeIn(excerpt.whole, move);
        const sign = BIN_SIGNS[stock.moves.kind[move]] < 0 ? -1 : 1;
        const origins = originsOf(traced)(own, sign * costed.qty[move], sign * costed.value[move]);
        return origins.flatMap((origin) => {
          if (origin.kind === "passed" && origin.move === own) return [];
          const at = excerpt.whole[origin.move];
          return split({ ...origin, asked: line, line: stock.line[at], bin: stock.bin[at], pool: NONE }, at);
        });
      }),
  );
}
