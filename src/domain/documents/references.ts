import { type Lines, NONE, STATUSES, UNREAD_TYPE } from "../book/lines";
import type { Settings } from "../book/settings";
import type { Checked } from "../kernel/checked";
import { type Finding, finding } from "../kernel/finding";
import { figure, quantity } from "../kernel/numbers";
import type { DebtEffect, Side } from "./document-type";
import { type Documents, headOf, linesOf } from "./group";
import {
  type InvoiceLink,
  type Link,
  type Links,
  linksOf,
  NO_LINKS,
  undone,
  type UninvoicedPart,
} from "./links";
import { documentTypes } from "./index";
import { placeOf } from "./place";
import { redParts, redQuantities } from "./red-invoices";
import { type ReferenceTargets, referenceTargets } from "./reference-targets";
import { Remainders } from "./remainders";

const NO_INVOICES: readonly InvoiceLink[] = [];
const POSTED = STATUSES.indexOf("posted");

/** The lines that may refer to each other, in business order, with their quantities in stock units (10⁻⁶). */
export interface Referring {
  readonly lines: Lines;
  readonly documents: Documents;
  readonly base: Float64Array;
  readonly order: Int32Array;
  /** Drafts already refused: they leave all to others, and nothing can refer to them. */
  readonly isOut: (document: number) => boolean;
  /** Whether the debts of a side arise on invoice: what goes back before then is never invoiced. */
  readonly onInvoice: Readonly<Record<Side, boolean>>;
}

/** Whether the debts of each side arise on invoice instead of on delivery or receipt. */
export function arisingOnInvoice(settings: Settings): Readonly<Record<Side, boolean>> {
  return { receivable: settings.receivableOn === "invoice", payable: settings.payableOn === "invoice" };
}

/**
 * What each `ref` means: a number (the same item and batch there, oldest open line first, split if needed), a
 * `number/line`, or a rowId; several separated by `;`, each of which must fit. Worked off document by
 * document in business order, so that each line of an original is returned, invoiced or delivered once; a
 * draft that asks for more than is left takes nothing from those after it. Finds UNKNOWN_REF, OVER_RETURN,
 * OVER_INVOICED, OVER_ORDER.
 */
export function resolveReferences(referring: Referring): Resolved {
  const { lines, documents, order } = referring;
  const links = new Map<number, readonly Link[]>();
  const findings: Finding[] = [];
  let resolver: Resolver | null = null;
  for (let i = 0; i < order.length; i++) {
    const line = order[i];
    if (links.has(line) || !(refers(lines, line) || lines.reverses[line] !== NONE)) continue;
    resolver ??= new Resolver(referring, links);
    findings.push(...resolver.resolveDocument(documents.ofLine[line]));
  }
  return { value: links, findings, blamed: resolver?.blamed ?? [] };
}

/** What the lines refer to, and what is wrong with that. */
interface Resolved extends Checked<Links> {
  /** Of drafts that leave too little for what is posted behind them: right only once these are out. */
  readonly blamed: readonly Finding[];
}

function refers(lines: Lines, line: number): boolean {
  if (lines.ref[line] === "" || lines.type[line] >= UNREAD_TYPE) return false;
  return documentTypes[lines.type[line]].refersTo.length > 0;
}

class Resolver {
  private readonly targets: ReferenceTargets;
  /** What is left of a line to return, to invoice or to deliver. */
  private readonly left: Remainders;
  /** Lines of drafts that took of a line, the last one last, by what they used up. */
  private readonly takers = new Map<string, readonly number[]>();
  readonly blamed: Finding[] = [];
  private readonly invoices = new Map<number, readonly InvoiceLink[]>();
  private readonly lines: Lines;
  private readonly documents: Documents;
  private readonly base: Float64Array;

  constructor(
    private readonly referring: Referring,
    private readonly links: Map<number, readonly Link[]>,
  ) {
    const { lines, documents, base, order } = referring;
    this.lines = lines;
    this.documents = documents;
    this.base = base;
    this.left = new Remainders(base);
    const place = new Int32Array(lines.count);
    for (let i = 0; i < order.length; i++) place[order[i]] = i + 1;
    this.targets = referenceTargets({ lines, documents, place, isOut: referring.isOut });
  }

  /** Links the lines of a document; a draft that is not to be posted gives back what it took. */
  resolveDocument(document: number): readonly Finding[] {
    const findings: Finding[] = [];
    const own = linesOf(this.documents, document);
    if (this.lines.reverses[own[0]] !== NONE) {
      for (const line of own) this.takeBack(line);
      return [];
    }
    const members = own.filter((line) => refers(this.lines, line));
    this.left.begin();
    for (const line of members) this.links.set(line, this.resolve(line, findings));
    const isDraft = this.lines.status[headOf(this.documents, document)] < POSTED;
    if (isDraft && (findings.length > 0 || this.referring.isOut(document))) {
      this.left.giveBack();
    } else members.forEach((line) => this.noteInvoice(line));
    return findings;
  }

