import type { Book } from "../../book/book";
import { itemOn, madeTold } from "../../book/closed-figures";
import { BASES, type Lines, NO_WORD, NONE, STATUSES } from "../../book/lines";
import { isTakenBack } from "../../book/reversals";
import { type Conversion, type MadePart, VARIANCE } from "../../costing/moves";
import type { Documents } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { comesIn, COST, finishesJob, PRODUCT } from "../../documents/roles";
import { mulDiv } from "../../kernel/mul-div";
import { QUANTITY_SCALE, RATE_WHOLE } from "../../kernel/numbers";
import { LateInJobs } from "./late-made";
import type { PlacedShare, StockMoves } from "./move-source";
import type { Quantities } from "./stock-effects";

const CLOSED = STATUSES.indexOf("closed");
/** How the groups of jobs begin. */
const JOB = "j";
const BY_QTY = BASES.indexOf("qty");

/** The moves that were written, and what they were written from. */
export interface ConversionSource {
  readonly book: Book;
  readonly documents: Documents;
  readonly order: Int32Array;
  readonly quantities: Quantities;
  readonly count: number;
  /** Line, quantity and kind of every move. */
  readonly line: Int32Array;
  readonly qty: Float64Array;
  readonly kind: Uint8Array;
}

/** Jobs that have been finished by hand. Source: DOMAIN §5.12. */
export function closedJobs({ lines }: Book, order: Int32Array): ReadonlySet<string> {
  const closed = new Set<string>();
  for (const line of order) if (finishesJob(lines, line)) closed.add(lines.job[line]);
  return closed;
}

/** One assembly, disassembly or closed job while its lines are gathered. */
interface Gathered {
  readonly sources: number[];
  readonly made: number[];
  /** Goods made that keep what they came in at, since their period was closed: so much. */
  apart: number;
  extra: number;
}

/**
 * What the line belongs to: its document where it converts, its job where that is closed; null = nothing.
 * What takes another back makes nothing, and what was taken back has no part in its job.
 */
function groupFinder({ book, documents, order }: ConversionSource): (line: number) => string | null {
  const { type, job, reverses } = book.lines;
  const closed = closedJobs(book, order);
  return (line) => {
    const of = documentTypes[type[line]];
    if (reverses[line] !== NONE) return null;
    if (of.stock === "convert") return `d${documents.ofLine[line]}`;
    return of.job !== undefined && closed.has(job[line]) && !isTakenBack(book.lines, line)
      ? `${JOB}${job[line]}`
      : null;
  };
}

/**
 * Which moves make which: the lines of each assembly and disassembly, and of each production job that is
 * closed, in the order in which they count; `lateMade` what came late while it was in production. Source:
 * DOMAIN §5.10, §5.12, CONTRACT §2 ZX/CJ.
 */
export function conversionsOf(
  source: ConversionSource,
  late: readonly PlacedShare[],
): { readonly conversions: readonly Conversion[]; readonly lateMade: StockMoves["lateMade"] } {
  const inJobs = new LateInJobs(late, (move) => source.line[move], {
    order: source.order,
    lines: source.book.lines.count,
  });
  const groups = gatheredGroups(source);
  const finished = [...groups].filter(([key, { made }]) => made.length > 0 || !key.startsWith(JOB));
  const conversions = finished.map(([key, group]) => {
    const plain = conversion(source, group);
    return { ...plain, parts: inJobs.share(key.startsWith(JOB) ? key.slice(JOB.length) : "", plain) };
  });
  return { conversions, lateMade: inJobs.made };
}

/** The moves of each assembly and of each closed job. */
function gatheredGroups(source: ConversionSource): ReadonlyMap<string, Gathered> {
  const { book, order, count, line, kind } = source;
  const converts = documentTypes.map(({ stock, job }) => stock === "convert" || job !== undefined);
  const groups = new Map<string, Gathered>();
  if (!order.some((each) => converts[book.lines.type[each]])) return groups;
  const groupOf = groupFinder(source);
  const gathered = (each: number): Gathered | null => {
    const key = converts[book.lines.type[each]] ? groupOf(each) : null;
    if (key === null) return null;
    const known = groups.get(key) ?? { sources: [], made: [], apart: 0, extra: 0 };
    groups.set(key, known);
    return known;
  };
  for (const each of order) {
    const group = book.lines.role[each] === COST ? gathered(each) : null;
    if (group !== null) group.extra += book.lines.value[each] || 0;
  }
  for (let move = 0; move < count; move++) {
    // what covering a shortage cost more is no part of what was made
    const group = kind[move] === VARIANCE ? null : gathered(line[move]);
    if (group === null) continue;
    if (keepsCost(book.lines, line[move])) group.apart += source.qty[move];
    else (isMade(book.lines, line[move]) ? group.made : group.sources).push(move);
  }
  return groups;
}

