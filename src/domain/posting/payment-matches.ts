import { NONE } from "../book/lines";
import { zeroIfBlank } from "../documents/amounts";
import { headOf, linesOf } from "../documents/group";
import { placeOf } from "../documents/place";
import { type Finding, finding, type FindingCode } from "../kernel/finding";
import { figure } from "../kernel/numbers";
import { NO_ITEM, type OpenItems, PAID } from "../settlement/open-items";
import { SettledParts } from "../settlement/settled-parts";
import { type Against, parseAgainst } from "./against";
import type { DebtSource } from "./debt-source";

/**
 * A debt that a payment line names but that is not there yet, and what the line has left to settle it with.
 */
interface Waiting {
  readonly line: number;
  readonly credit: number;
  readonly against: Against;
  readonly purse: { left: number };
}

/**
 * Settles debts with payments: what a payment line names, else the oldest where the book says so. Source:
 * DOMAIN §8.1.
 */
export class PaymentMatcher {
  readonly settledBy = new SettledParts();
  /** What lines that take a cash discount have settled so far. */
  private readonly discounted = new Map<number, number>();
  /** Documents that payments name ahead of them: until they come, such a payment is an advance. */
  private readonly waiting = new Map<number, Waiting[]>();
  private index: ReadonlyMap<string, number> | null = null;

  constructor(
    private readonly source: DebtSource,
    private readonly items: OpenItems,
    private readonly itemsOf: (document: number) => readonly number[],
    private readonly findings: Finding[],
  ) {}

  /** Settles what each line of a payment names; lines that name nothing come last and settle the oldest. */
  settle(document: number, credit: number): void {
    const { lines } = this.source.book;
    const { starts, members } = this.source.documents;
    const takesOldest = this.source.settlesItself(document);
    for (let i = starts[document]; i < starts[document + 1]; i++) {
      const line = members[i];
      if (lines.against[line] !== "") this.settleNamed(line, credit, this.amountOf(line));
    }
    for (let i = takesOldest ? starts[document] : Infinity; i < starts[document + 1]; i++) {
      const line = members[i];
      if (lines.against[line] !== "" || lines.advance[line] === 1) continue;
      this.settledBy.begin(line);
      this.settleOldest(line, credit, this.amountOf(line));
    }
    for (let i = starts[document]; i < starts[document + 1]; i++) this.checkDiscount(members[i]);
  }

  /** A cash discount settles or is none: what of it finds no debt is told. */
  private checkDiscount(line: number): void {
    const { amount, discountTaken, against } = this.source.book.lines;
    if (!(discountTaken[line] > 0)) return;
    const settled = this.discounted.get(line) ?? 0;
    if (settled >= discountTaken[line] || this.waits(line)) return;
    const left = Math.max(0, settled - zeroIfBlank(amount[line]));
    this.report(line, "OVER_SETTLED", this.facts(against[line], discountTaken[line], left));
  }

  private waits(line: number): boolean {
    return [...this.waiting.values()].some((waiting) => waiting.some((one) => one.line === line));
  }

  private amountOf(line: number): number {
    const { amount, discountTaken } = this.source.book.lines;
    return zeroIfBlank(amount[line]) + zeroIfBlank(discountTaken[line]);
  }

  private settleOldest(line: number, credit: number, amount: number): void {
    const partner = this.source.book.lines.partner[line];
    const side = this.items.side[credit];
    for (let left = amount; left > 0;) {
      const debit = this.items.oldestOpen(partner, side);
      if (debit === NO_ITEM) break;
      left -= this.match(line, debit, credit, left);
    }
  }

  private match(line: number, debit: number, credit: number, most: number): number {
    const part = Math.min(most, this.items.open[debit]);
    if (part <= 0) return 0;
    const { day, discountTaken } = this.source.book.lines;
    this.items.match(debit, credit, part, { day: day[line], by: PAID });
    this.settledBy.add(line, this.items.document[debit], part);
    if (discountTaken[line] > 0) this.discounted.set(line, (this.discounted.get(line) ?? 0) + part);
    return part;
  }

