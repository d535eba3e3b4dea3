import { NONE, STATUSES } from "../../book/lines";
import { placeOf } from "../../documents/place";
import { type Finding, finding } from "../../kernel/finding";
import type { FindingCode } from "../../kernel/finding-codes";
import { figure } from "../../kernel/numbers";
import { SettledParts } from "../../settlement/settled-parts";
import { type Against, parseAgainst } from "./against";
import { Arrivals } from "./arrivals";
import type { DebtItems } from "./debt-items";
import { type NamedDocument, NamedDocuments } from "./named-documents";

const POSTED = STATUSES.indexOf("posted");

/** What all that settles debts works with: the items, what cells name, who waits, what was found. */
export class Settling {
  readonly settledBy = new SettledParts();
  readonly arrivals = new Arrivals();
  readonly findings: Finding[] = [];
  private readonly names: NamedDocuments;

  constructor(readonly debts: DebtItems) {
    this.names = new NamedDocuments(debts.source);
  }

  /** The documents that a cell names, each with the amount said of it. */
  parse(text: string): readonly Against[] {
    return parseAgainst(text, this.debts.source.book.settings.moneyDecimals);
  }

  /** The document that a cell calls so; null = there is none. */
  named(ref: string): NamedDocument | null {
    return this.names.named(ref);
  }

  /** Whether a posted line named a document that was made void since: what the two had to do is undone. */
  isReleased(line: number, ref: string): boolean {
    const { status } = this.debts.source.book.lines;
    return status[line] >= POSTED && this.named(ref) === null && this.names.isVoid(ref);
  }

  /** The items of a named document, of one instalment where the cell says which. */
  itemsNamed(named: NamedDocument): readonly number[] {
    return this.ofPart(this.debts.itemsOf(named.document), named);
  }

  /** The same with the credits that the document made besides. */
  creditsNamed(named: NamedDocument): readonly number[] {
    return this.ofPart(this.debts.allOf(named.document), named);
  }

  /** All of them, those first that fall due first, unless one part is named. */
  private ofPart(own: readonly number[], { part }: NamedDocument): readonly number[] {
    const { items } = this.debts;
    if (part === null || own.every((item) => items.part[item] === 1)) return this.debts.oldestFirst(own);
    return own.filter((item) => items.part[item] === part);
  }

  /** Writes down that a line settled so much of an item. */
  settled(line: number, item: number, amount: number): void {
    const { items } = this.debts;
    const document = items.document[item];
    const instalment = this.debts.isParted(document) ? items.part[item] : 0;
    this.settledBy.add(line, { document, instalment }, amount);
  }

  /** Notes a finding at a cell of a line. */
  report(at: { readonly line: number; readonly column: string }, code: FindingCode, facts = {}): void {
    this.findings.push(finding(code, placeOf(this.debts.source.book.lines, at.line, at.column), facts));
  }

  /**
   * Whether a line is of a draft that asks for more than there is: it is refused, and takes nothing from
   * those beside it.
   */
  isAskingTooMuch(line: number, asked: number, there: number): boolean {
    return asked > there && this.debts.source.book.lines.status[line] < POSTED;
  }

  /** The facts of what asks for more than is open. */
  over(ref: string, amount: number, left: number): Finding["facts"] {
    const decimals = this.debts.source.book.settings.moneyDecimals;
    return { against: ref, amount: figure(amount, decimals), left: figure(left, decimals) };
  }

  /** The code of a partner; null where none, or none that is known, was named. */
  partnerCode(partner: number): string | null {
    return partner === NONE ? null : this.debts.source.book.masters.partners[partner].code;
  }

  /** Whether all items are a partner's; else OTHER_PARTNER is noted. */
  isOf(
    partner: number,
    items: readonly number[],
    at: { line: number; column: string; ref: string },
  ): boolean {
    const of = this.debts.items.partner;
    const other = items.find((item) => of[item] !== partner);
    if (other === undefined) return true;
    const facts = {
      against: at.ref,
      partner: this.partnerCode(partner),
      other: this.partnerCode(of[other]),
    };
    this.report(at, "OTHER_PARTNER", facts);
    return false;
  }

  /** Reports what was named and never came to be a debt. */
  finish(): void {
    for (const { line, ref, column } of this.arrivals.left())
      this.report({ line, column }, "UNKNOWN_REF", { value: ref });
  }
}
