import type { Desk } from "../../src/app/desk";
import { bookAt, figuresOf } from "./posted";

/** The last month (2026-01) that is over by the end of a day. */
function lastMonth(to: string): string {
  const next = new Date(`${to}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const isOver = next.getUTCDate() === 1;
  if (!isOver) next.setUTCMonth(next.getUTCMonth(), 1);
  next.setUTCDate(0);
  return next.toISOString().slice(0, 7);
}

/** Every figure of the days up to one (included) that a report shows. */
export async function figuresUntil(desk: Desk, to: string) {
  const { report } = await figuresOf(await bookAt(desk));
  const asOf = { asOf: to };
  return {
    stock: report("stock-on-hand", asOf).map(({ reserved: _, available: __, ...row }) => row),
    lots: report("stock-lots", asOf),
    ledger: report("stock-ledger", { to }),
    ofAll: report("stock-ledger").filter(({ date }) => String(date) <= to),
    movement: report("stock-movement", { to }),
    ageing: report("stock-ageing", asOf),
    sales: report("sales-pivot", { to, measure: "qty,net,total,cost,margin" }),
    profit: report("gross-profit", { to }),
    differences: report("cost-differences", { to }),
    gains: report("stock-gains-losses", { to }),
    variances: report("cost-variance", { to }).filter(({ period }) => String(period) <= lastMonth(to)),
    open: report("open-items", asOf),
    debts: ["receivable", "payable"].map((side) => report("partner-ageing", { ...asOf, side })),
    cash: report("cash-book", { to }),
  };
}
