/** What a line will do once the debt is there that it names ahead. */
export interface Waiting {
  readonly line: number;
  readonly ref: string;
  /** The column that names it. */
  readonly column: string;
  readonly settle: (document: number) => void;
  /** What is done once all that waited for the document has settled. */
  readonly done?: () => void;
}

/**
 * Documents that lines name before their business date has come: until then such a payment is an advance, and
 * such an allocation does nothing.
 */
export class Arrivals {
  private readonly waiting = new Map<number, Waiting[]>();

  /** Puts a line off until the document has its turn. */
  waitFor(document: number, waiting: Waiting): void {
    this.waiting.set(document, [...(this.waiting.get(document) ?? []), waiting]);
  }

  /** Tells those that wait for a document; `isThere` where it has items. */
  arrive(document: number, isThere: () => boolean): void {
    if (this.waiting.size === 0) return;
    const waiting = this.waiting.get(document);
    if (waiting === undefined || !isThere()) return;
    this.waiting.delete(document);
    for (const { settle } of waiting) settle(document);
    for (const { done } of waiting) done?.();
  }

  /** Whether a line still waits. */
  waits(line: number): boolean {
    return this.left().some((one) => one.line === line);
  }

  /** All that waits for what has not come. */
  left(): readonly Waiting[] {
    return [...this.waiting.values()].flat();
  }
}
