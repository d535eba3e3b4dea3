import { NONE } from "../../book/lines";
import { askedBy, type Link } from "../../documents/links";
import type { MoveSource } from "./move-source";

/**
 * What goes back of a receipt by a line uninvoiced, what of it had gone back so before, and how much of both
 * no invoice asks for by then; 10⁻⁶.
 */
export interface UninvoicedBack {
  readonly qty: number;
  readonly before: number;
  readonly gone: number;
}

const NOTHING: UninvoicedBack = { qty: 0, before: 0, gone: 0 };

/**
 * How much of what goes back to suppliers no invoice asked for by then, told of invoices and returns in
 * business order: a return takes of a receipt first what is not invoiced. Such goods leave at the receipt's
 * own price, so that what invoices say of the receipt is of the goods that stay. Source: DOMAIN §4 CT.
 */
export class UninvoicedReturns {
  private readonly invoiced = new Map<number, number>();
  private readonly returned = new Map<number, number>();
  private readonly parts = new Map<string, UninvoicedBack>();

  constructor(private readonly source: Pick<MoveSource, "book" | "quantities">) {}

  /** An invoice is for so much of receipts. */
  invoice(line: number, targets: readonly Link[]): void {
    for (const link of targets) {
      const { target } = link;
      this.invoiced.set(target, (this.invoiced.get(target) ?? 0) + askedBy(link));
      this.note(line, target, 0);
    }
  }

  /** So much of receipts goes back, or does not after all. */
  giveBack(line: number, targets: readonly Link[]): void {
    const takenBack = this.source.book.lines.reverses[line];
    for (const { target, qty } of targets)
      this.note(line, target, takenBack === NONE ? this.free(target, qty) : -this.by(takenBack, target).qty);
  }

  private note(line: number, target: number, qty: number): void {
    const before = this.returned.get(target) ?? 0;
    if (before === 0 && qty === 0) return;
    const left = Math.max(0, this.source.quantities.base[target] - (this.invoiced.get(target) ?? 0));
    this.parts.set(key(line, target), { qty, before, gone: Math.min(before + qty, left) });
    this.returned.set(target, before + qty);
  }

  private free(target: number, qty: number): number {
    const gone = (this.invoiced.get(target) ?? 0) + (this.returned.get(target) ?? 0);
    return Math.max(0, Math.min(qty, this.source.quantities.base[target] - gone));
  }

  /** Of what a line is about, so much of a receipt. */
  by(line: number, target: number): UninvoicedBack {
    return this.parts.get(key(line, target)) ?? NOTHING;
  }
}

function key(line: number, target: number): string {
  return `${String(line)}|${String(target)}`;
}
