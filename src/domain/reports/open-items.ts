import { headOf } from "../documents/group";
import { documentTypes } from "../documents/index";
import { dayText } from "../kernel/day";
import { byCodeUnit } from "../kernel/names";
import type { Ledgers } from "../posting/ledgers";
import { discountsAt, type Standing, standing } from "../settlement/as-of";
import { type EarlyDiscount, PAYABLE, RECEIVABLE } from "../settlement/open-items";
import { figuresOf } from "./figures";
import { numberIn, type ReportParameters, wordIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { asOf, only, SIDES, word } from "./report-parameters";

const AMOUNTS = ["amount", "paid", "credited", "settled", "open"] as const;
type Amounts = Readonly<Record<(typeof AMOUNTS)[number], number>>;

function amountsOf({ amount, paid, credited }: Standing, item: number): Amounts {
  const settled = paid[item] + credited[item];
  return {
    amount: amount[item],
    paid: paid[item],
    credited: credited[item],
    settled,
    open: amount[item] - settled,
  };
}

/** The items asked for that are there at the end of the day, by partner, due day, day, then number. */
function chosen(
  { debts, book, documents }: Ledgers,
  parameters: ReportParameters,
  at: Standing,
): readonly number[] {
  const { items } = debts;
  const asked = wordIn(parameters, "side");
  const side = asked === "payable" ? PAYABLE : RECEIVABLE;
  const partner = numberIn(parameters, "partner", -1);
  const until = numberIn(parameters, "asOf", Infinity);
  const isWanted = (item: number): boolean =>
    items.day[item] <= until &&
    (asked === null || items.side[item] === side) &&
    (partner === -1 || items.partner[item] === partner) &&
    (parameters["all"] === true || amountsOf(at, item).open !== 0);
  const code = (item: number): string => book.masters.partners[items.partner[item]]?.code ?? "";
  const number = (item: number): string => book.lines.number[headOf(documents, items.document[item])];
  return Array.from({ length: items.count }, (_, item) => item)
    .filter(isWanted)
    .sort(
      (a, b) =>
        byCodeUnit(code(a), code(b)) ||
        at.due[a] - at.due[b] ||
        items.day[a] - items.day[b] ||
        byCodeUnit(number(a), number(b)) ||
        items.part[a] - items.part[b],
    );
}

/** How the items stood at the end of the day, and what could be taken off for paying early. */
interface Stood extends Standing {
  readonly early: ReadonlyMap<number, EarlyDiscount>;
}

function rowOf({ debts, book, documents }: Ledgers, item: number, stood: Stood): ReportRow {
  const { items } = debts;
  const early = stood.early.get(item);
  const head = headOf(documents, items.document[item]);
  return {
    partner: book.masters.partners[items.partner[item]]?.code ?? null,
    type: documentTypes[book.lines.type[head]].code,
    number: book.lines.number[head],
    line: items.part[item],
    date: dayText(items.day[item]),
    due: dayText(stood.due[item]),
    discountUntil: early === undefined ? null : dayText(early.until),
    discount: early === undefined ? null : figuresOf({ book }).money(early.amount),
  };
}

function totalsOf(ledgers: Ledgers, items: readonly number[], at: Standing): ReportRow {
  const { money } = figuresOf(ledgers);
  const all = items.map((item) => amountsOf(at, item));
  const pairs = AMOUNTS.map((id) => [id, money(all.reduce((sum, one) => sum + one[id], 0))] as const);
  return Object.fromEntries(pairs);
}

/**
 * What customers owe us and we owe suppliers at the end of `asOf`, from documents and payments dated no
 * later, an instalment a row; advances, payments and credit notes negative. Settled items only with `all`.
 * Totals where one side is asked for.
 * Source: CONTRACT §5, DOMAIN §8.1, §8.3.
 */
export const openItems: ReportDefinition = {
  code: "open-items",
  title: { zh: "往来明细", en: "Open items" },
  parameters: [
    asOf,
    word("side", ["方向", "Side"], { words: SIDES, fallback: null }),
    only("partner"),
    { id: "all", title: { zh: "含已结清", en: "With settled" }, kind: "flag", fallback: "no" },
  ],
  run: (ledgers, parameters) => {
    const day = numberIn(parameters, "asOf", Infinity);
    const { items: all } = ledgers.debts;
    const at = { ...standing(all, day), early: discountsAt(all, day) };
    const items = chosen(ledgers, parameters, at);
    const { money } = figuresOf(ledgers);
    const rows = items.map((item) => {
      const amounts = amountsOf(at, item);
      const pairs = AMOUNTS.map((id) => [id, money(amounts[id])] as const);
      const side = ledgers.debts.items.side[item] === PAYABLE ? "payable" : "receivable";
      return { ...rowOf(ledgers, item, at), ...Object.fromEntries(pairs), side };
    });
    return {
      columns,
      rows,
      totals: wordIn(parameters, "side") === null ? null : totalsOf(ledgers, items, at),
    };
  },
};

const columns = [
  ...[shown.partner, shown.type, shown.number],
  column("line", "whole", ["行号", "Line"]),
  shown.date,
  column("due", "day", ["到期日", "Due date"]),
  column("amount", "money", ["金额", "Amount"]),
  column("paid", "money", ["已收付", "Paid"]),
  column("credited", "money", ["已冲减", "Credited"]),
  column("settled", "money", ["已核销", "Settled"]),
  column("open", "money", ["未核销", "Open amount"]),
  column("side", "word", ["方向", "Side"]),
  column("discountUntil", "day", ["折扣截止", "Discount until"]),
  column("discount", "money", ["可享折扣", "Early discount"]),
];
