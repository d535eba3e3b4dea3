import type { DebtEffect } from "./document-type";

/**
 * What a line can be used up by: what documents do to debts, returns of what no invoice asked for, and,
 * whatever the settings say: what invoices ask for, what went back before any did, and red invoices of goods
 * that went back.
 */
export type Purpose = DebtEffect | "uninvoiced" | "asked" | "backUnasked" | "red";

/**
 * What is left of each line for each purpose, 10⁻⁶ of the stock unit; what a refused draft took comes back.
 */
export class Remainders {
  private readonly left = new Map<string, number>();
  /** What the document at hand took, each with what was left before. */
  private undo: { readonly key: string; readonly left: number }[] = [];

  constructor(private readonly base: Float64Array) {}

  /** The next document has its turn. */
  begin(): void {
    this.undo = [];
  }

  /** The document at hand takes nothing after all. */
  giveBack(): void {
    for (const { key, left } of this.undo.reverse()) this.left.set(key, left);
  }

  of(purpose: Purpose, target: number): number {
    return this.left.get(`${purpose}|${String(target)}`) ?? this.base[target];
  }

  /** How much of a line was used up. */
  usedOf(purpose: Purpose, target: number): number {
    return this.base[target] - this.of(purpose, target);
  }

  use(purpose: Purpose, target: number, qty: number): void {
    const key = `${purpose}|${String(target)}`;
    const left = this.of(purpose, target);
    this.left.set(key, left - qty);
    this.undo.push({ key, left });
  }

  /** How much of what goes back invoices ask for: what they do not goes first. */
  billedOf(target: number, qty: number): number {
    const unasked = this.of("asked", target) - this.usedOf("backUnasked", target);
    return qty - Math.max(0, Math.min(qty, unasked));
  }

  /** What went back of what invoices ask for, and no red invoice is of yet. */
  billedBack(target: number): number {
    const unasked = Math.min(this.usedOf("backUnasked", target), Math.max(0, this.of("asked", target)));
    return Math.max(0, this.usedOf("return", target) - unasked - this.usedOf("red", target));
  }
}
