import { type Lines, NONE } from "../book/lines";
import { zeroIfBlank } from "../documents/amounts";
import { documentTypes } from "../documents/index";
import { dayText } from "../kernel/day";
import type { Ledgers } from "../posting/ledgers";
import { type Figures, figuresOf } from "./figures";
import { numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { dayRange, daysIn, only } from "./report-parameters";

/** Money that one line moved: signed, + into the account. */
export interface Flow {
  readonly line: number;
  readonly amount: number;
}

/**
 * What a line moves: a payment its amount and, apart, the fee; a document of goods what was paid with it; an
 * opening with a partner is an advance and moves nothing.
 */
export function flowsOf(lines: Lines, line: number): readonly Flow[] {
  const { cash, register, debt } = documentTypes[lines.type[line]];
  if (cash === 0 || lines.account[line] === NONE) return [];
  if (register !== "payments") return [{ line, amount: cash * zeroIfBlank(lines.paid[line]) }];
  if (debt === "opening" && lines.partner[line] !== NONE) return [];
  const amount = cash * zeroIfBlank(lines.amount[line]);
  return [
    { line, amount },
    { line, amount: -zeroIfBlank(lines.fee[line]) },
  ];
}

/** A flow with the balance of its account after it. */
interface Entry extends Flow {
  readonly balance: number;
}

function rowOf({ book }: Ledgers, { money }: Figures, { line, amount, balance }: Entry): ReportRow {
  const { lines, masters } = book;
  return {
    date: dayText(lines.day[line]),
    number: lines.number[line],
    account: masters.accounts[lines.account[line]].code,
    in: money(Math.max(0, amount)),
    out: money(Math.max(0, -amount)),
    balance: money(balance),
    type: documentTypes[lines.type[line]].code,
    partner: masters.partners[lines.partner[line]]?.code ?? null,
  };
}

/**
 * Money into and out of the accounts in business order, with the balance of the account after it, what came
 * before `from` included; a fee is a row of its own. The total's balance is of the accounts asked for at the
 * end of `to`.
 * Source: CONTRACT §5, DOMAIN §8.8.
 */
export const cashBook: ReportDefinition = {
  code: "cash-book",
  title: { zh: "资金日记账", en: "Cash book" },
  parameters: [...dayRange, only("account")],
  run: (ledgers, parameters) => {
    const { lines, masters } = ledgers.book;
    const { from, to } = daysIn(parameters);
    const asked = numberIn(parameters, "account", NONE);
    const figures = figuresOf(ledgers);
    const balances = new Float64Array(masters.accounts.length);
    const sum = { in: 0, out: 0 };
    const rows: ReportRow[] = [];
    const enter = (flow: Flow): void => {
      const account = lines.account[flow.line];
      if (flow.amount === 0 || (asked !== NONE && account !== asked)) return;
      balances[account] += flow.amount;
      if (lines.day[flow.line] < from) return;
      sum.in += Math.max(0, flow.amount);
      sum.out += Math.max(0, -flow.amount);
      rows.push(rowOf(ledgers, figures, { ...flow, balance: balances[account] }));
    };
    for (const line of ledgers.order) if (lines.day[line] <= to) flowsOf(lines, line).forEach(enter);
    const { money } = figures;
    const balance = balances.reduce((all, one) => all + one, 0);
    return { columns, rows, totals: { in: money(sum.in), out: money(sum.out), balance: money(balance) } };
  },
};

const columns = [
  ...[shown.date, shown.number, shown.account],
  column("in", "money", ["收入", "In"]),
  column("out", "money", ["支出", "Out"]),
  column("balance", "money", ["余额", "Balance"]),
  ...[shown.type, shown.partner],
];
