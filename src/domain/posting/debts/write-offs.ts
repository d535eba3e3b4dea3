import { reasonsOn } from "../../book/closed-figures";
import { zeroIfBlank } from "../../documents/amounts";
import { headOf } from "../../documents/group";
import { figure } from "../../kernel/numbers";
import { WRITE_OFF_REASONS, writeOffReason } from "../../settlement/write-off-reasons";
import { type OpenItems, WRITTEN_OFF } from "../../settlement/open-items";
import type { Against } from "./against";
import type { Settling } from "./settling";

/** What a line of an allocation writes off: of which items, and how much was said. */
interface WritingOff {
  readonly line: number;
  readonly document: number;
  readonly against: Against;
  readonly debts: readonly number[];
}

/**
 * Debts and credits given up for a reason: an item the other way round stands against them. A small
 * difference may not pass the book's limit, however often it is written off. Source: DOMAIN §8.1 抹零, §4 HX.
 */
export class WriteOffs {
  private readonly items: OpenItems;
  /** What was written off as small, by item. */
  private readonly small = new Map<number, number>();

  constructor(private readonly settling: Settling) {
    this.items = settling.debts.items;
  }

  private get book() {
    return this.settling.debts.source.book;
  }

  /** Whether a line gives a reason that the book knows; notes REQUIRED or UNKNOWN_WORD where it does not. */
  isAllowed(line: number): boolean {
    const at = { line, column: "reason" };
    const text = this.book.lines.reason[line];
    if (text === "") this.settling.report(at, "REQUIRED");
    else if (this.reasonOf(line) === null) {
      const allowed = WRITE_OFF_REASONS.map(({ code }) => code).join(", ");
      this.settling.report(at, "UNKNOWN_WORD", { value: text, allowed });
    }
    return this.reasonOf(line) !== null;
  }

  private reasonOf(line: number): string | null {
    const { reason, day } = this.book.lines;
    return writeOffReason(reason[line], reasonsOn(this.book, day[line]));
  }

  /** Writes off as much as a line says of the items named; a negative amount takes it back. */
  writeOff({ line, document, against, debts }: WritingOff): void {
    const amount = zeroIfBlank(this.book.lines.amount[line]);
    const asked = against.amount ?? Math.abs(amount);
    let rest = asked;
    for (const item of debts) {
      rest -=
        amount < 0
          ? this.takeBack(line, { document, item, most: rest })
          : this.giveUp(line, { document, item, most: rest });
    }
    if (rest === 0) return;
    const sign = amount < 0 ? -1 : 1;
    const facts = this.settling.over(against.ref, sign * asked, sign * (asked - rest));
    this.settling.report({ line, column: "against" }, "OVER_SETTLED", facts);
  }

  private giveUp(
    line: number,
    { document, item, most }: { readonly document: number; readonly item: number; readonly most: number },
  ): number {
    const { open } = this.items;
    const part = Math.min(most, Math.abs(open[item]));
    if (part <= 0 || !this.isWithinLimit(line, item, part)) return part;
    const isDebit = open[item] > 0;
    const mirror = this.mirror(document, item, isDebit ? -part : part);
    const [debit, credit] = isDebit ? [item, mirror] : [mirror, item];
    this.items.match(debit, credit, part, { day: this.book.lines.day[line], by: WRITTEN_OFF });
    this.settling.settled(line, item, part);
    return part;
  }

  private isWithinLimit(line: number, item: number, part: number): boolean {
    if (this.reasonOf(line) !== "small") return true;
    const sum = (this.small.get(item) ?? 0) + part;
    const { smallWriteOff, moneyDecimals } = this.book.settings;
    if (sum <= smallWriteOff) this.small.set(item, sum);
    if (sum <= smallWriteOff) return true;
    const facts = { amount: figure(sum, moneyDecimals), limit: figure(smallWriteOff, moneyDecimals) };
    this.settling.report({ line, column: "amount" }, "WRITE_OFF_LIMIT", facts);
    return false;
  }

  /** An item of the write-off on the side of another. */
  private mirror(document: number, of: number, amount: number): number {
    const { side, partner } = this.items;
    const day = this.book.lines.day[headOf(this.settling.debts.source.documents, document)];
    const item = this.items.add({ document, side: side[of], partner: partner[of], day, due: day, amount });
    this.settling.debts.noteBesides(item);
    return item;
  }

  /** Takes back what was written off of a debt, the latest first. */
  private takeBack(
    line: number,
    { document, item, most }: { readonly document: number; readonly item: number; readonly most: number },
  ): number {
    let left = most;
    const made = { day: this.book.lines.day[line], by: WRITTEN_OFF };
    const isWrittenOff = ({ by }: { readonly by: number }): boolean => by === WRITTEN_OFF;
    for (const { credit, amount } of this.items.creditsOf(item).filter(isWrittenOff).reverse()) {
      const part = Math.min(left, amount);
      if (part <= 0) continue;
      this.items.match(item, credit, -part, made);
      this.items.match(this.mirror(document, item, part), credit, part, made);
      this.small.set(item, Math.max(0, (this.small.get(item) ?? 0) - part));
      left -= part;
    }
    if (left < most) this.settling.settled(line, item, most - left);
    return most - left;
  }
}
