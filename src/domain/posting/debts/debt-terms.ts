import { termsOn } from "../../book/closed-figures";
import { NONE } from "../../book/lines";
import type { Term } from "../../book/masters";
import { headOf } from "../../documents/group";
import type { DebtEffect } from "../../documents/document-type";
import { documentTypes } from "../../documents/index";
import type { Day } from "../../kernel/day";
import { areWhole, type Instalment, instalments, termsByCode } from "../../settlement/terms";
import type { DebtSource } from "./debt-source";

/** What is owed, and how much of it is tax; smallest units. */
export interface Debt {
  readonly amount: number;
  readonly tax: number;
}

/** Terms that a debt is under, and the day from which they run. */
export interface Agreed {
  readonly terms: readonly Term[];
  readonly from: Day;
}

/** What is owed as agreed with the partner, where the document says nothing. */
const BY_AGREEMENT: ReadonlySet<DebtEffect> = new Set<DebtEffect>(["delivery", "invoice", "charge"]);

/** Under which terms the debts of documents are. Source: DOMAIN §8.4. */
export class DebtTerms {
  /** Terms that are whole, by code, for each table of terms that ever held. */
  private readonly known = new Map<readonly Term[], ReadonlyMap<string, readonly Term[]>>();

  constructor(private readonly source: Pick<DebtSource, "book" | "documents">) {}

  /** The terms that are whole on a day, by code. */
  private wholeOn(day: Day): ReadonlyMap<string, readonly Term[]> {
    const terms = termsOn(this.source.book, day);
    const known = this.known.get(terms);
    if (known !== undefined) return known;
    const whole = new Map([...termsByCode(terms)].filter(([, own]) => areWhole(own)));
    this.known.set(terms, whole);
    return whole;
  }

  /**
   * The terms of a document: none where its due day is typed, else those of its first row and, of deliveries,
   * invoices and landed costs, the partner's.
   */
  of(document: number): Agreed | null {
    const from = this.source.book.lines.day[headOf(this.source.documents, document)];
    const own = this.wholeOn(from).get(this.codeOf(document));
    return own === undefined ? null : { terms: own, from };
  }

  /** The code of these terms; "" = none, or none that are whole. */
  codeOf(document: number): string {
    const { day, due, terms, partner, type } = this.source.book.lines;
    const head = headOf(this.source.documents, document);
    const whole = this.wholeOn(day[head]);
    if (whole.size === 0) return "";
    if (due[head] !== NONE) return "";
    const { debt } = documentTypes[type[head]];
    const usual = BY_AGREEMENT.has(debt) && partner[head] !== NONE;
    const code = terms[head] || (usual ? this.source.book.masters.partners[partner[head]].terms : "");
    return whole.has(code) ? code : "";
  }

  /** The terms that the first row of a document names itself. */
  typedOn(document: number): Agreed | null {
    const { terms } = this.source.book.lines;
    return terms[headOf(this.source.documents, document)] === "" ? null : this.of(document);
  }

  /**
   * A debt, with so much tax in it, cut into its instalments; one that is none (0 or less) is due from the
   * day on.
   */
  cut({ amount, tax }: Debt, { terms, from }: Agreed): readonly Instalment[] {
    const { moneyDecimals } = this.source.book.settings;
    if (amount > 0) return instalments(amount, from, { terms, tax, moneyDecimals });
    return [{ amount, due: from, discountUntil: NONE, discount: 0 }];
  }
}
