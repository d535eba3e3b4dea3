import { type Lines, STATUSES } from "../../book/lines";

const REVERSED = STATUSES.indexOf("reversed");

/** What counts found more (or less, negative) than was there, by line and bin, for what takes them back. */
export class CountDifferences {
  private readonly known = new Map<string, number>();

  constructor(private readonly lines: Lines) {}

  /** A line counted so much more in a bin than was there; only what is taken back is remembered. */
  note(line: number, bin: number, more: number): void {
    if (this.lines.status[line] !== REVERSED) return;
    this.known.set(`${String(line)} ${String(bin)}`, more);
  }

  /** What the count that a line takes back found more in a bin. */
  undoneBy(line: number, bin: number): number {
    return this.known.get(`${String(this.lines.reverses[line])} ${String(bin)}`) ?? 0;
  }
}
