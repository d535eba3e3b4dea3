/** What crossed the wire since the host began, or since `reset`. */
export class Counters {
  batches = 0;
  actions = 0;
  cellsRead = 0;
  cellsWritten = 0;
  bytesIn = 0;
  bytesOut = 0;
  /** How often formulas were calculated because something had changed. */
  calculations = 0;

  reset(): void {
    this.batches = 0;
    this.actions = 0;
    this.cellsRead = 0;
    this.cellsWritten = 0;
    this.bytesIn = 0;
    this.bytesOut = 0;
    this.calculations = 0;
  }
}