  /** Settles what was named ahead of this document, whose debt is there now. */
  arrive(document: number): void {
    if (this.waiting.size === 0) return;
    const waiting = this.waiting.get(document);
    if (waiting === undefined || this.itemsOf(document).length === 0) return;
    this.waiting.delete(document);
    for (const one of waiting) this.settleOne(one, document);
  }

  /** Reports what was named and never came to be a debt. */
  finish(): void {
    for (const waiting of this.waiting.values()) {
      for (const { line, against } of waiting) this.report(line, "UNKNOWN_REF", { value: against.ref });
    }
  }

  private settleNamed(line: number, credit: number, amount: number): void {
    const { lines, settings } = this.source.book;
    this.settledBy.begin(line);
    const purse = { left: amount };
    for (const against of parseAgainst(lines.against[line], settings.moneyDecimals)) {
      const document = this.documentNamed(against.ref);
      if (document === null) this.report(line, "UNKNOWN_REF", { value: against.ref });
      else if (this.itemsOf(document).length > 0) this.settleOne({ line, credit, against, purse }, document);
      else
        this.waiting.set(document, [...(this.waiting.get(document) ?? []), { line, credit, against, purse }]);
    }
  }

  private settleOne({ line, credit, against, purse }: Waiting, document: number): void {
    const debits = this.debitsNamed(line, against.ref, { credit, document });
    const most = Math.min(against.amount ?? purse.left, purse.left);
    let rest = most;
    for (const debit of debits) rest -= this.match(line, debit, credit, rest);
    const asked = against.amount ?? (rest === most ? most : 0);
    if (debits.length > 0 && most - rest < asked)
      this.report(line, "OVER_SETTLED", this.facts(against.ref, asked, most - rest));
    purse.left -= most - rest;
  }

  private facts(ref: string, amount: number, left: number): Finding["facts"] {
    const decimals = this.source.book.settings.moneyDecimals;
    return { against: ref, amount: figure(amount, decimals), left: figure(left, decimals) };
  }

  private debitsNamed(
    line: number,
    ref: string,
    { credit, document }: { readonly credit: number; readonly document: number },
  ): readonly number[] {
    const debits = this.itemsOf(document).filter((item) => this.items.side[item] === this.items.side[credit]);
    if (debits.length === 0) {
      this.report(line, "UNKNOWN_REF", { value: ref });
      return [];
    }
    const other = debits.find((item) => this.items.partner[item] !== this.items.partner[credit]);
    if (other === undefined) return debits;
    const facts = {
      against: ref,
      partner: this.partnerOf(credit),
      other: this.partnerOf(other),
    };
    this.report(line, "OTHER_PARTNER", facts);
    return [];
  }

  /** The code of an item's partner; null where none, or none that is known, was named. */
  private partnerOf(item: number): string | null {
    const partner = this.items.partner[item];
    return partner === NONE ? null : this.source.book.masters.partners[partner].code;
  }

  private report(line: number, code: FindingCode, facts: Finding["facts"]): void {
    this.findings.push(finding(code, placeOf(this.source.book.lines, line, "against"), facts));
  }

  /** A document by its number, by `number/line`, or by the rowId of one of its lines. */
  private documentNamed(ref: string): number | null {
    this.index ??= this.makeIndex();
    return this.index.get(ref) ?? this.index.get(ref.slice(0, Math.max(0, ref.lastIndexOf("/")))) ?? null;
  }

  private makeIndex(): Map<string, number> {
    const { documents, book } = this.source;
    const index = new Map<string, number>();
    for (const document of this.source.order) {
      for (const line of linesOf(documents, document))
        if (book.lines.rowId[line] !== "") index.set(book.lines.rowId[line], document);
      const number = book.lines.number[headOf(documents, document)];
      if (number !== "") index.set(number, document);
    }
    return index;
  }
}
