import { NONE } from "../../book/lines";
import { isTakenBack } from "../../book/reversals";
import { sharedByWorth, zeroIfBlank } from "../../documents/amounts";
import { documentTypes } from "../../documents/index";
import { linesOf } from "../../documents/group";
import { areOne, billAs, numberKey } from "../../documents/invoice-numbers";
import { linksOf } from "../../documents/links";
import { mulDiv } from "../../kernel/mul-div";
import { RATE_WHOLE } from "../../kernel/numbers";
import type { Ledgers } from "../ledgers";

/** How order, receipt and invoice of one line agree, the first that holds. Source: DOMAIN §8.7. */
export const THREE_WAY_STATES = [
  { code: "duplicate", title: { zh: "重复发票号", en: "Invoice number twice" } },
  { code: "noReceipt", title: { zh: "无入库", en: "No receipt" } },
  { code: "qty", title: { zh: "数量差", en: "Quantity differs" } },
  { code: "price", title: { zh: "价格差", en: "Price differs" } },
  { code: "notInvoiced", title: { zh: "未到票", en: "Not invoiced" } },
  { code: "partial", title: { zh: "部分到票", en: "Partly invoiced" } },
  { code: "matched", title: { zh: "匹配", en: "Matched" } },
] as const;
/** One of the states. */
export type ThreeWayState = (typeof THREE_WAY_STATES)[number]["code"];

/**
 * Differences up to so much are none: of the quantity received and of the amount agreed, per cent in 10⁻⁶.
 */
export interface Tolerance {
  readonly qty: number;
  readonly price: number;
}

/**
 * One line that was ordered or, without an order, received or invoiced. Quantities in 10⁻⁶ stock units, money
 * net in smallest units; `agreed` is what the invoiced quantity comes to at the line's own price.
 */
export interface ThreeWayLine {
  readonly line: number;
  readonly ordered: number | null;
  readonly received: number;
  readonly returned: number;
  readonly invoiced: number;
  readonly agreed: number;
  readonly billed: number;
  /** Lines of the invoices. */
  readonly invoices: readonly number[];
  /** Documents that owe for it. */
  readonly documents: readonly number[];
  /** Lines of theirs that are of it, each with what it comes to of them, as far as it is of this one. */
  readonly owing: readonly OwingPart[];
  readonly state: ThreeWayState;
}

/**
 * What a line of a receipt or invoice comes to, tax included, as far as it is of one line that was ordered.
 */
export interface OwingPart {
  readonly line: number;
  readonly total: number;
}

interface Chain {
  readonly line: number;
  received: number;
  returned: number;
  invoiced: number;
  billed: number;
  readonly invoices: number[];
  readonly documents: Set<number>;
  readonly owing: OwingPart[];
}

/** What each purchase line is part of: its order or, without one, itself. */
class Chains {
  readonly byRoot = new Map<number, Chain>();
  private readonly rootOf = new Map<number, number>();

  constructor(private readonly ledgers: Ledgers) {
    for (const line of ledgers.order) this.add(line);
  }

  private add(line: number): void {
    const { lines } = this.ledgers.book;
    const { debt, side } = documentTypes[lines.type[line]];
    if (side !== "payable" || lines.item[line] === NONE) return;
    if (debt === "delivery") this.receive(line);
    else if (debt === "return") this.takeBack(line);
    else if (debt === "invoice") this.invoice(line);
  }

  private chain(root: number, line: number): Chain {
    const known = this.byRoot.get(root);
    const none = { received: 0, returned: 0, invoiced: 0, billed: 0 };
    const chain = known ?? { line: root, ...none, invoices: [], documents: new Set<number>(), owing: [] };
    this.byRoot.set(root, chain);
    chain.documents.add(this.ledgers.documents.ofLine[line]);
    return chain;
  }

  private receive(line: number): void {
    const root = linksOf(this.ledgers.links, line).at(0)?.target ?? this.own(line);
    this.rootOf.set(line, root);
    const chain = this.chain(root, line);
    const qty = zeroIfBlank(this.ledgers.quantities.base[line]);
    chain.received += qty;
    chain.owing.push({ line, total: zeroIfBlank(this.ledgers.book.lines.total[line]) });
    if (this.ledgers.book.lines.invoice[line] === "") return;
    chain.invoiced += qty;
    chain.billed += zeroIfBlank(this.ledgers.book.lines.net[line]);
    chain.invoices.push(line);
  }

  private takeBack(line: number): void {
    for (const { target, qty } of linksOf(this.ledgers.links, line))
      this.chain(this.rootOf.get(target) ?? target, line).returned += qty;
  }

