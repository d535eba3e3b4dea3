import { NONE, rowOf } from "../domain/book/lines";
import { zeroIfBlank } from "../domain/documents/amounts";
import { headOf, linesOf } from "../domain/documents/group";
import { documentTypes } from "../domain/documents/index";
import { placeOf } from "../domain/documents/place";
import { dayText } from "../domain/kernel/day";
import type { Place } from "../domain/kernel/finding";
import { figure } from "../domain/kernel/numbers";
import type { Ledgers } from "../domain/posting/ledgers";
import type { Prepared } from "../domain/posting/prepare";
import type { ReportRow } from "../domain/reports/report";
import { derivedRows } from "./derived-rows";

/** A draft as a person knows it, before it is posted or refused. */
export interface PreviewedDocument {
  readonly draft: string;
  readonly type: string;
  /** ISO date; null where it cannot be read. */
  readonly date: string | null;
  /** Code and name; null where it names none. */
  readonly partner: string | null;
  readonly partnerName: string | null;
  /** Code and name of the first account that it names; null where it names none. */
  readonly account: string | null;
  readonly accountName: string | null;
  /** How many different items it is about. */
  readonly items: number;
  readonly lines: number;
  /** With tax; of a payment what is paid; null of a document that has no price. */
  readonly amount: number | null;
  /** Where its first row stands. */
  readonly place: Place;
}

/** One figure of a balance, before and after. */
export interface FigureStep {
  readonly column: string;
  readonly old: number;
  readonly new: number;
}

/** A balance that posting would change: of stock, a partner or an account. */
export interface BalanceEffect {
  readonly table: "stockBalances" | "partnerBalances" | "accounts";
  /** Item, warehouse and batch; the partner; the account. */
  readonly codes: readonly string[];
  /** What the first of them is called. */
  readonly name: string;
  /** What the warehouse of stock is called; "" where there is none. */
  readonly warehouseName: string;
  readonly figures: readonly FigureStep[];
}

/** The documents considered, in the order of the sheets. */
export function previewedDocuments(
  prepared: Prepared,
  considered: readonly number[],
): readonly PreviewedDocument[] {
  return considered.map((draft) => previewed(prepared, draft));
}

function previewed({ documents, ledgers }: Prepared, draft: number): PreviewedDocument {
  const { lines, masters } = ledgers.book;
  const head = headOf(documents, draft);
  const day = lines.day[head];
  const partner = masters.partners.at(lines.partner[head]);
  const isNamed = lines.partner[head] !== NONE && partner !== undefined;
  return {
    draft: lines.draft[head],
    type: documentTypes.at(lines.type[head])?.code ?? "",
    date: day === NONE ? null : dayText(day),
    partner: isNamed ? partner.code : null,
    partnerName: isNamed ? partner.name : null,
    ...accountOf(ledgers, linesOf(documents, draft)),
    items: itemsOf(ledgers, linesOf(documents, draft)),
    lines: linesOf(documents, draft).length,
    amount: amountOf(ledgers, linesOf(documents, draft)),
    place: { ...placeOf(lines, head, null), rowId: null },
  };
}

function accountOf(
  { book: { lines, masters } }: Ledgers,
  members: Int32Array,
): Pick<PreviewedDocument, "account" | "accountName"> {
  const line = members.find((each) => lines.account[each] !== NONE);
  const account = line === undefined ? undefined : masters.accounts.at(lines.account[line]);
  return { account: account?.code ?? null, accountName: account?.name ?? null };
}

function itemsOf({ book: { lines } }: Ledgers, members: Int32Array): number {
  return new Set([...members].map((line) => lines.item[line]).filter((item) => item !== NONE)).size;
}

function amountOf({ book }: Ledgers, members: Int32Array): number | null {
  const { lines, settings } = book;
  const { table } = rowOf(lines, members[0]);
  if (table === "stock") return null;
  const amounts = table === "payments" ? lines.amount : lines.total;
  return figure(
    members.reduce((sum, line) => sum + zeroIfBlank(amounts[line]), 0),
    settings.moneyDecimals,
  );
}

/** What each account holds; of an account without entries nothing is said. */
function accountRows(ledgers: Ledgers): readonly ReportRow[] {
  const names = new Map(ledgers.book.masters.accounts.map(({ code, name }) => [code, name]));
  const last = new Map(derivedRows["cashLedger"](ledgers).map((row) => [row["account"], row["balance"]]));
  return [...last].map(([account, balance]) => ({
    account: account ?? null,
    name: names.get(String(account)) ?? "",
    balance: balance ?? null,
  }));
}

interface Balances {
  readonly table: BalanceEffect["table"];
  readonly rows: (ledgers: Ledgers) => readonly ReportRow[];
  readonly keys: readonly string[];
  readonly name: string;
  readonly figures: readonly string[];
}

const BALANCES: readonly Balances[] = [
  {
    table: "stockBalances",
    rows: derivedRows["stockBalances"],
    keys: ["item", "warehouse", "batch"],
    name: "itemName",
    figures: ["qty", "value", "reserved", "available"],
  },
  {
    table: "partnerBalances",
    rows: derivedRows["partnerBalances"],
    keys: ["partner"],
    name: "partnerName",
    figures: ["receivable", "payable", "advancesReceived", "advancesPaid"],
  },
  { table: "accounts", rows: accountRows, keys: ["account"], name: "name", figures: ["balance"] },
];

/** Every balance that differs between two states of one book: stock, then partners, then accounts. */
export function balanceEffects(before: Ledgers, after: Ledgers): readonly BalanceEffect[] {
  return BALANCES.flatMap((balances) => effectsOn(balances, before, after));
}

function effectsOn(balances: Balances, before: Ledgers, after: Ledgers): readonly BalanceEffect[] {
  const keyOf = (row: ReportRow): string => JSON.stringify(balances.keys.map((key) => row[key] ?? ""));
  const old = new Map(balances.rows(before).map((row) => [keyOf(row), row]));
  const now = new Map(balances.rows(after).map((row) => [keyOf(row), row]));
  const warehouses = new Map(after.book.masters.warehouses.map(({ code, name }) => [code, name]));
  const effects: BalanceEffect[] = [];
  for (const key of new Set([...now.keys(), ...old.keys()])) {
    const row = now.get(key) ?? old.get(key) ?? {};
    const figures = stepsOf(balances.figures, old.get(key), now.get(key));
    if (figures.length === 0) continue;
    const codes = balances.keys.map((id) => String(row[id] ?? "")).filter((code) => code !== "");
    const name = String(row[balances.name] ?? "");
    const warehouseName = warehouses.get(String(row["warehouse"] ?? "")) ?? "";
    effects.push({ table: balances.table, codes, name, warehouseName, figures });
  }
  return effects;
}

function stepsOf(ids: readonly string[], old?: ReportRow, now?: ReportRow): readonly FigureStep[] {
  return ids
    .map((column) => ({ column, old: Number(old?.[column] ?? 0), new: Number(now?.[column] ?? 0) }))
    .filter((step) => step.old !== step.new);
}
