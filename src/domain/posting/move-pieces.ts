import { isKeptBySerial } from "../book/item-costing";
import { mulDiv } from "../kernel/mul-div";
import type { Bins } from "../ledger/bins";
import type { MoveSource } from "./move-source";

/** The pieces of lines whose goods lie by serial number, as they are written. */
export interface MovePieces {
  /** A piece's share of the value of its line; the last takes the remainder. */
  share(line: number, qty: number, value: number): number;
  /** Remembers the move of a piece; the first counts. */
  note(line: number, bin: number, move: number): void;
  /**
   * The move of a line with the goods of this bin's serial number; −1 = it had none of it; null = no pieces.
   */
  moveOf(line: number, bin: number): number | null;
}

/** Nothing lies by serial number. */
const WHOLE: MovePieces = {
  share: (_line, _qty, value) => value,
  note: () => undefined,
  moveOf: () => null,
};

/** The pieces that the lines of a book fall into. */
export function movePieces({ book, quantities }: MoveSource, bins: Bins): MovePieces {
  const bySerial = book.masters.items.map((_, item) => isKeptBySerial(book, item));
  if (!bySerial.includes(true)) return WHOLE;
  const shared = new Map<number, number>();
  const moves = new Map<string, number>();
  const keyOf = (line: number, bin: number): string => `${String(line)}|${bins.batch[bin]}`;
  return {
    share: (line, qty, value) => {
      const whole = quantities.base[line];
      if (qty === whole) return value;
      const before = shared.get(line) ?? 0;
      shared.set(line, before + qty);
      return mulDiv(value, before + qty, whole) - mulDiv(value, before, whole);
    },
    note: (line, bin, move) => {
      if (bySerial[bins.item[bin]] && !moves.has(keyOf(line, bin))) moves.set(keyOf(line, bin), move);
    },
    moveOf: (line, bin) => (bySerial[bins.item[bin]] ? (moves.get(keyOf(line, bin)) ?? -1) : null),
  };
}