/** Whether goods that a job made keep what they came in at, though it is finished. */
function keepsCost({ status, type }: Lines, line: number): boolean {
  return documentTypes[type[line]].job === "makes" && status[line] !== CLOSED;
}

/** Whether a line of a conversion or a job brings in what was made. */
function isMade(lines: Lines, line: number): boolean {
  const { stock, job } = documentTypes[lines.type[line]];
  return stock === "convert" ? comesIn(lines, line) === true : job === "makes";
}

/** A conversion of which nothing came late. */
interface PlainConversion extends Omit<Conversion, "parts"> {
  readonly parts: readonly Omit<MadePart, "late">[];
}

function conversion(source: ConversionSource, { sources, made, apart, extra }: Gathered): PlainConversion {
  const { lines } = source.book;
  const lineOf = (move: number): number => source.line[move];
  const weights = weightsOf(source, made.map(lineOf));
  const times = new Map<number, number>();
  for (const move of made) times.set(lineOf(move), (times.get(lineOf(move)) ?? 0) + 1);
  const told = toldPieces(source.book);
  const parts = made.map((move, at) => {
    const pieces = times.get(lineOf(move)) ?? 1;
    const weight = pieces === 1 ? weights[at] : mulDiv(weights[at], 1, pieces);
    return { move, weight, told: told(lineOf(move)) };
  });
  const main = parts.find(({ move, weight }) => weight > 0 && lines.role[lineOf(move)] === PRODUCT);
  const others = parts.filter((part) => part !== main);
  return { sources, extra, apart, parts: main === undefined ? parts : [...others, main] };
}

/** What a closing told of the pieces of lines, one after the other; NaN = nothing. */
function toldPieces(book: Book): (line: number) => number {
  const seen = new Map<number, number>();
  return (line) => {
    const piece = seen.get(line) ?? 0;
    seen.set(line, piece + 1);
    return madeTold(book, book.lines.rowId[line])?.at(piece) ?? NaN;
  };
}

/** True where a line that comes in says itself what it costs. */
function hasOwnCost({ value, unitCost }: Lines, line: number): boolean {
  return !Number.isNaN(value[line]) || !Number.isNaN(unitCost[line]);
}

/**
 * The weight of each line in what is to be shared: its `share` where any says one (those that say none share
 * what is left of 100), else its quantity at its sales price, or, where that is asked for or some has no
 * price, its quantity; a line with a cost of its own weighs nothing. Money in
 * 10⁻⁶.
 */
function weightsOf(source: ConversionSource, made: readonly number[]): readonly number[] {
  const { lines } = source.book;
  const open = made.map((line) => !hasOwnCost(lines, line) || isJob(lines, line));
  const basis = basisWeights(source, made).map((weight, at) => (open[at] ? weight : 0));
  const shares = made.map((line, at) => (open[at] ? lines.share[line] : NaN));
  if (shares.every(Number.isNaN)) return basis;
  const said = shares.reduce((sum, share) => sum + (share || 0), 0);
  const unsaid = basis.reduce((sum, weight, at) => sum + (Number.isNaN(shares[at]) ? weight : 0), 0);
  const left = Math.max(0, RATE_WHOLE - said);
  return shares.map((share, at) => {
    if (!Number.isNaN(share)) return share;
    return unsaid === 0 ? 0 : mulDiv(left, basis[at], unsaid);
  });
}

/** A closed job's goods all share its cost: what they were said to cost held until then. */
function isJob({ type }: Lines, line: number): boolean {
  return documentTypes[type[line]].job !== undefined;
}

function basisWeights({ book, quantities }: ConversionSource, made: readonly number[]): readonly number[] {
  const { lines } = book;
  const quantity = made.map((line) => quantities.base[line]);
  const asked = made.map((line) => lines.basis[line]).find((basis) => basis !== NO_WORD);
  if (asked === BY_QTY || made.some((line) => isJob(lines, line))) return quantity;
  const priced = made.map((line, at) => {
    const { retailPrice, purchasePrice } = itemOn(book, lines.item[line], lines.day[line]);
    return mulDiv(quantity[at], retailPrice ?? purchasePrice ?? 0, QUANTITY_SCALE);
  });
  const isPriced = made.every((line, at) => hasOwnCost(lines, line) || priced[at] > 0);
  return isPriced ? priced : quantity;
}