  /** A line that takes another back refers to all that that one does, the other way round. */
  private takeBack(line: number): void {
    const { debt, refersWhole } = documentTypes[this.lines.type[line]];
    const links = linksOf(this.links, this.lines.reverses[line]);
    this.links.set(line, refersWhole === true ? links : links.map(undone));
    for (const link of refersWhole === true ? NO_LINKS : links) this.giveBack(debt, link);
    this.noteInvoice(line);
  }

  private giveBack(debt: DebtEffect, { target, qty, uninvoiced, billed }: Link): void {
    const { left } = this;
    left.use(debt, target, debt === "invoice" ? 0 - qty - billed : 0 - qty);
    if (debt === "invoice") left.use("asked", target, 0 - qty - billed);
    if (debt === "invoice") left.use("red", target, 0 - billed);
    if (debt === "return") left.use("backUnasked", target, billed - qty);
    if (uninvoiced === null) return;
    left.use("invoice", target, 0 - uninvoiced.qty);
    left.use("uninvoiced", target, 0 - uninvoiced.qty);
  }

  private noteInvoice(line: number): void {
    if (documentTypes[this.lines.type[line]].debt !== "invoice") return;
    linksOf(this.links, line).forEach(({ target }, at) => {
      this.invoices.set(target, [...this.invoicesOf(target), { line, at }]);
    });
  }

  private invoicesOf(target: number): readonly InvoiceLink[] {
    return this.invoices.get(target) ?? NO_INVOICES;
  }

  private resolve(line: number, findings: Finding[]): readonly Link[] {
    const { lines, base } = this;
    if (documentTypes[lines.type[line]].refersWhole === true) return this.resolveWhole(line, findings);
    const targets = this.targets.fitting(line);
    const lost = lines.status[line] < POSTED && targets.length > 0 ? this.targets.lost(line) : [];
    findings.push(...lost.map((ref) => this.unknown(line, ref)));
    if (targets.length === 0) findings.push(this.unknown(line));
    if (targets.length === 0) return [];
    const wanted = base[line];
    const { asks, debt } = documentTypes[lines.type[line]];
    if (asks === true) return [{ ...this.nothingOf(targets[0]), qty: quantity(wanted) }];
    if (debt === "invoice" && !(wanted > 0)) return this.withoutGoods(targets, wanted);
    if (!(wanted > 0)) return [{ ...this.nothingOf(targets[0]), qty: quantity(wanted || 0) }];
    const taken = this.take(line, targets, wanted);
    const rest = wanted - taken.reduce((sum, link) => sum + link.qty, 0);
    if (rest > 0 && !this.blame(line, targets, rest)) findings.push(this.overdone(line, wanted, rest));
    return taken.length === 0 ? [this.nothingOf(targets[0])] : taken;
  }

  /** A red invoice is of goods that went back or that were invoiced, an allowance of all that it names. */
  private withoutGoods(targets: readonly number[], wanted: number): readonly Link[] {
    const { base } = this;
    if (!(wanted < 0)) return [...new Set(targets)].map((target) => this.nothingOf(target));
    return redParts(this.left, targets, -wanted).map((part) => {
      const { target } = part;
      return { ...this.nothingOf(target), whole: quantity(base[target]), ...redQuantities(part) };
    });
  }

  /** A link to a line of which nothing is taken. */
  private nothingOf(target: number): Link {
    const none = { qty: quantity(0), before: quantity(0), whole: quantity(0), billed: quantity(0) };
    return { ...none, target, invoices: this.invoicesOf(target), uninvoiced: null };
  }

  /**
   * Nothing that all refs name fits, or nothing that one does; where a draft that is refused would, it is
   * told where that stands.
   */
  private unknown(line: number, ref?: string): Finding {
    const { lines } = this;
    const { why, target } = this.targets.nearest(line, ref);
    const place = placeOf(lines, line, "ref");
    const value = ref ?? lines.ref[line];
    if (why !== "refused" || target === null)
      return finding("UNKNOWN_REF", place, { value, why: why === "missing" ? null : why });
    const { table, row } = placeOf(lines, target, "ref");
    return finding("UNKNOWN_REF", place, { value, why, refusedTable: table, refusedRow: row });
  }

