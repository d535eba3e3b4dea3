import type { Book } from "../../book/book";
import { costingOn, itemCostings } from "../../book/item-costing";
import type { Day } from "../../kernel/day";
import type { Bins } from "../../ledger/bins";
import { CountDifferences } from "./count-differences";
import type { StockEffects } from "./stock-effects";
import { COUNT, FOUND, TAKE, UNCOUNT } from "./stock-ops";

/** What may leave less in a bin. */
const LOWERING: ReadonlySet<number> = new Set([TAKE, COUNT, UNCOUNT, FOUND]);

/** A moment at which a bin would hold less than nothing. */
export interface Short {
  /** The effect that fails. */
  readonly effect: number;
  /** The line whose document is to be refused for it; -1 where only posted rows are at fault. */
  readonly culprit: number;
  /** What was there before, and what is missing: 10⁻⁶ of the stock unit. */
  readonly there: number;
  readonly missing: number;
}

/** What the check needs to know of the lines. */
export interface AvailabilitySource {
  readonly book: Book;
  readonly effects: StockEffects;
  readonly documentOf: Int32Array;
  readonly isDraft: (line: number) => boolean;
}

/**
 * The moments that make documents be refused so that no bin ever runs short, in business order: at the first
 * that fails, the draft that fails there or, where a posted row fails, the last draft before it that took
 * from the bin; it is left out, then the next is looked for. Bins that may go negative never fail. Source:
 * DOMAIN §5.9.
 */
export function shortMoments(source: AvailabilitySource): Short[] {
  const check = new Availability(source);
  const found: Short[] = [];
  for (let short = check.first(); short !== null; short = check.first()) {
    found.push(short);
    check.leaveOut(short);
  }
  return found;
}

/** Tells of a bin whether more may leave it on a day than is there. */
export type MayRunShort = (bin: number, day: Day) => boolean;

/**
 * More may leave than is there where the warehouse allows it, save of what is costed by batch that day: a
 * batch has no cost but its own. Source: DOMAIN §5.6, §5.9.
 */
export function mayRunShort(book: Book, { item, warehouse }: Bins): MayRunShort {
  const { settings, masters } = book;
  const costings = itemCostings(book);
  return (bin, day) =>
    (settings.negativeStock === "allow" || masters.warehouses[warehouse[bin]].allowNegative) &&
    costingOn(costings[item[bin]], day).method !== "batch";
}

class Availability {
  private readonly starts: Int32Array;
  private readonly members: Int32Array;
  /** First failing moment of each bin that fails. */
  private readonly failing = new Map<number, Short>();
  private readonly leftOut = new Set<number>();
  private readonly mayRunShort: MayRunShort;
  private effectsOf: ReadonlyMap<number, number[]> | null = null;

  constructor(private readonly source: AvailabilitySource) {
    const { book, effects } = source;
    this.mayRunShort = mayRunShort(book, effects.bins);
    this.starts = new Int32Array(effects.bins.item.length + 1);
    for (let effect = 0; effect < effects.count; effect++) this.starts[effects.bin[effect] + 1]++;
    for (let bin = 1; bin < this.starts.length; bin++) this.starts[bin] += this.starts[bin - 1];
    const place = this.starts.slice();
    this.members = new Int32Array(effects.count);
    for (let effect = 0; effect < effects.count; effect++)
      this.members[place[effects.bin[effect]]++] = effect;
    for (let bin = 0; bin + 1 < this.starts.length; bin++) this.look(bin);
  }

  /** The earliest failing moment of all; null where none is left. */
  first(): Short | null {
    let first: Short | null = null;
    for (const short of this.failing.values())
      if (first === null || short.effect < first.effect) first = short;
    return first;
  }

  /**
   * Leaves out the document at fault, and looks again at every bin it touches; a bin nobody can help is let
   * be.
   */
  leaveOut(short: Short): void {
    const { effects, documentOf } = this.source;
    if (short.culprit === -1) {
      this.failing.delete(effects.bin[short.effect]);
      return;
    }
    const document = documentOf[short.culprit];
    this.leftOut.add(document);
    this.effectsOf ??= this.indexEffects();
    for (const effect of this.effectsOf.get(document) ?? []) this.look(effects.bin[effect]);
  }

  private indexEffects(): Map<number, number[]> {
    const { effects, documentOf } = this.source;
    const index = new Map<number, number[]>();
    for (let effect = 0; effect < effects.count; effect++) {
      const document = documentOf[effects.line[effect]];
      const known = index.get(document);
      if (known === undefined) index.set(document, [effect]);
      else known.push(effect);
    }
    return index;
  }

  private look(bin: number): void {
    this.failing.delete(bin);
    const { effects, book } = this.source;
    let there = 0;
    const counts = new CountDifferences(book.lines);
    for (let i = this.starts[bin]; i < this.starts[bin + 1]; i++) {
      const effect = this.members[i];
      if (this.leftOut.size > 0 && this.leftOut.has(this.source.documentOf[effects.line[effect]])) continue;
      const more = this.change(effect, there, counts);
      const lacks = more < 0 && effects.op[effect] !== COUNT && -more > there;
      if (lacks && !this.mayRunShort(bin, book.lines.day[effects.line[effect]])) {
        this.failing.set(bin, this.moment(bin, i, { there, wanted: -more }));
        return;
      }
      there += more;
    }
  }

  /** By how much an effect changes what is there. */
  private change(effect: number, there: number, counts: CountDifferences): number {
    const { op, qty, line, bin } = this.source.effects;
    if (op[effect] === UNCOUNT) return -counts.undoneBy(line[effect], bin[effect]);
    if (op[effect] === TAKE) return -qty[effect];
    if (op[effect] === FOUND) counts.note(line[effect], bin[effect], qty[effect]);
    if (op[effect] !== COUNT) return qty[effect];
    if (Number.isNaN(qty[effect])) return 0;
    counts.note(line[effect], bin[effect], qty[effect] - there);
    return qty[effect] - there;
  }

  private moment(
    bin: number,
    failing: number,
    { there, wanted }: { readonly there: number; readonly wanted: number },
  ): Short {
    const effect = this.members[failing];
    return { effect, culprit: this.culprit(bin, failing), there, missing: wanted - there };
  }

  private culprit(bin: number, failing: number): number {
    const { effects, documentOf, isDraft } = this.source;
    for (let i = failing; i >= this.starts[bin]; i--) {
      const effect = this.members[i];
      const line = effects.line[effect];
      const op = effects.op[effect];
      const lowers = i === failing || LOWERING.has(op);
      if (lowers && isDraft(line) && !this.leftOut.has(documentOf[line])) return line;
    }
    return -1;
  }
}
