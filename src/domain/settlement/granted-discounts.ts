/** A debit and a credit that settles it. */
export interface SettledPair {
  readonly debit: number;
  readonly credit: number;
}

/**
 * Discounts for early payment that stand: how much of what a credit settles of a debit is no money but was
 * taken off, in smallest units. Source: DOMAIN §8.1, §8.4.
 */
export class GrantedDiscounts {
  private readonly byDebit = new Map<number, Map<number, number>>();

  /** So much more of what a credit settles of a debit was taken off. */
  add(debit: number, credit: number, amount: number): void {
    const own = this.byDebit.get(debit) ?? new Map<number, number>();
    own.set(credit, (own.get(credit) ?? 0) + amount);
    this.byDebit.set(debit, own);
  }

  /** How much of what a credit settles of a debit was taken off. */
  between(debit: number, credit: number): number {
    return this.byDebit.get(debit)?.get(credit) ?? 0;
  }

  /** Up to so much of it stands no longer; answers how much that is. */
  take(debit: number, credit: number, most: number): number {
    const part = Math.min(most, this.between(debit, credit));
    if (part > 0) this.add(debit, credit, -part);
    return Math.max(0, part);
  }
}