  private invoice(line: number): void {
    const { net, total } = this.ledgers.book.lines;
    const own = linksOf(this.ledgers.links, line);
    if (own.length === 0) {
      const chain = this.chain(this.own(line), line);
      chain.invoiced += zeroIfBlank(this.ledgers.quantities.base[line]);
      chain.billed += zeroIfBlank(net[line]);
      chain.owing.push({ line, total: zeroIfBlank(total[line]) });
      chain.invoices.push(line);
      return;
    }
    const shares = sharedByWorth(zeroIfBlank(net[line]), own, (target) => net[target]);
    const totals = sharedByWorth(zeroIfBlank(total[line]), own, (target) => total[target]);
    own.forEach(({ target, qty }, at) => {
      const chain = this.chain(this.rootOf.get(target) ?? target, line);
      const isCompleted = this.ledgers.book.lines.invoice[target] !== "";
      if (isCompleted) chain.billed -= this.agreed(target, qty);
      else chain.invoiced += qty;
      chain.billed += shares[at];
      chain.owing.push({ line, total: totals[at] });
      chain.invoices.push(line);
    });
  }

  /** A line, or the one that it takes back. */
  private own(line: number): number {
    const { reverses } = this.ledgers.book.lines;
    return reverses[line] === NONE ? line : reverses[line];
  }

  /** What so much of a line comes to at its own price. */
  agreed(line: number, qty: number): number {
    const whole = this.ledgers.quantities.base[line];
    return whole > 0 ? mulDiv(zeroIfBlank(this.ledgers.book.lines.net[line]), qty, whole) : 0;
  }
}

/**
 * Every purchase line that was received or invoiced, with what was ordered, how far the three agree and which
 * documents owe for it, in business order. Source: DOMAIN §8.7.
 */
export function threeWay(ledgers: Ledgers, tolerance: Tolerance): readonly ThreeWayLine[] {
  const chains = new Chains(ledgers);
  const twice = doubledInvoices(ledgers);
  const standing = [...chains.byRoot.values()].filter(({ line }) => !isTakenBack(ledgers.book.lines, line));
  return standing.map((chain) => {
    const { line, received, returned, invoiced, billed, invoices, documents, owing } = chain;
    const isOrder = documentTypes[ledgers.book.lines.type[line]].debt === "none";
    const agreed = invoices.includes(line) ? billed : chains.agreed(line, invoiced);
    const ordered = isOrder ? ledgers.quantities.base[line] : null;
    const figures = { line, ordered, received, returned, invoiced, agreed, billed, invoices };
    const isTwice = invoices.some((invoice) => twice.has(invoice));
    const state = isTwice ? "duplicate" : stateOf(ledgers, figures, tolerance);
    return { ...figures, documents: [...documents], owing, state };
  });
}

function stateOf(
  { book }: Ledgers,
  line: Omit<ThreeWayLine, "state" | "documents" | "owing">,
  tolerance: Tolerance,
): ThreeWayState {
  const { received, returned, invoiced, agreed, billed } = line;
  const isService = book.masters.items[book.lines.item[line.line]].service;
  const kept = isService && received === 0 ? invoiced : received - returned;
  if (invoiced === 0 && billed === 0) return "notInvoiced";
  if (received === 0 && !isService) return "noReceipt";
  const within = (part: number, whole: number, rate: number): boolean =>
    Math.abs(part) <= mulDiv(Math.abs(whole), rate, RATE_WHOLE);
  if (invoiced > kept && !within(invoiced - kept, kept, tolerance.qty)) return "qty";
  if (!within(billed - agreed, agreed, tolerance.price)) return "price";
  return invoiced < kept && !within(kept - invoiced, kept, tolerance.qty) ? "partial" : "matched";
}

/**
 * Lines of bills of one supplier under one number in several documents: of an invoice and another bill all
 * that both documents hold; of two receipts that came with one invoice those of the later, so that one
 * invoice is matched once. An invoice is one with the receipts that it refers to.
 */
function doubledInvoices(ledgers: Ledgers): ReadonlySet<number> {
  const { lines } = ledgers.book;
  const { ofLine } = ledgers.documents;
  const bearing = new Map<string, number[]>();
  const twice = new Set<number>();
  const isReceipt = (line: number): boolean => billAs(lines, line) === "receipt";
  for (const line of ledgers.order) {
    if (isTakenBack(lines, line) || lines.invoice[line] === "" || billAs(lines, line) === null) continue;
    const key = `${String(lines.partner[line])}|${numberKey(lines.invoice[line])}`;
    const others = bearing.get(key) ?? [];
    for (const other of others) {
      if (areOne(ledgers, ofLine[line], ofLine[other])) continue;
      if (isReceipt(line) && isReceipt(other)) twice.add(line);
      else for (const each of [line, other]) addDocument(twice, ledgers, each);
    }
    bearing.set(key, others.some((other) => ofLine[other] === ofLine[line]) ? others : [...others, line]);
  }
  return twice;
}

/** Adds all lines of the document that a line is of. */
function addDocument(twice: Set<number>, { documents }: Ledgers, line: number): void {
  for (const each of linesOf(documents, documents.ofLine[line])) twice.add(each);
}
