import { type Lines, NONE, registerOf, REGISTERS, STATUSES } from "../book/lines";
import { zeroIfBlank } from "../documents/amounts";
import { headOf, linesOf } from "../documents/group";
import { documentTypes } from "../documents/index";
import { placeOf } from "../documents/place";
import type { Day } from "../kernel/day";
import { type Finding, finding } from "../kernel/finding";
import { figure } from "../kernel/numbers";
import { NO_ITEM, RECEIVABLE } from "../settlement/open-items";
import { flowsOf } from "./cash-flows";
import { documentsInOrder, type Ledgers } from "./ledgers";
import { typedValue } from "./moves/receipt-values";

/** What a book began with: goods, money, debts, and what was paid ahead of them. */
export const OPENING_KINDS = [
  "stock",
  "accounts",
  "receivables",
  "payables",
  "customerAdvances",
  "supplierAdvances",
] as const;

/** One of them. */
export type OpeningKind = (typeof OPENING_KINDS)[number];

/** What was typed as one opening, and what its document made of it; + what we own, − what we owe. */
interface Opening {
  readonly kind: OpeningKind;
  readonly line: number;
  readonly rows: number;
  readonly day: Day;
  readonly typed: number;
  readonly made: number;
  /** The balances that it is about. */
  readonly keys: readonly string[];
}

/** Openings of one register, and what balances came to by others dated before their opening, by key. */
interface Register {
  readonly openings: readonly Opening[];
  readonly before: Map<string, number>;
}

/** How the openings of one kind agree with the ledger; money in smallest units, + owned, − owed. */
export interface OpeningTie {
  readonly kind: OpeningKind;
  readonly rows: number;
  /** The first and the last day of its openings. */
  readonly from: Day;
  readonly to: Day;
  readonly typed: number;
  /** What the openings made, and what their balances came to before. */
  readonly ledger: number;
  /** How many openings differ, and a line of the first; -1 = none does. */
  readonly differing: number;
  readonly first: number;
}

const REVERSED = STATUSES.indexOf("reversed");

/** By line, 1 where it opens a balance: what was reversed does no more, and what reverses it neither. */
function openingLines({ book: { lines }, order }: Ledgers): Uint8Array {
  const opens = new Uint8Array(lines.count);
  for (const line of order) {
    const isUndone = lines.reverses[line] !== NONE || lines.status[line] === REVERSED;
    if (documentTypes[lines.type[line]].opens === true && !isUndone) opens[line] = 1;
  }
  return opens;
}

/** The day of the first opening of each balance. */
function firstDays(openings: readonly Opening[]): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const { keys, day } of openings)
    for (const key of keys) days.set(key, Math.min(day, days.get(key) ?? Infinity));
  return days;
}

/** Adds up what comes before the first opening of its balance. */
function adderBefore(openings: readonly Opening[], before: Map<string, number>) {
  const days = firstDays(openings);
  return (key: string, day: Day, amount: number): void => {
    if (day < (days.get(key) ?? -Infinity)) before.set(key, (before.get(key) ?? 0) + amount);
  };
}

function stockOpenings(ledgers: Ledgers, opens: Uint8Array): Register {
  const { book, stock, costed } = ledgers;
  const { lines } = book;
  const worth = (move: number): number => costed.value[move] + (costed.variance?.[move] ?? 0);
  const made = new Map<number, { value: number; readonly keys: Set<string> }>();
  for (let move = 0; move < stock.moves.count; move++) {
    const line = stock.line[move];
    if (opens[line] === 0) continue;
    const known = made.get(line) ?? { value: 0, keys: new Set<string>() };
    known.value += worth(move);
    known.keys.add(String(stock.bin[move]));
    made.set(line, known);
  }
  const openings = [...made].map(([line, { value, keys }]): Opening => {
    const typed = zeroIfBlank(typedValue(book, line));
    return { kind: "stock", line, rows: 1, day: lines.day[line], typed, made: value, keys: [...keys] };
  });
  const before = new Map<string, number>();
  const add = adderBefore(openings, before);
  for (let move = 0; move < stock.moves.count; move++) {
    const line = stock.line[move];
    if (opens[line] === 0) add(String(stock.bin[move]), lines.day[line], worth(move));
  }
  return { openings, before };
}

