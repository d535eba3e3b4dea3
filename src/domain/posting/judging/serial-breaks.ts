import type { Book } from "../../book/book";
import { isKeptBySerial } from "../../book/item-costing";
import { placeOf } from "../../documents/place";
import { type Finding, finding } from "../../kernel/finding";
import type { Ledgers } from "../ledgers";
import { mayRunShort } from "../moves/availability";
import { type PieceMove, SerialPlaces } from "../moves/serial-places";
import type { StockEffects } from "../moves/stock-effects";

/** A piece that leaves a warehouse where it is not, or comes while it is somewhere. */
export interface SerialBreak extends PieceMove {
  readonly line: number;
  readonly item: number;
  /** Where it is not, or where it is already. */
  readonly warehouse: number;
}

/** What an effect does to one piece, and the bin in which that lies till then; null = nowhere. */
interface Moving {
  readonly effect: number;
  readonly move: PieceMove;
  readonly lies: number | null;
}

/**
 * Tells what is wrong with a piece's move; null = nothing. That pieces run short which are costed one by one
 * and may not is told as goods that run short.
 */
export function serialBreakFinder(
  book: Book,
  { bins, bin, line }: StockEffects,
): (moving: Moving) => SerialBreak | null {
  const isAllowed = mayRunShort(book, bins);
  const isMissing = (own: number, day: number, lies: number | null): boolean => {
    if (isKeptBySerial(book, bins.item[own]) && !isAllowed(own, day)) return false;
    return lies === null || bins.warehouse[lies] !== bins.warehouse[own];
  };
  return ({ effect, move, lies }) => {
    const own = bin[effect];
    const isWrong = move.isOut ? isMissing(own, book.lines.day[line[effect]], lies) : lies !== null;
    if (!isWrong) return null;
    const warehouse = bins.warehouse[move.isOut || lies === null ? own : lies];
    return { ...move, line: line[effect], item: bins.item[own], warehouse };
  };
}

/** Every move of a posted piece that cannot be, in business order. Source: DOMAIN §14. */
export function serialBreaks(ledgers: Ledgers): readonly SerialBreak[] {
  const { book } = ledgers;
  const { items } = book.masters;
  if (!items.some(({ serialized }) => serialized)) return [];
  const { effects } = ledgers;
  const { bins, bin, line, op } = effects;
  const places = new SerialPlaces(book, bins);
  const breakOf = serialBreakFinder(book, effects);
  const found: SerialBreak[] = [];
  for (let effect = 0; effect < effects.count; effect++) {
    const own = bin[effect];
    if (!items[bins.item[own]].serialized) continue;
    for (const move of places.movesOf(line[effect], own, op[effect])) {
      const broken = breakOf({ effect, move, lies: places.of(own, move.serial) });
      if (broken !== null) found.push(broken);
      places.move(own, move);
    }
  }
  return found;
}

/** What breaks in one state of the ledgers and did not in another of the same lines. */
export function newSerialBreaks(before: Ledgers, after: Ledgers): readonly SerialBreak[] {
  const now = serialBreaks(after);
  if (now.length === 0) return [];
  const key = ({ item, serial, isOut }: SerialBreak): string => [item, isOut, serial].join(" ");
  const old = serialBreaks(before);
  const more = new Map<string, number>();
  const count = (broken: SerialBreak, by: number): void => {
    more.set(key(broken), (more.get(key(broken)) ?? 0) + by);
  };
  for (const broken of now) count(broken, 1);
  for (const broken of old) count(broken, -1);
  const known = new Set(old.map((broken) => `${String(broken.line)} ${key(broken)}`));
  return now.filter((broken) => {
    if (known.has(`${String(broken.line)} ${key(broken)}`) || !((more.get(key(broken)) ?? 0) > 0))
      return false;
    count(broken, -1);
    return true;
  });
}

/** SERIAL_MISSING or SERIAL_THERE at the line at fault, with the number of the document that fails for it. */
export function serialBreakFinding({ lines, masters }: Book, broken: SerialBreak, at: number): Finding {
  return finding(broken.isOut ? "SERIAL_MISSING" : "SERIAL_THERE", placeOf(lines, at, "serial"), {
    serial: broken.serial,
    item: masters.items[broken.item].code,
    warehouse: masters.warehouses[broken.warehouse].code,
    number: broken.line === at ? null : lines.number[broken.line],
  });
}
