import { isKeptBySerial } from "../book/item-costing";
import type { Book } from "../book/book";
import { placeOf } from "../documents/place";
import { type Finding, finding } from "../kernel/finding";
import { figure, QUANTITY_SCALE } from "../kernel/numbers";
import { ADD, type StockEffects, TAKE } from "./stock-effects";

/** Where each serial number lies: the warehouse by item and serial number. */
export type SerialPlaces = Map<string, number>;

/** The serial numbers of a cell, several separated by `;`. */
function serialsIn(cell: string): readonly string[] {
  return cell
    .split(/[;；]/)
    .map((serial) => serial.trim())
    .filter((serial) => serial !== "");
}

/**
 * What is wrong with the serial numbers of drafts: not as many as the quantity (SERIAL_COUNT), one that comes
 * in and is there already (SERIAL_THERE), one that goes out and is not there (SERIAL_MISSING), also where a
 * later posted row makes it so. Pieces that are costed one by one are told as stock that is short. Of items
 * kept by serial number alone. Source: CONTRACT §2, DOMAIN §14.
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
  private readonly places: SerialPlaces = new Map();
  /** The last draft that moved a serial number. */
  private readonly movers = new Map<string, number>();

  constructor(
    private readonly book: Book,
    private readonly effects: StockEffects,
    private readonly isDraft: (line: number) => boolean,
  ) {}

  take(effect: number): void {
    const { bins, bin, line, op, qty } = this.effects;
    const item = bins.item[bin[effect]];
    if (!this.book.masters.items[item].serialized || (op[effect] !== ADD && op[effect] !== TAKE)) return;
    if (isKeptBySerial(this.book, item) && bins.batch[bin[effect]] !== "") return;
    const serials = serialsIn(this.book.lines.serial[line[effect]]);
    const isCounted = serials.length * QUANTITY_SCALE === qty[effect];
    if (this.isDraft(line[effect]) && !isCounted) {
      if (!this.arrives(effect))
        this.tellCount(line[effect], item, { qty: qty[effect], count: serials.length });
      return;
    }
    for (const serial of serials) this.move(effect, `${String(item)} ${serial}`, serial);
  }

  /** The second half of a transfer, whose first has been told. */
  private arrives(effect: number): boolean {
    const { line, op } = this.effects;
    return effect > 0 && op[effect] !== TAKE && line[effect - 1] === line[effect];
  }

  private move(effect: number, key: string, serial: string): void {
    const { bins, bin, line, op } = this.effects;
    const warehouse = bins.warehouse[bin[effect]];
    const there = this.places.get(key) ?? null;
    const isOut = op[effect] === TAKE;
    const isWrong = isOut ? there !== warehouse : there !== null;
    const blamed = isWrong ? this.blamed(line[effect], key) : null;
    if (blamed !== null) this.tell(blamed, isOut, { effect, serial, there });
    if (isWrong && blamed === line[effect]) return;
    if (isOut) this.places.delete(key);
    else this.places.set(key, warehouse);
    if (this.isDraft(line[effect])) this.movers.set(key, line[effect]);
  }

  /** The draft at fault: the line itself, else the last that moved the number before; null = none. */
  private blamed(line: number, key: string): number | null {
    return this.isDraft(line) ? line : (this.movers.get(key) ?? null);
  }

  private tell(
    line: number,
    isOut: boolean,
    {
      effect,
      serial,
      there,
    }: { readonly effect: number; readonly serial: string; readonly there: number | null },
  ): void {
    const { items, warehouses } = this.book.masters;
    const { bins, bin } = this.effects;
    const own = this.effects.line[effect];
    const facts = {
      serial,
      item: items[bins.item[bin[effect]]].code,
      warehouse: warehouses[isOut ? bins.warehouse[bin[effect]] : (there ?? 0)].code,
      number: own === line ? null : this.book.lines.number[own],
    };
    const place = placeOf(this.book.lines, line, "serial");
    this.findings.push(finding(isOut ? "SERIAL_MISSING" : "SERIAL_THERE", place, facts));
  }

  private tellCount(
    line: number,
    item: number,
    { qty, count }: { readonly qty: number; readonly count: number },
  ): void {
    const facts = { item: this.book.masters.items[item].code, qty: figure(qty, 6), count };
    this.findings.push(finding("SERIAL_COUNT", placeOf(this.book.lines, line, "serial"), facts));
  }
}
