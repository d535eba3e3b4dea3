import type { Book } from "../../book/book";
import { isKeptByBatch, isKeptBySerial } from "../../book/item-costing";
import { NONE } from "../../book/lines";
import type { DocumentType } from "../../documents/document-type";
import { documentTypes } from "../../documents/index";
import { placeOf } from "../../documents/place";
import { type Links, linksOf } from "../../documents/links";
import { dayText } from "../../kernel/day";
import { type Finding, finding } from "../../kernel/finding";
import { byCodeUnit } from "../../kernel/names";
import { figure } from "../../kernel/numbers";
import { type Bins, noBins } from "../../ledger/bins";
import { batchDates, type BatchDates } from "../moves/batch-dates";
import { CountDifferences } from "../moves/count-differences";
import { eachEffect, type Quantities } from "../moves/stock-effects";
import { ADD, COUNT, FOUND, TAKE, UNCOUNT } from "../moves/stock-ops";
import { batchDateFindings } from "./batch-date-findings";
import { receivedBatches } from "./received-batches";

/** Drafts among the lines that count, and what each refers to. */
export interface BatchDrafts {
  readonly book: Book;
  readonly order: Int32Array;
  readonly quantities: Quantities;
  readonly links: Links;
  readonly isDraft: (line: number) => boolean;
}

/** Types that may take a batch past its day: to write it off, to move it, to give it back. */
function takesExpired({ code, stock }: DocumentType): boolean {
  return ["transfer", "send", "arrive", "return-out"].includes(stock) || code === "BS";
}

/**
 * Fills in what drafts leave blank of batches, in place, and checks them: dates of a batch that comes in, the
 * batch of what is referred to, and of what goes out the one that expires first, if not yet, else that came
 * first (BATCH_PROPOSED); costed by batch, it is but named (REQUIRED). Finds BATCH_SPLIT where no one batch
 * has so much, BATCH_EXPIRED, BATCH_OF_OTHER, BATCH_DATE_DIFFERS. Source: DOMAIN §5.6, §14.
 */
export function fillBatches(drafts: BatchDrafts): Finding[] {
  const { book, order, isDraft } = drafts;
  const { item } = book.lines;
  const isOwn = (line: number): boolean =>
    isDraft(line) && item[line] !== NONE && isKeptByBatch(book, item[line]);
  const own = Array.from(order.filter(isOwn));
  if (own.length === 0) return [];
  const dates = batchDates(book);
  for (const line of own) fillDates(book, line, dates);
  const { findings } = new Proposing(drafts, dates);
  return [...findings, ...batchDateFindings(book, own, dates), ...receivedBatches(book, own, dates)];
}

function fillDates({ lines, masters }: Book, line: number, dates: BatchDates): void {
  const { batch, item, produced, expires } = lines;
  if (documentTypes[lines.type[line]].stock !== "receive" || batch[line] === "") return;
  const { shelfDays } = masters.items[item[line]];
  if (produced[line] === NONE) produced[line] = dates.produced(item[line], batch[line]);
  if (expires[line] !== NONE) return;
  const kept = produced[line] === NONE || shelfDays === null ? NONE : produced[line] + shelfDays;
  const known = dates.expires(item[line], batch[line]);
  expires[line] = known === NONE ? kept : known;
}

/** A batch that lies in a warehouse. */
interface Lying {
  readonly bin: number;
  readonly batch: string;
  readonly expires: number;
  readonly qty: number;
}

/** Goes through all effects in business order and chooses a batch wherever a draft that takes names none. */
class Proposing {
  readonly findings: Finding[] = [];
  private readonly bins: Bins;
  private readonly there: number[] = [];
  private readonly counts: CountDifferences;
  /** Bins with a batch, by item and warehouse, in the order in which they were first used. */
  private readonly batches = new Map<string, number[]>();

  constructor(
    private readonly drafts: BatchDrafts,
    private readonly dates: BatchDates,
  ) {
    const { book, order, quantities, links } = drafts;
    this.counts = new CountDifferences(book.lines);
    this.bins = noBins(book);
    eachEffect({ book, order, quantities, links, bins: this.bins }, (line, bin, op, qty) => {
      this.noteBin(bin);
      const at = drafts.isDraft(line) ? this.chosen(line, bin, { op, qty }) : bin;
      if (op === ADD) this.there[at] += qty;
      else if (op === TAKE) this.there[at] -= qty;
      else if (op === UNCOUNT) this.there[at] -= this.counts.undoneBy(line, at);
      else if (op === FOUND || (op === COUNT && !Number.isNaN(qty))) {
        const more = op === FOUND ? qty : qty - this.there[at];
        this.counts.note(line, at, more);
        this.there[at] += more;
      }
    });
  }

  /** The bin that a draft means: its own, that of what it refers to, or what is chosen for it. */
  private chosen(
    line: number,
    bin: number,
    { op, qty }: { readonly op: number; readonly qty: number },
  ): number {
    const { book } = this.drafts;
    if (!isKeptByBatch(book, this.bins.item[bin])) return bin;
    const own = this.fromOriginal(line, bin);
    return op === TAKE ? this.taken(line, own, qty) : own;
  }

