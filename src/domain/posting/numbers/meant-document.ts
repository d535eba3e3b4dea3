import { type Lines, NONE, REGISTERS, registerOf, STATUSES, UNREAD_TYPE } from "../../book/lines";
import { documentTypes } from "../../documents/index";
import { linksOf } from "../../documents/links";
import { isOfKind } from "../../documents/reference-targets";
import { scaled } from "../../kernel/numbers";
import type { Ledgers } from "../ledgers";

const POSTED = STATUSES.indexOf("posted");
const VOID = STATUSES.indexOf("void");
const REVERSED = STATUSES.indexOf("reversed");
const PAYMENTS = REGISTERS.indexOf("payments");

/** One of the documents under a number, and the number that it bears from now on. */
export interface NumberedPart {
  readonly number: string;
  /** In the order of the document. */
  readonly lines: readonly number[];
}

/** One reference to a number that several documents bear. */
export interface Reference {
  readonly line: number;
  readonly column: "ref" | "against";
  /** What stands after the number's `/`: a line, or of a debt the instalment; null = nothing. */
  readonly place: string | null;
  /** The amount said of it, as text; null = none. */
  readonly amount: string | null;
}

/** Which documents a reference means; `isSure` = nothing else could be meant. */
export interface Meant {
  readonly parts: readonly NumberedPart[];
  readonly isSure: boolean;
}

/**
 * Which of the documents under one number a reference means: that whose partner, type, item and batch fit; no
 * document posted later than what refers to it; of payments that which comes to the amount; else those from
 * which quantities are taken today or of which so much is not settled yet, else the earliest. Source: DOMAIN
 * §2.1.
 */
export function meantParts(ledgers: Ledgers, reference: Reference, { parts, settled }: Named): Meant {
  const { lines, settings } = ledgers.book;
  const fitting = parts.filter((part) => fits(lines, reference, part));
  if (fitting.length === 0) return { parts: [parts[0]], isSure: true };
  const known = kept(fitting, (part) => isThere(lines, reference.line, part));
  const asked = isOfPayments(lines, reference) ? askedBy(lines, reference, settings.moneyDecimals) : null;
  const alike = kept(known, (part) => asked === null || worthOf(lines, part) === asked);
  if (alike.length === 1) return { parts: alike, isSure: true };
  const taken = takenFrom(ledgers, reference, alike);
  const open = kept(alike, (part) => worthOf(lines, part) - (settled.get(part.number) ?? 0) >= (asked ?? 0));
  return { parts: taken.length === 0 ? [open[0]] : taken, isSure: false };
}

/** The documents under one number, and what references before settle of each, by its number from now on. */
export interface Named {
  readonly parts: readonly NumberedPart[];
  readonly settled: ReadonlyMap<string, number>;
}

/** Those for which something holds; all where it holds for none. */
function kept<T>(all: readonly T[], holds: (each: T) => boolean): readonly T[] {
  const some = all.filter(holds);
  return some.length === 0 ? all : some;
}

function isOfPayments(lines: Lines, { line, column }: Reference): boolean {
  return column === "against" || registerOf(lines, line) === PAYMENTS;
}

function fits(lines: Lines, reference: Reference, { lines: own }: NumberedPart): boolean {
  const { line, place } = reference;
  const named = isOfPayments(lines, reference) || place === null ? own : own.filter(isPlace(lines, place));
  return named.some((target) => {
    if (lines.type[line] >= UNREAD_TYPE || lines.type[target] >= UNREAD_TYPE) return false;
    if (lines.status[target] === VOID && lines.status[line] !== VOID) return false;
    if (isReversal(lines, line, target)) return isOpposite(lines, line, target);
    return isOfPayments(lines, reference) ? isPartner(lines, line, target) : isOfKind(lines, line, target);
  });
}

function isPlace({ line }: Lines, place: string): (target: number) => boolean {
  return (target) => line[target] === Number(place);
}

function isReversal({ type, status }: Lines, line: number, target: number): boolean {
  return type[line] === type[target] && status[target] === REVERSED && status[line] >= POSTED;
}

function isPartner({ partner }: Lines, line: number, target: number): boolean {
  return partner[line] === NONE || partner[line] === partner[target];
}

/** What takes a line back has its partner and goods, and its amounts the other way round. */
function isOpposite(lines: Lines, line: number, target: number): boolean {
  const { partner, item, batch, qty, total, amount, account } = lines;
  const same = [partner, item, batch, account].every((column) => column[line] === column[target]);
  return same && [qty, total, amount].every((column) => isNegated(column[line], column[target]));
}

function isNegated(a: number, b: number): boolean {
  return Number.isNaN(a) || Number.isNaN(b) || a === -b;
}

/** What was posted before a document was cannot mean it. */
function isThere({ status, postedAt }: Lines, line: number, { lines: [head] }: NumberedPart): boolean {
  return status[line] < POSTED || postedAt[line] === "" || postedAt[head] <= postedAt[line];
}

/** What a row of a payment settles by a reference, without its sign; NaN where that cannot be read. */
export function askedBy({ amount: paid }: Lines, { amount, line }: Reference, moneyDecimals: number): number {
  return Math.abs(amount === null ? paid[line] : scaled(Number(amount), moneyDecimals));
}

/** What a document comes to, without its sign. */
function worthOf({ total, amount }: Lines, { lines: own }: NumberedPart): number {
  const worth = own.map((line) => (Number.isNaN(total[line]) ? amount[line] : total[line]));
  return Math.abs(worth.reduce((sum, each) => sum + (Number.isNaN(each) ? 0 : each), 0));
}

/** The documents from which a line takes quantities as things are. */
function takenFrom(
  { book: { lines }, links }: Ledgers,
  { line, column }: Reference,
  parts: readonly NumberedPart[],
): readonly NumberedPart[] {
  const type = lines.type[line];
  if (column === "against" || type >= UNREAD_TYPE || documentTypes[type].refersWhole === true) return [];
  const targets = new Set(linksOf(links, line).flatMap(({ target, qty }) => (qty === 0 ? [] : [target])));
  return parts.filter((part) => part.lines.some((target) => targets.has(target)));
}
