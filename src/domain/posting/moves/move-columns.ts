import { BIN_SIGNS } from "../../costing/moves";

/** Moves as growing columns; a move is dated as its line. */
export class MoveColumns {
  count = 0;
  kind: Uint8Array;
  qty: Float64Array;
  value: Float64Array;
  day: Int32Array;
  line: Int32Array;
  bin: Int32Array;
  /** Null until a move has one; -1 = none. */
  origin: Int32Array | null = null;

  constructor(
    room: number,
    private readonly dayOf: Int32Array,
  ) {
    this.kind = new Uint8Array(room);
    this.qty = new Float64Array(room);
    this.value = new Float64Array(room);
    this.day = new Int32Array(room);
    this.line = new Int32Array(room);
    this.bin = new Int32Array(room);
  }

  /** Adds a move; answers its number. */
  put(line: number, bin: number, kind: number, qty: number, value: number): number {
    if (this.count === this.kind.length) this.grow();
    const move = this.count++;
    this.kind[move] = kind;
    this.qty[move] = qty;
    this.value[move] = value;
    this.day[move] = this.dayOf[line];
    this.line[move] = line;
    this.bin[move] = bin;
    return move;
  }

  /** Says which move the one just written goes back to. */
  from(move: number, origin: number): void {
    this.origin ??= new Int32Array(this.kind.length).fill(-1);
    this.origin[move] = origin;
  }

  /** What a move adds to its bin, or takes from it. */
  signedQty(move: number): number {
    return BIN_SIGNS[this.kind[move]] * this.qty[move];
  }

  private grow(): void {
    const room = this.kind.length * 2;
    const wider = <T extends { set(from: T): void }>(column: T, wide: T): T => (wide.set(column), wide);
    this.kind = wider(this.kind, new Uint8Array(room));
    this.qty = wider(this.qty, new Float64Array(room));
    this.value = wider(this.value, new Float64Array(room));
    this.day = wider(this.day, new Int32Array(room));
    this.line = wider(this.line, new Int32Array(room));
    this.bin = wider(this.bin, new Int32Array(room));
    if (this.origin !== null) this.origin = wider(this.origin, new Int32Array(room).fill(-1));
  }
}
