import { mulDiv } from "../../kernel/mul-div";
import { documentTypes } from "../../documents/index";
import type { AddedCosts } from "./added-costs";
import { type LateCosts, lateCosts } from "./late-costs";
import type { MoveSource, PlacedShare } from "./move-source";
import { invoicedMore } from "./receipt-values";

/** So much of a receipt's move goes back to the supplier by a line. */
export interface PartBack {
  readonly line: number;
  readonly target: number;
  /** What the receipt's move brought, and what of it goes back; 10⁻⁶. */
  readonly brought: number;
  readonly qty: number;
}

/** The same before so many of the other moves. */
interface Back extends PartBack {
  readonly at: number;
  /** Whether layers keep what came late by themselves. */
  readonly layered: boolean;
}

/** So much that goes back, and what all that was brought would cost more if it went so; NaN = nothing. */
interface PricedBack {
  readonly qty: number;
  readonly more: number;
}

/** What is said of a receipt beside its own move. */
interface Said {
  /** What invoices added to its own value. */
  readonly more: number;
  readonly late: LateCosts;
  /** All of it, and what of it has gone back by then that no invoice asks for in time, or by then; 10⁻⁶. */
  readonly whole: number;
  readonly gone: { readonly inTime: number; readonly late: number };
  readonly layered: boolean;
}

/**
 * What goods go back to suppliers at, beside their share of what their receipt came in at: those that no
 * invoice asks for first, without what invoices said of the receipt; the others with all of that, and both
 * with what came too late for the receipt. Smallest units. Source: DOMAIN §4 CT, §5.8, §5.10.
 */
export class SupplierReturns {
  private readonly lateOf: ReturnType<typeof lateCosts>;
  /** By line and receipt: how much of it went back uninvoiced so far, piece by piece. */
  private readonly gone = new Map<string, number>();

  constructor(
    private readonly source: MoveSource,
    private readonly added: AddedCosts,
    late: readonly PlacedShare[],
  ) {
    const { type } = source.book.lines;
    this.lateOf = lateCosts(late, (line) => documentTypes[type[line]].debt === "invoice");
  }

  parts({ line, target, brought, qty, at, layered }: Back): readonly PricedBack[] {
    const whole = this.source.quantities.base[target];
    const own = this.added.returns.by(line, target);
    const left = Math.max(0, whole - (this.added.invoiced.get(target)?.qty ?? 0));
    const said: Said = {
      ...{ whole, layered, late: this.lateOf(target, at) },
      more: invoicedMore(this.source, this.added, target),
      gone: { inTime: Math.min(own.before + own.qty, left), late: own.gone },
    };
    const key = `${String(line)}|${String(target)}`;
    const gone = this.gone.get(key) ?? 0;
    const first = Math.max(0, Math.min(qty, own.qty - gone, left - own.before - gone));
    this.gone.set(key, gone + first);
    const ofMove = (more: number): number => (whole > 0 ? mulDiv(more, brought, whole) : 0) || NaN;
    const both = [
      { qty: first, more: ofMove(uninvoiced(said)) },
      { qty: qty - first, more: ofMove(invoiced(said)) },
    ];
    return both.filter((part) => part.qty > 0);
  }
}

/** Of goods that no invoice asks for; what layers have of invoices stays there. */
function uninvoiced({ more, late, layered }: Said): number {
  return layered ? 0 - more - late.invoiced : late.landed - more;
}

/** Of goods that invoices ask for: theirs is also what invoices said of what goes back without. */
function invoiced({ more, late, whole, gone, layered }: Said): number {
  if (layered || gone.inTime >= whole || gone.late >= whole) return 0;
  const ofLate = mulDiv(late.invoiced, whole, whole - gone.late);
  return late.landed + ofLate + mulDiv(more, gone.inTime, whole - gone.inTime);
}
