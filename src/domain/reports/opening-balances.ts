import { dayText } from "../kernel/day";
import { type OpeningTie, openingTies } from "../posting/opening-ties";
import { figuresOf } from "./figures";
import type { ReportDefinition, ReportRow } from "./report";
import { column } from "./report-columns";

/**
 * What the book began with, a row a kind, as its openings were typed and as the ledgers have it on their day;
 * + what we own, − what we owe, so that the total is what is our own (净资产). They differ where something is
 * dated before the opening of what it moves. Source: CONTRACT §2 KZ, DOMAIN §2 KZ.
 */
export const openingBalances: ReportDefinition = {
  code: "opening-balances",
  title: { zh: "期初建账核对", en: "Opening balances" },
  parameters: [],
  run: (ledgers) => {
    const { money } = figuresOf(ledgers);
    const figures = (typed: number, ledger: number): ReportRow => {
      return { typed: money(typed), ledger: money(ledger), difference: money(ledger - typed) };
    };
    const ties = openingTies(ledgers);
    const sum = (of: (tie: OpeningTie) => number): number => ties.reduce((all, tie) => all + of(tie), 0);
    const rows = ties.map((tie): ReportRow => {
      const { kind, rows: count, from, to, typed, ledger } = tie;
      return { kind, rows: count, from: dayText(from), to: dayText(to), ...figures(typed, ledger) };
    });
    return {
      columns,
      rows,
      totals: figures(
        sum(({ typed }) => typed),
        sum(({ ledger }) => ledger),
      ),
    };
  },
};

const columns = [
  column("kind", "word", ["期初类别", "Kind"]),
  column("rows", "whole", ["行数", "Rows"]),
  column("from", "day", ["首日", "First day"]),
  column("to", "day", ["末日", "Last day"]),
  column("typed", "money", ["录入合计", "As typed"]),
  column("ledger", "money", ["账面余额", "In the books"]),
  column("difference", "money", ["差额", "Difference"]),
];
