import type { Book } from "../../book/book";
import { NONE, STATUSES } from "../../book/lines";
import { documentTypes } from "../../documents/index";
import type { Day } from "../../kernel/day";

const VOID = STATUSES.indexOf("void");

/** What is known of the batches of a book. */
export interface BatchDates {
  /** The last day on which a batch may be used; NONE = not known. */
  expires(item: number, batch: string): Day;
  /** The day on which a batch was made; NONE = not known. */
  produced(item: number, batch: string): Day;
  /** The items that have a batch of that code, in the table of batches or come in with it. */
  itemsOf(batch: string): readonly number[];
}

interface Dates {
  produced: Day;
  expires: Day;
}

class KnownBatches implements BatchDates {
  private readonly dates = new Map<string, Dates>();
  private readonly items = new Map<string, number[]>();

  constructor(private readonly book: Book) {
    const { batches } = book.masters;
    for (const { item, batch, produced, expires } of batches) this.note(item, batch, { produced, expires });
    this.noteReceipts();
  }

  expires(item: number, batch: string): Day {
    const dates = this.dates.get(keyOf(item, batch));
    const { shelfDays } = this.book.masters.items[item];
    if (dates === undefined || dates.expires !== NONE) return dates?.expires ?? NONE;
    return dates.produced === NONE || shelfDays === null ? NONE : dates.produced + shelfDays;
  }

  produced(item: number, batch: string): Day {
    return this.dates.get(keyOf(item, batch))?.produced ?? NONE;
  }

  itemsOf(batch: string): readonly number[] {
    return this.items.get(batch) ?? [];
  }

  private noteReceipts(): void {
    const { lines } = this.book;
    const isReceipt = documentTypes.map(({ stock }) => stock === "receive");
    for (let line = 0; line < lines.count; line++) {
      const { batch, item, type, status, produced, expires } = lines;
      if (batch[line] === "" || item[line] === NONE || status[line] === VOID || !isReceipt[type[line]])
        continue;
      this.note(item[line], batch[line], { produced: produced[line], expires: expires[line] });
    }
  }

  /** What was said first of a batch holds. */
  private note(item: number, batch: string, { produced, expires }: Dates): void {
    const known = this.dates.get(keyOf(item, batch));
    if (known === undefined) {
      this.dates.set(keyOf(item, batch), { produced, expires });
      this.items.set(batch, [...(this.items.get(batch) ?? []), item]);
      return;
    }
    if (known.produced === NONE) known.produced = produced;
    if (known.expires === NONE) known.expires = expires;
  }
}

function keyOf(item: number, batch: string): string {
  return `${String(item)} ${batch}`;
}

/**
 * The batches of a book: as the table of batches says of them, else as the receipts that brought them in. A
 * batch made on a known day keeps for the item's shelf days. Source: DOMAIN §5.6, CONTRACT §2 batches.
 */
export function batchDates(book: Book): BatchDates {
  return new KnownBatches(book);
}
