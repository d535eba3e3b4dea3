import { isKeptBySerial } from "../../book/item-costing";
import { mulDiv } from "../../kernel/mul-div";
import type { Bins } from "../../ledger/bins";
import type { MoveSource } from "./move-source";
import { serialPieces } from "./serial-pieces";

/** The pieces of lines whose goods lie by serial number, as they are written. */
export interface MovePieces {
  /** A piece's share of the value of its line; the last takes the remainder. */
  share(line: number, qty: number, value: number): number;
  /**
   * The next piece's share of a value that is of all pieces of a line alike; the last takes the remainder.
   */
  part(line: number, value: number): number;
  /** The same of those counted that are not there, by what lies in their bins before the line. */
  gained(line: number, value: number, lying: (bin: number) => number): number;
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
  part: (_line, value) => value,
  gained: (_line, value) => value,
  note: () => undefined,
  moveOf: () => null,
};

/** The pieces that the lines of a book fall into. */
export function movePieces({ book, quantities }: MoveSource, bins: Bins): MovePieces {
  const bySerial = book.masters.items.map((_, item) => isKeptBySerial(book, item));
  if (!bySerial.includes(true)) return WHOLE;
  const shared = new Map<number, number>();
  const moves = new Map<string, number>();
  const piecesOf = serialPieces(book);
  const lackOf = new Map<number, number>();
  const partOf = (line: number, value: number, many: number): number => {
    const before = shared.get(line) ?? 0;
    shared.set(line, before + 1);
    return mulDiv(value, before + 1, many) - mulDiv(value, before, many);
  };
  const lacking = (line: number, lying: (bin: number) => number): number => {
    const { item, warehouse } = book.lines;
    const pieces = piecesOf(line, quantities.counted[line]) ?? [];
    return pieces.filter(({ serial }) => lying(bins.find(item[line], warehouse[line], serial)) <= 0).length;
  };
  const keyOf = (line: number, bin: number): string => `${String(line)}|${bins.batch[bin]}`;
  return {
    share: (line, qty, value) => {
      const whole = quantities.base[line];
      if (qty === whole) return value;
      const before = shared.get(line) ?? 0;
      shared.set(line, before + qty);
      return mulDiv(value, before + qty, whole) - mulDiv(value, before, whole);
    },
    part: (line, value) => partOf(line, value, piecesOf(line, 0)?.length ?? 1),
    gained: (line, value, lying) => {
      const many = lackOf.get(line) ?? lacking(line, lying);
      lackOf.set(line, many);
      return many === 0 ? value : partOf(line, value, many);
    },
    note: (line, bin, move) => {
      if (bySerial[bins.item[bin]] && !moves.has(keyOf(line, bin))) moves.set(keyOf(line, bin), move);
    },
    moveOf: (line, bin) => (bySerial[bins.item[bin]] ? (moves.get(keyOf(line, bin)) ?? -1) : null),
  };
}
