import type { BalanceLists } from "../../domain/reports/balance-lists";
import type { PaneWords } from "../../locales/pane-zh-cn";
import type { Balance } from "../../open-book/book-state";
import { moneyText, quantityText } from "../figures";

/** Which of the three lists of balances. */
export type BalanceKind = "stock" | "partners" | "accounts";

/** One figure of a balance as it is shown. */
export interface BalanceFigure {
  /** "" = it needs no word. */
  readonly label: string;
  readonly text: string;
  readonly isNegative: boolean;
}

/** One line of a list of balances, and which balances stand behind it. */
export interface BalanceRow {
  readonly key: string;
  readonly name: string;
  /** Code and where. */
  readonly detail: string;
  readonly figures: readonly BalanceFigure[];
  readonly balances: readonly Balance[];
}

function money(label: string, value: number): BalanceFigure {
  return { label, text: moneyText(value), isNegative: value < 0 };
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

type Rows = (lists: BalanceLists, words: PaneWords["balances"]) => readonly BalanceRow[];

const stock: Rows = (lists, words) =>
  lists.stock.map(({ item, itemName, unit, warehouse, warehouseName, batch, qty, value }) => ({
    key: JSON.stringify([item, warehouse, batch]),
    name: itemName || item,
    detail: joined(itemName === "" ? "" : item, warehouseName || warehouse, batch && words.batch(batch)),
    figures: [
      { label: "", text: `${quantityText(qty)} ${unit}`.trim(), isNegative: qty < 0 },
      money("", value),
    ],
    balances: [{ of: "stock", item, warehouse, batch }],
  }));

const SIDES = ["receivable", "payable"] as const;
const OWED = ["receivable", "payable", "advancesReceived", "advancesPaid"] as const;

const partners: Rows = (lists, words) =>
  lists.partners.map((partner) => ({
    key: partner.partner,
    name: partner.partnerName || partner.partner,
    detail: partner.partnerName === "" ? "" : partner.partner,
    figures: OWED.filter((id) => partner[id] !== 0).map((id) => money(words[id], partner[id])),
    balances: SIDES.map((side) => ({ of: "partner", partner: partner.partner, side })),
  }));

const accounts: Rows = (lists) =>
  lists.accounts.map(({ account, accountName, balance }) => ({
    key: account,
    name: accountName || account,
    detail: accountName === "" ? "" : account,
    figures: [money("", balance)],
    balances: [{ of: "account", account }],
  }));

const ROWS: Readonly<Record<BalanceKind, Rows>> = { stock, partners, accounts };

/** The lines of a list of balances, in the order of codes. */
export function balanceRows(
  kind: BalanceKind,
  lists: BalanceLists,
  words: PaneWords["balances"],
): readonly BalanceRow[] {
  return ROWS[kind](lists, words);
}

/** The lines whose name or detail holds every word typed, letters of any case. */
export function found(rows: readonly BalanceRow[], typed: string): readonly BalanceRow[] {
  const wanted = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return rows.filter(({ name, detail }) => {
    const text = `${name} ${detail}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** Which list a balance stands in, and the key of its line there. */
export function lineOf(balance: Balance, lists: BalanceLists): { kind: BalanceKind; key: string | null } {
  if (balance.of === "account") return { kind: "accounts", key: balance.account };
  if (balance.of === "partner") return { kind: "partners", key: balance.partner };
  const { item, warehouse, batch } = balance;
  const line = lists.stock.find(
    (each) =>
      each.item === item &&
      (warehouse === null || each.warehouse === warehouse) &&
      (batch === null || each.batch === batch),
  );
  const key = line === undefined ? null : JSON.stringify([line.item, line.warehouse, line.batch]);
  return { kind: "stock", key };
}