/** Whose debts an item is among: a partner's, of one side. */
function debtKey({ debts: { items } }: Ledgers, item: number): string {
  return `${String(items.partner[item])} ${String(items.side[item])}`;
}

/** An amount as owned or owed: what a supplier owes us is negative among what we owe. */
function owned({ debts: { items } }: Ledgers, item: number, amount: number): number {
  return items.side[item] === RECEIVABLE ? amount : -amount;
}

/** What a document says that is owed or paid ahead, + owned. */
function typedDebt({ book: { lines }, documents }: Ledgers, document: number, kind: OpeningKind): number {
  const column = kind === "receivables" || kind === "payables" ? lines.total : lines.amount;
  const own = Array.from(linesOf(documents, document));
  const sum = own.reduce((all, line) => all + zeroIfBlank(column[line]), 0);
  if (kind === "receivables") return sum;
  if (kind === "payables") return -sum;
  return kind === "supplierAdvances" ? Math.abs(sum) : -Math.abs(sum);
}

function debtOpenings(ledgers: Ledgers, opens: Uint8Array): Register {
  const { book, documents, debts } = ledgers;
  const { items } = debts;
  const made = new Map<number, { value: number; readonly keys: Set<string> }>();
  const openingOf = (item: number): boolean => opens[headOf(documents, items.document[item])] === 1;
  for (let item = 0; item < items.count; item++) {
    if (!openingOf(item)) continue;
    const known = made.get(items.document[item]) ?? { value: 0, keys: new Set<string>() };
    known.value += owned(ledgers, item, items.amount[item]);
    known.keys.add(debtKey(ledgers, item));
    made.set(items.document[item], known);
  }
  const openings = Array.from(documentsInOrder(documents, ledgers.order)).flatMap((document): Opening[] => {
    const line = headOf(documents, document);
    const kind = opens[line] === 1 ? debtKind(ledgers, line) : null;
    if (kind === null) return [];
    const { value, keys } = made.get(document) ?? { value: 0, keys: [] };
    const rows = linesOf(documents, document).length;
    const typed = typedDebt(ledgers, document, kind);
    return [{ kind, line, rows, day: book.lines.day[line], typed, made: value, keys: [...keys] }];
  });
  return { openings, before: debtsBefore(ledgers, openings, openingOf) };
}

/** What debts a document opens: of its register or, with a partner, money paid ahead; null = none. */
function debtKind({ book: { lines, masters } }: Ledgers, line: number): OpeningKind | null {
  const register = REGISTERS[registerOf(lines, line)];
  if (register === "sales") return "receivables";
  if (register === "purchases") return "payables";
  if (register === "stock" || lines.partner[line] === NONE) return null;
  return masters.partners[lines.partner[line]].customer ? "customerAdvances" : "supplierAdvances";
}

function debtsBefore(
  ledgers: Ledgers,
  openings: readonly Opening[],
  isOpening: (item: number) => boolean,
): Map<string, number> {
  const { items } = ledgers.debts;
  const before = new Map<string, number>();
  const adder = adderBefore(openings, before);
  const add = (item: number, day: Day, amount: number): void => {
    adder(debtKey(ledgers, item), day, owned(ledgers, item, amount));
  };
  for (let item = 0; item < items.count; item++)
    if (!isOpening(item)) add(item, items.day[item], items.amount[item]);
  for (const { item, day, amount } of items.changes) add(item, day, amount);
  const { count, debit, credit, day, amount } = items.matches;
  for (let match = 0; match < count; match++) {
    add(debit[match], day[match], -amount[match]);
    if (credit[match] !== NO_ITEM) add(credit[match], day[match], amount[match]);
  }
  return before;
}

