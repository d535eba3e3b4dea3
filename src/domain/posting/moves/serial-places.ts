import type { Book } from "../../book/book";
import { isKeptBySerial } from "../../book/item-costing";
import { countOf, NONE } from "../../book/lines";
import { serialsIn } from "../../book/serials";
import { QUANTITY_SCALE } from "../../kernel/numbers";
import type { Bins } from "../../ledger/bins";
import { ADD, COUNT, FOUND, type PutEffect, TAKE, UNCOUNT } from "./stock-ops";

/** One piece that comes to a place, or leaves it. */
export interface PieceMove {
  readonly serial: string;
  readonly isOut: boolean;
}

/** The bin in which each piece lies that has a serial number, as effects tell, in business order. */
export class SerialPlaces {
  private readonly binOf = new Map<string, number>();
  /** What counts found, by line and bin, for what takes them back. */
  private readonly foundBy = new Map<string, readonly PieceMove[]>();

  constructor(
    private readonly book: Book,
    private readonly bins: Bins,
  ) {}

  /** The bin of a piece of the item that lies in this one; null = it is nowhere. */
  of(bin: number, serial: string): number | null {
    return this.binOf.get(this.key(bin, serial)) ?? null;
  }

  /** A piece leaves wherever it lies, or comes to a bin. */
  move(bin: number, { serial, isOut }: PieceMove): void {
    if (isOut) this.binOf.delete(this.key(bin, serial));
    else this.binOf.set(this.key(bin, serial), bin);
  }

  /** The pieces that lie in each bin, in the order in which they came. */
  lying(): ReadonlyMap<number, readonly string[]> {
    const lying = new Map<number, string[]>();
    for (const [key, bin] of this.binOf) {
      const serial = key.slice(key.indexOf(" ") + 1);
      const known = lying.get(bin);
      if (known === undefined) lying.set(bin, [serial]);
      else known.push(serial);
    }
    return lying;
  }

  /**
   * What an effect does to pieces that bear numbers: those named come or go; of those counted, those that are
   * there and were not, or the other way round; what takes a count back does the contrary of what it found.
   */
  movesOf(line: number, bin: number, op: number): readonly PieceMove[] {
    const { lines } = this.book;
    const of = lines.reverses[line] === NONE ? line : lines.reverses[line];
    const key = `${String(of)} ${String(bin)}`;
    if (op === ADD || op === TAKE) return this.named(of, bin).map(moving(op === TAKE));
    if (op === UNCOUNT)
      return (this.foundBy.get(key) ?? []).map(({ serial, isOut }) => ({ serial, isOut: !isOut }));
    if (op !== COUNT && op !== FOUND) return [];
    const counted = countOf(lines, of);
    if (Number.isNaN(counted)) return [];
    const isThere = counted > 0;
    const differing = this.named(of, bin).filter((serial) => (this.of(bin, serial) === bin) !== isThere);
    const found = differing.map(moving(!isThere));
    this.foundBy.set(key, found);
    return found;
  }

  /** The pieces that a line names in a bin: the bin's own where goods lie by serial number. */
  private named(line: number, bin: number): readonly string[] {
    const { item, batch } = this.bins;
    if (isKeptBySerial(this.book, item[bin])) return batch[bin] === "" ? [] : [batch[bin]];
    return serialsIn(this.book.lines.serial[line]);
  }

  private key(bin: number, serial: string): string {
    return `${String(this.bins.item[bin])} ${serial}`;
  }
}

function moving(isOut: boolean): (serial: string) => PieceMove {
  return (serial) => ({ serial, isOut });
}

/**
 * Pieces counted by serial number change what lies in their bin by those that were found or are missing, also
 * where goods lie together whatever their numbers. Where no count names any, effects are told as they are.
 */
export function countingPieces(book: Book, bins: Bins, put: PutEffect): PutEffect {
  const { lines, masters } = book;
  const isFollowed = masters.items.map(({ serialized }, item) => serialized && !isKeptBySerial(book, item));
  const counts = (line: number): boolean =>
    lines.serial[line] !== "" && !Number.isNaN(countOf(lines, line)) && isFollowed[lines.item[line]];
  if (!isFollowed.includes(true) || !lines.counted.some((_, line) => counts(line))) return put;
  const places = new SerialPlaces(book, bins);
  return (line, bin, op, qty) => {
    if (!isFollowed[bins.item[bin]]) {
      put(line, bin, op, qty);
      return;
    }
    const does = op === COUNT && counts(line) ? FOUND : op;
    const moves = does === COUNT ? [] : places.movesOf(line, bin, does);
    for (const move of moves) places.move(bin, move);
    const more = moves.reduce((sum, { isOut }) => sum + (isOut ? -QUANTITY_SCALE : QUANTITY_SCALE), 0);
    put(line, bin, does, does === FOUND ? more : qty);
  };
}
