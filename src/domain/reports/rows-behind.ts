import { NONE, rowOf } from "../book/lines";
import type { Side } from "../documents/document-type";
import { documentTypes } from "../documents/index";
import type { Day } from "../kernel/day";
import type { Place } from "../kernel/finding";
import type { Title } from "../kernel/title";
import { headOf } from "../documents/group";
import { findMember } from "../book/find-member";
import { flowsOf } from "../posting/cash-flows";
import type { Ledgers } from "../posting/ledgers";
import { PAYABLE, RECEIVABLE } from "../settlement/open-items";
import { figuresOf } from "./figures";

/** One posted row that is part of a balance. */
export interface RowBehind {
  readonly place: Place;
  readonly date: Day;
  /** What the type of its document is called. */
  readonly title: Title;
  readonly number: string;
  /** What it adds to the quantity, signed; null where the balance has none. */
  readonly qty: number | null;
  /** What it adds to the balance in money, signed. */
  readonly amount: number;
}

/** One balance: stock in a place (null = whatever), what is open with a partner, or money in an account. */
export type Balance =
  | {
      readonly of: "stock";
      readonly item: string;
      readonly warehouse: string | null;
      readonly batch: string | null;
    }
  | { readonly of: "partner"; readonly partner: string; readonly side: Side }
  | { readonly of: "account"; readonly account: string };

type On<Kind extends Balance["of"]> = Extract<Balance, { readonly of: Kind }>;

/** The posted rows that make up a balance, in business order; their sums are the balance. */
export function rowsBehind(ledgers: Ledgers, balance: Balance): readonly RowBehind[] {
  if (balance.of === "stock") return stockBehind(ledgers, balance);
  return balance.of === "account" ? accountBehind(ledgers, balance) : partnerBehind(ledgers, balance);
}

function rowBehind({ book }: Pick<Ledgers, "book">, line: number, sums: Pick<RowBehind, "qty" | "amount">) {
  const { lines } = book;
  const place: Place = { ...rowOf(lines, line), rowId: lines.rowId[line], column: null };
  const { title } = documentTypes[lines.type[line]];
  return { place, date: lines.day[line], title, number: lines.number[line], ...sums };
}

/**
 * Every move of stock in a place, in business order, at its restated value: Σ qty and Σ amount are the
 * balance there (of value, where one cost holds for the whole company, only over all warehouses together).
 */
function stockBehind(ledgers: Ledgers, { item, warehouse, batch }: On<"stock">): readonly RowBehind[] {
  const { stock, costed, book } = ledgers;
  const { items, warehouses } = book.masters;
  const { bins } = stock;
  const isWanted = bins.item.map(
    (of, bin) =>
      items[of].code === item &&
      (warehouse === null || warehouses[bins.warehouse[bin]].code === warehouse) &&
      (batch === null || bins.batch[bin] === batch),
  );
  const { money, quantity } = figuresOf(ledgers);
  const rows: RowBehind[] = [];
  for (let move = 0; move < stock.moves.count; move++) {
    if (!isWanted[stock.bin[move]]) continue;
    const sums = { qty: quantity(costed.qty[move]), amount: money(costed.value[move]) };
    rows.push(rowBehind(ledgers, stock.line[move], sums));
  }
  return rows;
}

/** The open items of a partner on one side, in the order in which they arose; Σ amount is what is open. */
function partnerBehind(ledgers: Ledgers, { partner, side }: On<"partner">): readonly RowBehind[] {
  const { items } = ledgers.debts;
  const wanted = findMember(ledgers.book.masters.partners, partner);
  if (wanted === NONE) return [];
  const wantedSide = side === "receivable" ? RECEIVABLE : PAYABLE;
  const { money } = figuresOf(ledgers);
  const rows: RowBehind[] = [];
  for (let item = 0; item < items.count; item++) {
    if (items.partner[item] !== wanted || items.side[item] !== wantedSide || items.open[item] === 0) continue;
    const head = headOf(ledgers.documents, items.document[item]);
    rows.push(rowBehind(ledgers, head, { qty: null, amount: money(items.open[item]) }));
  }
  return rows;
}

/** What moved the money of an account, in business order; Σ amount is its balance. */
function accountBehind(ledgers: Ledgers, { account }: On<"account">): readonly RowBehind[] {
  const wanted = findMember(ledgers.book.masters.accounts, account);
  const { money } = figuresOf(ledgers);
  if (wanted === NONE) return [];
  return Array.from(ledgers.order).flatMap((line) =>
    flowsOf(ledgers, line)
      .filter((flow) => flow.account === wanted && flow.amount !== 0)
      .map(({ amount }) => rowBehind(ledgers, line, { qty: null, amount: money(amount) })),
  );
}