  /** Every line that the refs name, whole and once; each ref must name one. */
  private resolveWhole(line: number, findings: Finding[]): readonly Link[] {
    const place = placeOf(this.lines, line, "ref");
    const lost = this.targets.lost(line);
    findings.push(...lost.map((value) => finding("UNKNOWN_REF", place, { value, why: null })));
    return [...new Set(this.targets.fitting(line))].map((target) => {
      const qty = quantity(Number.isNaN(this.base[target]) ? 0 : this.base[target]);
      const none = { before: quantity(0), invoices: NO_INVOICES, uninvoiced: null, billed: quantity(0) };
      return { ...none, target, qty, whole: qty };
    });
  }

  /**
   * Whether drafts that stand before a posted line have taken what it lacks: then the last of them that took
   * enough asks for more than is left.
   */
  private blame(line: number, targets: readonly number[], rest: number): boolean {
    const { lines } = this;
    if (lines.status[line] < POSTED) return false;
    const { debt } = documentTypes[lines.type[line]];
    const takers = targets.flatMap((target) => this.takers.get(`${debt}|${String(target)}`) ?? []);
    const taker = takers.findLast((each) => this.base[each] >= rest) ?? takers.at(-1);
    if (taker === undefined) return false;
    const wanted = this.base[taker];
    this.blamed.push(this.overdone(taker, wanted, Math.min(wanted, rest)));
    return true;
  }

  private noteTaker(line: number, target: number): void {
    if (this.lines.status[line] >= POSTED || this.referring.isOut(this.documents.ofLine[line])) return;
    const key = `${documentTypes[this.lines.type[line]].debt}|${String(target)}`;
    this.takers.set(key, [...(this.takers.get(key) ?? []), line]);
  }

  /** More goes back, is invoiced or is delivered than is left of what the line refers to. */
  private overdone(line: number, wanted: number, rest: number): Finding {
    const { debt, onWay } = documentTypes[this.lines.type[line]];
    const facts = { ref: this.lines.ref[line], qty: figure(wanted, 6), left: figure(wanted - rest, 6) };
    const delivers = onWay === true ? "OVER_TRANSFER" : "OVER_ORDER";
    const code = debt === "return" ? "OVER_RETURN" : debt === "invoice" ? "OVER_INVOICED" : delivers;
    return finding(code, placeOf(this.lines, line, "qty"), facts);
  }

  private take(line: number, targets: readonly number[], wanted: number): Link[] {
    const { debt, side, counter } = documentTypes[this.lines.type[line]];
    const beforeInvoice =
      debt === "return" && side !== null && counter !== true && this.referring.onInvoice[side];
    const taken: Link[] = [];
    for (const [target, qty] of this.shared(line, targets, wanted)) {
      const left = this.left.of(debt, target);
      const billed = debt === "return" ? this.left.billedOf(target, qty) : 0;
      this.left.use(debt, target, qty);
      if (debt === "invoice") this.left.use("asked", target, qty);
      if (debt === "return") this.left.use("backUnasked", target, qty - billed);
      this.noteTaker(line, target);
      taken.push({
        target,
        uninvoiced: beforeInvoice ? this.takeUninvoiced(target, qty) : null,
        invoices: this.invoicesOf(target),
        qty: quantity(qty),
        before: quantity(this.base[target] - left),
        whole: quantity(this.base[target]),
        billed: quantity(billed),
      });
    }
    return taken;
  }

  /**
   * How much of what is wanted each target gives, in their order: an invoice asks first for goods that stay,
   * and only then for what went back before any invoice.
   */
  private shared(line: number, targets: readonly number[], wanted: number): ReadonlyMap<number, number> {
    const { debt, side } = documentTypes[this.lines.type[line]];
    const given = new Map<number, number>();
    let rest = wanted;
    const give = (target: number, most: number): void => {
      const before = given.get(target) ?? 0;
      const qty = Math.min(most - before, rest);
      if (qty > 0) given.set(target, before + qty);
      if (qty > 0) rest -= qty;
    };
    const mayBeGone = debt === "invoice" && side !== null && !this.referring.onInvoice[side];
    const gone = (target: number): number => (mayBeGone ? this.left.usedOf("backUnasked", target) : 0);
    for (const target of targets) give(target, this.left.of(debt, target) - gone(target));
    for (const target of mayBeGone ? targets : []) give(target, this.left.of(debt, target));
    return given;
  }

  /** What goes back is first what no invoice has asked for, and none will. */
  private takeUninvoiced(target: number, qty: number): UninvoicedPart {
    const part = Math.min(qty, Math.max(0, this.left.of("invoice", target)));
    const before = this.left.usedOf("uninvoiced", target);
    this.left.use("invoice", target, part);
    this.left.use("uninvoiced", target, part);
    return { qty: quantity(part), before: quantity(before) };
  }
}