function cashOpenings(ledgers: Ledgers, opens: Uint8Array): Register {
  const { book, order } = ledgers;
  const { lines } = book;
  const isMoney = (line: number): boolean =>
    opens[line] === 1 && REGISTERS[registerOf(lines, line)] === "payments" && lines.partner[line] === NONE;
  const openings = Array.from(order.filter(isMoney)).map((line): Opening => {
    const made = flowsOf(ledgers, line).reduce((sum, { amount }) => sum + amount, 0);
    const typed = zeroIfBlank(lines.amount[line]);
    const keys = [String(lines.account[line])];
    return { kind: "accounts", line, rows: 1, day: lines.day[line], typed, made, keys };
  });
  const before = new Map<string, number>();
  const add = adderBefore(openings, before);
  if (openings.length === 0) return { openings, before };
  for (const line of order) {
    if (isMoney(line)) continue;
    for (const { account, amount } of flowsOf(ledgers, line)) add(String(account), lines.day[line], amount);
  }
  return { openings, before };
}

/**
 * What was typed as the opening of each kind beside what the ledgers made of it, with whatever others moved
 * of the same balance (a place of stock, a partner's debts, an account) before its first opening, and nothing
 * else. Kinds without an opening are left out. Source: CONTRACT §2 KZ, DOMAIN §2 KZ.
 */
export function openingTies(ledgers: Ledgers): readonly OpeningTie[] {
  const opens = openingLines(ledgers);
  if (!opens.includes(1)) return [];
  const registers = [
    stockOpenings(ledgers, opens),
    debtOpenings(ledgers, opens),
    cashOpenings(ledgers, opens),
  ];
  return OPENING_KINDS.flatMap((kind) => {
    const ties = registers.map((register) => tieOf(kind, register));
    return ties.filter(({ rows }) => rows > 0);
  });
}

function tieOf(kind: OpeningKind, { openings, before }: Register): OpeningTie {
  const own = openings.filter((opening) => opening.kind === kind);
  const ledgers = own.map(({ made, keys }) => made + taken(before, keys));
  const differing = own.filter(({ typed }, i) => typed !== ledgers[i]);
  return {
    kind,
    rows: own.reduce((sum, { rows }) => sum + rows, 0),
    from: Math.min(...own.map(({ day }) => day)),
    to: Math.max(...own.map(({ day }) => day)),
    typed: own.reduce((sum, { typed }) => sum + typed, 0),
    ledger: ledgers.reduce((sum, ledger) => sum + ledger, 0),
    differing: differing.length,
    first: differing.at(0)?.line ?? -1,
  };
}

/** What came before of some balances; it is counted once, at the first of their openings. */
function taken(before: Map<string, number>, keys: readonly string[]): number {
  return keys.reduce((sum, key) => {
    const amount = before.get(key) ?? 0;
    before.delete(key);
    return sum + amount;
  }, 0);
}

/** The column in which what an opening comes to is typed. */
function columnOf(lines: Lines, line: number): string {
  return { purchases: "total", sales: "total", stock: "value", payments: "amount" }[
    REGISTERS[registerOf(lines, line)]
  ];
}

/** OPENING_UNTIED for each kind of opening that the ledger does not agree with, at the first that differs. */
export function openingFindings(ledgers: Ledgers): Finding[] {
  const { lines, settings } = ledgers.book;
  const money = (units: number): number => figure(units, settings.moneyDecimals);
  return openingTies(ledgers).flatMap(({ typed, ledger, differing, first }) => {
    if (first === -1) return [];
    const facts = { count: differing, typed: money(typed), ledger: money(ledger) };
    return [finding("OPENING_UNTIED", placeOf(lines, first, columnOf(lines, first)), facts)];
  });
}
