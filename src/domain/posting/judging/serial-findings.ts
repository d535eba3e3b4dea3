import type { Book } from "../../book/book";
import { isKeptBySerial } from "../../book/item-costing";
import { countOf, NONE } from "../../book/lines";
import { serialsIn } from "../../book/serials";
import { placeOf } from "../../documents/place";
import { qtyInTypedUnit } from "../../documents/stock-quantity";
import { type Facts, type Finding, finding } from "../../kernel/finding";
import type { FindingCode } from "../../kernel/finding-codes";
import { figure, QUANTITY_SCALE } from "../../kernel/numbers";
import { type PieceMove, SerialPlaces } from "../moves/serial-places";
import type { StockEffects } from "../moves/stock-effects";
import { ADD, COUNT, FOUND, TAKE } from "../moves/stock-ops";
import { serialBreakFinder, serialBreakFinding } from "./serial-breaks";

/**
 * What is wrong with the serial numbers of drafts: not as many as the quantity (SERIAL_COUNT), counted pieces
 * that do not say which are there (COUNT_BY_SERIAL), one that comes in or is found and is there already
 * (SERIAL_THERE), one that goes out and is not there (SERIAL_MISSING), also where a later posted row makes it
 * so. Pieces that are costed one by one and may not run short are told as stock that is short. Of items kept
 * by serial number alone. Source: CONTRACT §2, DOMAIN §7, §14.
 */
export function serialFindings(
  book: Book,
  effects: StockEffects,
  isDraft: (line: number) => boolean,
): Finding[] {
  if (!book.masters.items.some(({ serialized }) => serialized)) return [];
  const check = new SerialCheck(book, effects, isDraft);
  for (let effect = 0; effect < effects.count; effect++) check.take(effect);
  return check.findings;
}

class SerialCheck {
  readonly findings: Finding[] = [];
  private readonly places: SerialPlaces;
  /** The last draft that moved a serial number, by item and number. */
  private readonly movers = new Map<string, number>();
  /** How much each bin holds. */
  private readonly there = new Map<number, number>();
  private readonly breakOf: ReturnType<typeof serialBreakFinder>;

  constructor(
    private readonly book: Book,
    private readonly effects: StockEffects,
    private readonly isDraft: (line: number) => boolean,
  ) {
    this.places = new SerialPlaces(book, effects.bins);
    this.breakOf = serialBreakFinder(book, effects);
  }

  take(effect: number): void {
    const { bins, bin, line, op } = this.effects;
    if (!this.book.masters.items[bins.item[bin[effect]]].serialized) return;
    const moves = this.places.movesOf(line[effect], bin[effect], op[effect]);
    const isTold = this.isDraft(line[effect]) && this.tellCount(effect);
    this.follow(effect, moves);
    if (isTold) return;
    for (const move of moves) this.move(effect, move);
  }

  /** How much lies in the bin from now on. */
  private follow(effect: number, moves: readonly PieceMove[]): void {
    const { bin, op, qty } = this.effects;
    const before = this.there.get(bin[effect]) ?? 0;
    const pieces = moves.reduce((sum, { isOut }) => sum + (isOut ? -QUANTITY_SCALE : QUANTITY_SCALE), 0);
    const isCount = op[effect] === COUNT && !Number.isNaN(qty[effect]);
    const byQty = op[effect] === ADD ? qty[effect] : op[effect] === TAKE ? -qty[effect] : pieces;
    this.there.set(bin[effect], isCount ? qty[effect] : before + byQty);
  }

  /**
   * True where a draft's line does not name as many pieces as it moves, or which it counted; that is told.
   */
  private tellCount(effect: number): boolean {
    const { lines, masters } = this.book;
    const { bins, bin, line, op, qty } = this.effects;
    const own = line[effect];
    if (lines.reverses[own] !== NONE || this.isPiece(effect)) return false;
    const { code } = masters.items[bins.item[bin[effect]]];
    const count = serialsIn(lines.serial[own]).length;
    if (op[effect] === ADD || op[effect] === TAKE) {
      if (count * QUANTITY_SCALE === qty[effect]) return false;
      if (!this.arrives(effect))
        this.tell("SERIAL_COUNT", own, { item: code, qty: figure(qty[effect], 6), count });
      return true;
    }
    if ((op[effect] !== COUNT && op[effect] !== FOUND) || this.saysWhich(effect, count)) return false;
    this.tell("COUNT_BY_SERIAL", own, { item: code, counted: figure(countOf(lines, own), 6), count });
    return true;
  }

  /** Goods that lie by serial number, one of them. */
  private isPiece(effect: number): boolean {
    const { bins, bin } = this.effects;
    return isKeptBySerial(this.book, bins.item[bin[effect]]) && bins.batch[bin[effect]] !== "";
  }

  /**
   * A count says which pieces are there: all that it names, or none of them; where it names none, no piece
   * that has a number may come of it, or go.
   */
  private saysWhich(effect: number, count: number): boolean {
    const { bin, line, qty } = this.effects;
    const counted = countOf(this.book.lines, line[effect]);
    if (Number.isNaN(counted)) return true;
    const all = qtyInTypedUnit(this.book, line[effect], count * QUANTITY_SCALE);
    if (count > 0) return counted === 0 || counted === all;
    const known = (this.places.lying().get(bin[effect]) ?? []).length * QUANTITY_SCALE;
    return known <= qty[effect] && qty[effect] <= (this.there.get(bin[effect]) ?? 0);
  }

  /** The second half of a transfer, whose first has been told. */
  private arrives(effect: number): boolean {
    const { line, op } = this.effects;
    return effect > 0 && op[effect] !== TAKE && line[effect - 1] === line[effect];
  }

  private move(effect: number, move: PieceMove): void {
    const { bins, bin, line } = this.effects;
    const key = `${String(bins.item[bin[effect]])} ${move.serial}`;
    const broken = this.breakOf({ effect, move, lies: this.places.of(bin[effect], move.serial) });
    const blamed = broken === null ? null : this.blamed(line[effect], key);
    if (broken !== null && blamed !== null) this.findings.push(serialBreakFinding(this.book, broken, blamed));
    if (broken !== null && blamed === line[effect]) return;
    this.places.move(bin[effect], move);
    if (this.isDraft(line[effect])) this.movers.set(key, line[effect]);
  }

  /** The draft at fault: the line itself, else the last that moved the number before; null = none. */
  private blamed(line: number, key: string): number | null {
    return this.isDraft(line) ? line : (this.movers.get(key) ?? null);
  }

  private tell(code: FindingCode, line: number, facts: Facts): void {
    this.findings.push(finding(code, placeOf(this.book.lines, line, "serial"), facts));
  }
}
