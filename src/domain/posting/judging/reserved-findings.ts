import { isKeptByBatch } from "../../book/item-costing";
import { NONE } from "../../book/lines";
import type { DocumentType } from "../../documents/document-type";
import { documentTypes } from "../../documents/index";
import { placeOf } from "../../documents/place";
import { linesOf } from "../../documents/group";
import { linksOf } from "../../documents/links";
import { dayText } from "../../kernel/day";
import { type Finding, finding } from "../../kernel/finding";
import { figure } from "../../kernel/numbers";
import type { Ledgers } from "../ledgers";
import { type Reservation, reservations } from "../followed/reservations";

/** What documents take out because somebody wants it out: no goods that go back, and no count. */
const TAKES: readonly DocumentType["stock"][] = ["issue", "transfer", "send", "convert"];

/** What an order still holds back in the course of the documents being posted. */
interface Held {
  readonly order: Reservation;
  /** Where the order stands among the lines. */
  readonly place: number;
  rest: number;
}

/** Goods that orders speak for as one: of an item in a warehouse, or of one batch of it. */
interface Heap {
  onHand: number;
  readonly held: Held[];
}

/** What a line takes out of heaps, or brings: quantity signed. */
interface Change {
  readonly line: number;
  readonly heaps: Map<string, number>;
}

/**
 * STOCK_RESERVED for each line being posted that takes what open orders of others hold back in its warehouse:
 * there on hand, and so not refused. Looked at line by line, in business order, at what is on hand by what is
 * posted, whatever its day; a document's own orders hold nothing back from it. Nothing is looked at where no
 * order is open. Source: DOMAIN §1 available, §14.
 */
export function reservedFindings(ledgers: Ledgers, isPosting: (line: number) => boolean): Finding[] {
  const { order, book } = ledgers;
  const takes = (line: number): boolean =>
    isPosting(line) &&
    book.lines.reverses[line] === NONE &&
    TAKES.includes(documentTypes[book.lines.type[line]].stock);
  if (!order.some(takes)) return [];
  const executing = (): Int32Array => order.filter((line) => !isPosting(line));
  const held = reservations(ledgers, Infinity, { executing });
  if (held.length === 0) return [];
  return new Reserved(ledgers, held, isPosting).findings(takes);
}

class Reserved {
  private readonly heaps = new Map<string, Heap>();
  private readonly byLine = new Map<number, Held>();
  private readonly place: Int32Array;
  private readonly changes = new Map<number, Change>();

  constructor(
    private readonly ledgers: Ledgers,
    held: readonly Reservation[],
    isPosting: (line: number) => boolean,
  ) {
    const { book, order, stock, costed } = ledgers;
    this.place = new Int32Array(book.lines.count);
    order.forEach((line, at) => (this.place[line] = at));
    for (const each of held) this.hold(each);
    for (let move = 0; move < stock.moves.count; move++) {
      const line = stock.line[move];
      for (const key of this.keysOf(move)) {
        if (isPosting(line)) this.change(line, key, costed.qty[move]);
        else this.heap(key).onHand += costed.qty[move];
      }
    }
  }

  private hold(order: Reservation): void {
    const held = { order, place: this.place[order.line], rest: order.qty };
    this.byLine.set(order.line, held);
    const { item, warehouse, batch } = order;
    const keys =
      batch === "" ? [heapOf(item, warehouse)] : [heapOf(item, warehouse), heapOf(item, warehouse, batch)];
    for (const key of keys) this.heap(key).held.push(held);
  }

  /** The heaps that a move changes and orders speak for. */
  private keysOf(move: number): readonly string[] {
    const { bins, bin } = this.ledgers.stock;
    const [item, warehouse, batch] = [bins.item[bin[move]], bins.warehouse[bin[move]], bins.batch[bin[move]]];
    const all = heapOf(item, warehouse);
    if (!this.heaps.has(all)) return [];
    const own = heapOf(item, warehouse, batch);
    return isKeptByBatch(this.ledgers.book, item) && this.heaps.has(own) ? [all, own] : [all];
  }

  private heap(key: string): Heap {
    const heap = this.heaps.get(key) ?? { onHand: 0, held: [] };
    this.heaps.set(key, heap);
    return heap;
  }

  private change(line: number, key: string, qty: number): void {
    const change = this.changes.get(line) ?? { line, heaps: new Map<string, number>() };
    change.heaps.set(key, (change.heaps.get(key) ?? 0) + qty);
    this.changes.set(line, change);
  }

  findings(takes: (line: number) => boolean): Finding[] {
    const found: Finding[] = [];
    const inOrder = [...this.changes.values()].sort((a, b) => this.place[a.line] - this.place[b.line]);
    for (const { line, heaps } of inOrder) {
      const short = takes(line) ? this.shortIn(line, heaps) : null;
      if (short !== null) found.push(short);
      for (const [key, qty] of heaps) this.heap(key).onHand += qty;
      this.execute(line);
    }
    return found;
  }

  /** The first heap in which others' orders lack what a line takes. */
  private shortIn(line: number, heaps: ReadonlyMap<string, number>): Finding | null {
    const own = this.ordersOf(line);
    for (const [key, qty] of heaps) {
      const { onHand, held } = this.heap(key);
      const others = held.filter(
        ({ order, place, rest }) =>
          rest > 0 && place < this.place[line] && !own.has(this.documentOf(order.line)),
      );
      const reserved = others.reduce((sum, { rest }) => sum + rest, 0);
      if (reserved > 0 && -qty > onHand - reserved && -qty <= onHand)
        return this.told(line, { qty: -qty, onHand, reserved, others });
    }
    return null;
  }

  private told(
    line: number,
    {
      qty,
      onHand,
      reserved,
      others,
    }: {
      readonly qty: number;
      readonly onHand: number;
      readonly reserved: number;
      readonly others: readonly Held[];
    },
  ): Finding {
    const { lines, masters } = this.ledgers.book;
    const numbers = others.map(({ order }) => lines.number[order.line]);
    return finding("STOCK_RESERVED", placeOf(lines, line, "qty"), {
      item: masters.items[lines.item[line]].code,
      warehouse: masters.warehouses[others[0].order.warehouse].code,
      date: dayText(lines.day[line]),
      qty: figure(qty, 6),
      onHand: figure(onHand, 6),
      reserved: figure(reserved, 6),
      available: figure(Math.max(0, onHand - reserved), 6),
      orders: [...new Set(numbers)].join(", "),
    });
  }

  private documentOf(line: number): number {
    return this.ledgers.documents.ofLine[line];
  }

  /** The documents that any line of a line's document refers to. */
  private ordersOf(line: number): ReadonlySet<number> {
    const { documents, links } = this.ledgers;
    const own = [...linesOf(documents, this.documentOf(line))];
    return new Set(own.flatMap((each) => linksOf(links, each).map(({ target }) => this.documentOf(target))));
  }

  /** What a line delivers of an order is held back no more. */
  private execute(line: number): void {
    for (const { target, qty } of linksOf(this.ledgers.links, line)) {
      const held = this.byLine.get(target);
      if (held !== undefined) held.rest -= qty;
    }
  }
}

function heapOf(item: number, warehouse: number, batch: string | null = null): string {
  return `${String(item)}|${String(warehouse)}|${batch ?? "*"}`;
}
