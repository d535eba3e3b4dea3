/** Where each row of a sheet stands in its part, in the order of the part. */
export class RowIndex {
  private numbers = new Int32Array(256);
  private starts = new Uint32Array(256);
  private ends = new Uint32Array(256);
  count = 0;
  /** Every row comes after one of a smaller number. */
  isSorted = true;

  add(row: number, start: number, end: number): void {
    if (this.count === this.numbers.length) this.grow();
    if (this.count > 0 && row <= this.row(this.count - 1)) this.isSorted = false;
    this.numbers[this.count] = row;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  row(at: number): number {
    return this.numbers[at] ?? -1;
  }

  start(at: number): number {
    return this.starts[at] ?? 0;
  }

  end(at: number): number {
    return this.ends[at] ?? 0;
  }

  private grow(): void {
    const numbers = new Int32Array(this.count * 2);
    const starts = new Uint32Array(this.count * 2);
    const ends = new Uint32Array(this.count * 2);
    numbers.set(this.numbers);
    starts.set(this.starts);
    ends.set(this.ends);
    this.numbers = numbers;
    this.starts = starts;
    this.ends = ends;
  }
}
