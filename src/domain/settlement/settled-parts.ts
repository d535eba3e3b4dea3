/**
 * What payment lines settled, a part a document, in the order in which it was settled: one number a column,
 * amounts in smallest units. A line that settles may have no part at all.
 */
export class SettledParts {
  /** How many parts there are; the columns have room for more. */
  count = 0;
  line = new Int32Array(16);
  document = new Int32Array(16);
  /** Instalment of the document; 0 = it has but one. */
  instalment = new Int32Array(16);
  amount = new Float64Array(16);
  private readonly settling: number[] = [];

  /** Lines that settle something by name or as the oldest, in the order in which they had their turn. */
  get lines(): readonly number[] {
    return this.settling;
  }

  /** A line has its turn. */
  begin(line: number): void {
    this.settling.push(line);
  }

  add(
    line: number,
    settled: { readonly document: number; readonly instalment: number },
    amount: number,
  ): void {
    if (this.count === this.line.length) this.grow();
    const part = this.count++;
    this.line[part] = line;
    this.document[part] = settled.document;
    this.instalment[part] = settled.instalment;
    this.amount[part] = amount;
  }

  private grow(): void {
    const room = this.line.length * 2;
    const wider = <T extends { set(from: T): void }>(column: T, wide: T): T => (wide.set(column), wide);
    this.line = wider(this.line, new Int32Array(room));
    this.document = wider(this.document, new Int32Array(room));
    this.instalment = wider(this.instalment, new Int32Array(room));
    this.amount = wider(this.amount, new Float64Array(room));
  }
}