  /** A line without a batch has that of what it refers to, where that is one. */
  private fromOriginal(line: number, bin: number): number {
    const { batch } = this.drafts.book.lines;
    const batches = new Set(linksOf(this.drafts.links, line).map(({ target }) => batch[target]));
    const [only = ""] = batches;
    if (batch[line] !== "" || batches.size !== 1 || only === "") return bin;
    batch[line] = only;
    const own = this.bins.find(this.bins.item[bin], this.bins.warehouse[bin], only);
    this.noteBin(own);
    return own;
  }

  /** Bins are numbered in the order in which they are first used. */
  private noteBin(bin: number): void {
    if (bin < this.there.length) return;
    this.there.push(0);
    if (this.bins.batch[bin] === "") return;
    const key = this.placeKey(bin);
    this.batches.set(key, [...(this.batches.get(key) ?? []), bin]);
  }

  private placeKey(bin: number): string {
    return `${String(this.bins.item[bin])} ${String(this.bins.warehouse[bin])}`;
  }

  /** The bin that a draft takes from: its own, or that of the batch chosen for it, which is written down. */
  private taken(line: number, bin: number, qty: number): number {
    const { lines } = this.drafts.book;
    if (lines.batch[line] !== "") this.check(line, this.bins.item[bin]);
    if (lines.batch[line] !== "") return bin;
    const lying = this.lying(line, bin);
    if (this.mustBeNamed(this.bins.item[bin])) {
      this.suggest(line, qty, lying);
      return bin;
    }
    const first = lying.at(0);
    if (first === undefined || (first.qty < qty && this.there[bin] >= qty)) return bin;
    if (first.qty >= qty) return this.proposed(line, first);
    this.tellSplit(line, qty, lying);
    return bin;
  }

  /** Where the batch alone decides what it costs, it is never chosen for anybody (DOMAIN §5.6). */
  private mustBeNamed(item: number): boolean {
    const { masters, settings } = this.drafts.book;
    return (masters.items[item].costing ?? settings.costing) === "batch";
  }

  /** REQUIRED, with the batch that would be put in if it did not decide the cost. */
  private suggest(line: number, qty: number, lying: readonly Lying[]): void {
    const { book } = this.drafts;
    const first = lying.find((each) => each.qty >= qty);
    if (first === undefined || isKeptBySerial(book, book.lines.item[line])) return;
    const expires = first.expires === NONE ? null : dayText(first.expires);
    this.tell("REQUIRED", line, { batch: first.batch, expires });
  }

  private proposed(line: number, { bin, batch, expires }: Lying): number {
    const { lines, masters } = this.drafts.book;
    lines.batch[line] = batch;
    this.tell("BATCH_PROPOSED", line, {
      item: masters.items[this.bins.item[bin]].code,
      batch,
      expires: expires === NONE ? null : dayText(expires),
    });
    return bin;
  }

  /** The batches beside a bin that may be used by a line, that which expires first before the others. */
  private lying(line: number, bin: number): readonly Lying[] {
    const { lines } = this.drafts.book;
    const bins = this.batches.get(this.placeKey(bin)) ?? [];
    const takesAll = takesExpired(documentTypes[lines.type[line]]);
    const all = bins.map((each) => {
      const batch = this.bins.batch[each];
      const expires = this.dates.expires(this.bins.item[each], batch);
      return { bin: each, batch, expires, qty: this.there[each] };
    });
    const isUsable = ({ expires, qty }: Lying): boolean =>
      qty > 0 && (takesAll || expires === NONE || expires >= lines.day[line]);
    const when = ({ expires }: Lying): number => (expires === NONE ? Infinity : expires);
    return all.filter(isUsable).sort((a, b) => (when(a) === when(b) ? a.bin - b.bin : when(a) - when(b)));
  }

  private tellSplit(line: number, qty: number, lying: readonly Lying[]): void {
    const batches = lying.map((each) => `${each.batch} ${String(figure(each.qty, 6))}`).join("; ");
    const item = this.drafts.book.masters.items[this.drafts.book.lines.item[line]].code;
    this.tell("BATCH_SPLIT", line, { item, qty: figure(qty, 6), batches });
  }

  /** A batch named must be the item's own, and not past its day. */
  private check(line: number, item: number): void {
    const { lines, masters } = this.drafts.book;
    const batch = lines.batch[line];
    const owners = this.dates.itemsOf(batch);
    if (owners.length > 0 && !owners.includes(item)) {
      const others = owners.map((owner) => masters.items[owner].code).sort(byCodeUnit);
      this.tell("BATCH_OF_OTHER", line, { batch, item: masters.items[item].code, other: others[0] });
      return;
    }
    const expires = this.dates.expires(item, batch);
    const isPast = expires !== NONE && expires < lines.day[line];
    if (!isPast || takesExpired(documentTypes[lines.type[line]])) return;
    const facts = { item: masters.items[item].code, batch };
    this.tell("BATCH_EXPIRED", line, { ...facts, expires: dayText(expires), date: dayText(lines.day[line]) });
  }

  private tell(
    code: "REQUIRED" | "BATCH_PROPOSED" | "BATCH_SPLIT" | "BATCH_EXPIRED" | "BATCH_OF_OTHER",
    line: number,
    facts: Finding["facts"],
  ): void {
    this.findings.push(finding(code, placeOf(this.drafts.book.lines, line, "batch"), facts));
  }
}
