import { NONE } from "../../book/lines";
import { zeroIfBlank } from "../../documents/amounts";
import { headOf, linesOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import type { SettledPair } from "../../settlement/granted-discounts";
import { CREDITED, NO_ITEM, type OpenItems, PAID } from "../../settlement/open-items";
import type { Against } from "./against";
import type { Arrivals } from "./arrivals";
import type { NamedDocument } from "./named-documents";
import type { Settling } from "./settling";
import { WriteOffs } from "./write-offs";

/** One line of an allocation, and how much of it is left to allocate (or, below 0, to undo). */
interface Allocating {
  readonly line: number;
  readonly document: number;
  readonly purse: { left: number };
}

/** A discount that is no longer taken off what the credit settled of the debit. */
interface Withdrawn extends SettledPair {
  readonly off: number;
}

/**
 * What allocations settle by name: a credit (`ref`: a payment, an advance, a return) against debts
 * (`against`) of one partner, what is owed one way against what is owed the other, and, with no `ref`, what
 * is written off. A negative amount undoes. Source: DOMAIN §8.1; CONTRACT §2 HX.
 */
export class Allocations {
  private readonly items: OpenItems;
  private readonly writeOffs: WriteOffs;
  private readonly arrivals: Arrivals;
  /** Discounts for early payment that lines took back with what they undid. */
  private readonly withdrawn = new Map<number, readonly Withdrawn[]>();

  constructor(private readonly settling: Settling) {
    this.items = settling.debts.items;
    this.arrivals = settling.arrivals;
    this.writeOffs = new WriteOffs(settling);
  }

  /** Posts an allocation. */
  allocate(document: number): void {
    const { source } = this.settling.debts;
    const { amount, against } = source.book.lines;
    for (const line of linesOf(source.documents, document)) {
      if (against[line] === "") this.settling.report({ line, column: "against" }, "REQUIRED");
      else if (this.refOf(line) === "" && this.writeOffs.isAllowed(line))
        this.whenThere(line, "against", () => this.writeOff(line, document));
      else if (this.refOf(line) !== "") {
        const allocating = { line, document, purse: { left: zeroIfBlank(amount[line]) } };
        this.whenThere(line, "ref", () =>
          this.whenThere(line, "against", () => this.allocateLine(allocating)),
        );
      }
    }
  }

  /** The credits that a line names: what takes another back is about those of that one. */
  private refOf(line: number): string {
    const { ref, reverses } = this.settling.debts.source.book.lines;
    return ref[reverses[line] === NONE ? line : reverses[line]];
  }

  /**
   * What a cell names, without what was made void since: voiding a payment releases its allocations. Source:
   * DOMAIN §8.1.
   */
  private namesIn(line: number, column: "ref" | "against"): readonly Against[] {
    return this.typedIn(line, column).filter(({ ref }) => !this.settling.isReleased(line, ref));
  }

  private typedIn(line: number, column: "ref" | "against"): readonly Against[] {
    const { against } = this.settling.debts.source.book.lines;
    return this.settling.parse(column === "ref" ? this.refOf(line) : against[line]);
  }

  /** Whether something that a line names was made void since, so that it settles less than it says. */
  private hasReleased(line: number): boolean {
    const all = [...this.typedIn(line, "ref"), ...this.typedIn(line, "against")];
    return all.some(({ ref }) => this.settling.isReleased(line, ref));
  }

  /** Does something once all that a cell names is there; UNKNOWN_REF where it names what is nowhere. */
  private whenThere(line: number, column: "ref" | "against", settle: () => void): void {
    for (const { ref } of this.namesIn(line, column)) {
      const named = this.settling.named(ref);
      if (named === null) {
        this.settling.report({ line, column }, "UNKNOWN_REF", { value: ref });
        return;
      }
      const { debts } = this.settling;
      const there = column === "ref" ? debts.allOf(named.document) : debts.itemsOf(named.document);
      if (there.length > 0) continue;
      const again = (): void => this.whenThere(line, column, settle);
      this.arrivals.waitFor(named.document, { line, ref, column, settle: again });
      return;
    }
    settle();
  }

  private writeOff(line: number, document: number): void {
    this.settling.settledBy.begin(line);
    for (const against of this.namesIn(line, "against")) {
      const debts = this.own(line, "against", against.ref);
      if (debts.length > 0) this.writeOffs.writeOff({ line, document, against, debts });
    }
  }

  private allocateLine(allocating: Allocating): void {
    const { line } = allocating;
    const credits = this.namesIn(line, "ref").flatMap((named) => this.own(line, "ref", named.ref));
    const parts = this.namesIn(line, "against");
    if (credits.length === 0) return;
    this.settling.settledBy.begin(line);
    this.grantAgain(line);
    for (const part of parts) this.allocatePart(allocating, credits, part);
  }

  /** A line that takes back an undoing gives the discounts again that were taken back with it. */
  private grantAgain(line: number): void {
    const { reverses } = this.settling.debts.source.book.lines;
    for (const { off, ...pair } of this.withdrawn.get(reverses[line]) ?? [])
      this.items.grant(pair, off, this.dayOf(line));
  }

  /** The items that a cell names, all the line's partner's; OTHER_PARTNER where they are not. */
  private own(line: number, column: string, ref: string): readonly number[] {
    const named: NamedDocument | null = this.settling.named(ref);
    const items = named === null ? [] : this.itemsIn(column, named);
    if (items.length === 0) this.settling.report({ line, column }, "UNKNOWN_REF", { value: ref });
    const partner = this.settling.debts.source.book.lines.partner[line];
    return this.settling.isOf(partner, items, { line, column, ref }) ? items : [];
  }

  private itemsIn(column: string, named: NamedDocument): readonly number[] {
    return column === "ref" ? this.settling.creditsNamed(named) : this.settling.itemsNamed(named);
  }

  private allocatePart(allocating: Allocating, credits: readonly number[], against: Against): void {
    const { line, purse } = allocating;
    const debits = this.own(line, "against", against.ref);
    if (debits.length === 0) return;
    const sign = purse.left < 0 ? -1 : 1;
    const most = Math.min(against.amount ?? Math.abs(purse.left), Math.abs(purse.left));
    let rest = most;
    for (const debit of debits)
      for (const credit of credits) rest -= this.settle(allocating, { credit, debit }, sign * rest);
    purse.left -= sign * (most - rest);
    const asked = against.amount ?? (this.isLast(line, against) ? most : 0);
    if (most - rest >= asked || this.hasReleased(line)) return;
    const isSpent = sign > 0 && debits.some((debit) => this.items.open[debit] > 0);
    const [column, ref] = isSpent ? ["ref", this.refOf(line)] : ["against", against.ref];
    this.settling.report(
      { line, column },
      "OVER_SETTLED",
      this.settling.over(ref, sign * asked, sign * (most - rest)),
    );
  }

  /** What the last document named does not take, nothing takes. */
  private isLast(line: number, { ref }: Against): boolean {
    return this.typedIn(line, "against").at(-1)?.ref === ref;
  }

  /** Settles up to so much between two items, or undoes up to so much; answers how much, ≥ 0. */
  private settle(allocating: Allocating, pair: SettledPair, most: number): number {
    const { side, amount } = this.items;
    if (most === 0) return 0;
    if (most < 0) return this.undo(allocating, pair, -most);
    if (side[pair.credit] === side[pair.debit]) return this.match(allocating.line, pair, most);
    return amount[pair.credit] > 0 ? this.net(allocating, pair, most) : 0;
  }

  private match(line: number, { credit, debit }: SettledPair, most: number): number {
    const part = Math.min(most, -this.items.open[credit], this.items.open[debit]);
    if (part <= 0) return 0;
    this.items.match(debit, credit, part, { day: this.dayOf(line), by: this.by(credit) });
    this.settling.settled(line, debit, part);
    return part;
  }

  private dayOf(line: number): number {
    return this.settling.debts.source.book.lines.day[line];
  }

  /** What money settles is paid; what a return settles is credited. */
  private by(credit: number): number {
    const { documents, book } = this.settling.debts.source;
    const { debt } = documentTypes[book.lines.type[headOf(documents, this.items.document[credit])]];
    return debt === "return" || debt === "allocation" ? CREDITED : PAID;
  }

  /** What is owed one way takes up what is owed the other: a credit on each side, settled at once. */
  private net(
    { line, document }: Allocating,
    { credit: ours, debit: theirs }: SettledPair,
    most: number,
  ): number {
    const part = Math.min(most, this.items.open[ours], this.items.open[theirs]);
    if (part <= 0) return 0;
    for (const debit of [theirs, ours]) {
      const credit = this.mirror(document, debit, -part);
      this.items.match(debit, credit, part, { day: this.dayOf(line), by: CREDITED });
    }
    this.settling.settled(line, theirs, part);
    return part;
  }

  /** An item of an allocation on the side of another. */
  private mirror(document: number, of: number, amount: number): number {
    const { side, partner } = this.items;
    const day = this.dayOf(headOf(this.settling.debts.source.documents, document));
    const item = this.items.add({ document, side: side[of], partner: partner[of], day, due: day, amount });
    this.settling.debts.noteBesides(item);
    return item;
  }

  private undo(allocating: Allocating, pair: SettledPair, most: number): number {
    const { side } = this.items;
    return side[pair.credit] === side[pair.debit]
      ? this.unmatch(allocating.line, pair, most)
      : this.unnet(allocating, pair, most);
  }

  private unmatch(line: number, { credit, debit }: SettledPair, most: number): number {
    const part = Math.min(most, this.items.settledBetween(debit, credit));
    if (part <= 0) return 0;
    const off = this.items.undo({ debit, credit }, part, { day: this.dayOf(line), by: this.by(credit) });
    if (off > 0) this.withdrawn.set(line, [...(this.withdrawn.get(line) ?? []), { debit, credit, off }]);
    this.settling.settled(line, debit, part);
    return part;
  }

  /** Undoes a netting on both sides: what it had settled there with credits of one document. */
  private unnet(allocating: Allocating, { credit: ours, debit: theirs }: SettledPair, most: number): number {
    let left = most;
    for (const { credit, amount } of this.items.creditsOf(theirs)) {
      const other = this.items
        .creditsOf(ours)
        .find((one) => this.items.document[one.credit] === this.items.document[credit]);
      const part = Math.min(left, amount, other?.amount ?? 0);
      if (part <= 0 || other === undefined || !this.isOfAllocation(credit)) continue;
      this.giveBack(allocating, { debit: theirs, credit }, part);
      this.giveBack(allocating, { debit: ours, credit: other.credit }, part);
      left -= part;
    }
    if (left < most) this.settling.settled(allocating.line, theirs, most - left);
    return most - left;
  }

  private isOfAllocation(credit: number): boolean {
    const { documents, book } = this.settling.debts.source;
    const head = credit === NO_ITEM ? -1 : headOf(documents, this.items.document[credit]);
    return head !== -1 && documentTypes[book.lines.type[head]].debt === "allocation";
  }

  /** Takes a credit that an allocation had made off its debt, and closes it. */
  private giveBack({ line, document }: Allocating, { debit, credit }: SettledPair, part: number): void {
    const made = { day: this.dayOf(line), by: CREDITED };
    this.items.match(debit, credit, -part, made);
    this.items.match(this.mirror(document, debit, part), credit, part, made);
  }
}
