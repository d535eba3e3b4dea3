import { NONE } from "../book/lines";
import { documentTypes } from "../documents/index";
import { dayText } from "../kernel/day";
import { type Flow, flowsOf } from "../posting/cash-flows";
import type { Ledgers } from "../posting/ledgers";
import { type Figures, figuresOf } from "./figures";
import { numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { dayRange, daysIn, only } from "./report-parameters";

/** A flow with the balance of its account after it. */
interface Entry extends Flow {
  readonly balance: number;
}

function rowOf({ book }: Ledgers, { money }: Figures, { line, account, amount, balance }: Entry): ReportRow {
  const { lines, masters } = book;
  return {
    date: dayText(lines.day[line]),
    number: lines.number[line],
    account: masters.accounts[account].code,
    in: money(Math.max(0, amount)),
    out: money(Math.max(0, -amount)),
    balance: money(balance),
    type: documentTypes[lines.type[line]].code,
    partner: masters.partners[lines.partner[line]]?.code ?? null,
  };
}

/**
 * Money into and out of the accounts in business order, with the balance of the account after it, what came
 * before `from` included; a fee is a row of its own, and so is each end of a transfer. The total's balance is
 * of the accounts asked for at the end of `to`.
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
      const { account } = flow;
      if (flow.amount === 0 || (asked !== NONE && account !== asked)) return;
      balances[account] += flow.amount;
      if (lines.day[flow.line] < from) return;
      sum.in += Math.max(0, flow.amount);
      sum.out += Math.max(0, -flow.amount);
      rows.push(rowOf(ledgers, figures, { ...flow, balance: balances[account] }));
    };
    for (const line of ledgers.order) if (lines.day[line] <= to) flowsOf(ledgers, line).forEach(enter);
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
