import { type Lines, NONE } from "../book/lines";
import { dayText, FIRST_DAY, LAST_DAY } from "../kernel/day";
import { figure, MOST_MONEY, MOST_TYPED, RATE_WHOLE } from "../kernel/numbers";
import { zeroIfBlank } from "./amounts";
import { checkCounts } from "./check-counts";
import { checkReceived } from "./check-invoices";
import { checkPartners } from "./check-partners";
import { checkPlace } from "./check-places";
import { checkTakenOff, isOverdone } from "./check-taken-off";
import { checkTracked } from "./check-tracked";
import { checkTwice } from "./check-twice";
import type { DocumentType, RequiredColumn } from "./document-type";
import { type Drafting, note } from "./drafting";
import { type Documents, headOf } from "./group";
import { documentTypes } from "./index";
import { closedFacts } from "./open-days";
import { isCostRow } from "./roles";

/** From here on a discount looks like a slip: half the price. */
const LARGE_DISCOUNT = 50_000_000;

/**
 * Notes what is wrong with drafts by themselves: what they lack, what lies out of range, who is out of use,
 * and their date against the frozen day and the back-dating limit. Stock, references and debts are checked
 * elsewhere. Works column by column over all drafts. Source: DOMAIN §14.
 */
export function checkEntries(drafting: Drafting, drafts: readonly number[]): void {
  const lines = linesIn(drafting.documents, drafts);
  for (const draft of drafts) {
    const head = headOf(drafting.documents, draft);
    checkDate(drafting, head);
    checkPaid(drafting, draft);
    checkTakenOff(drafting, draft);
    checkPartner(drafting, head, documentTypes[drafting.book.lines.type[head]]);
  }
  checkPartners(drafting, drafts);
  checkCounts(drafting, drafts);
  checkReceived(drafting, lines);
  checkTwice(drafting, lines);
  for (const column of REQUIRED_COLUMNS) checkRequired(drafting, lines, column);
  for (const amount of AMOUNTS) checkRange(drafting, lines, amount);
  for (const line of lines) {
    checkItem(drafting, line);
    checkPlace(drafting, line);
    checkOthers(drafting, line);
  }
}

/** Money paid with a document needs an account, and is no more than the document comes to. */
function checkPaid(drafting: Drafting, draft: number): void {
  const { lines, settings } = drafting.book;
  const { starts, members } = drafting.documents;
  let paid = 0;
  let total = 0;
  for (let i = starts[draft]; i < starts[draft + 1]; i++) {
    const line = members[i];
    if (lines.paid[line] > 0 && lines.account[line] === NONE)
      note(drafting, "REQUIRED", { line, column: "account" });
    paid += zeroIfBlank(lines.paid[line]);
    total += zeroIfBlank(lines.total[line]);
  }
  const head = members[starts[draft]];
  if (paid < total) checkUnpaid(drafting, head, { paid, total });
  if (paid <= Math.abs(total) || paid === 0) return;
  const facts = {
    value: figure(paid, settings.moneyDecimals),
    least: 0,
    most: figure(total, settings.moneyDecimals),
  };
  note(drafting, "OUT_OF_RANGE", { line: head, column: "paid", facts });
}

/** What is not paid over the counter is owed by somebody. */
function checkUnpaid(
  drafting: Drafting,
  head: number,
  { paid, total }: { readonly paid: number; readonly total: number },
): void {
  const { lines, settings } = drafting.book;
  if (documentTypes[lines.type[head]].counter !== true || lines.partner[head] !== NONE) return;
  const money = (units: number): number => figure(units, settings.moneyDecimals);
  const facts = { total: money(total), paid: money(paid), owed: money(total - paid) };
  note(drafting, "REQUIRED", { line: head, column: "partner", facts });
}

function linesIn({ starts, members }: Documents, drafts: readonly number[]): number[] {
  const lines: number[] = [];
  for (const draft of drafts) for (let i = starts[draft]; i < starts[draft + 1]; i++) lines.push(members[i]);
  return lines;
}

function checkDate(drafting: Drafting, line: number): void {
  const { lines, settings } = drafting.book;
  const day = lines.day[line];
  if (day < FIRST_DAY || day > LAST_DAY) {
    const facts = { value: dayText(day), least: dayText(FIRST_DAY), most: dayText(LAST_DAY) };
    note(drafting, "OUT_OF_RANGE", { line, column: "date", facts });
    return;
  }
  if (day > drafting.today) {
    const facts = { date: dayText(day), today: dayText(drafting.today) };
    note(drafting, "DATE_AHEAD", { line, column: "date", facts });
  }
  const earliest = settings.backdateDays === null ? FIRST_DAY : drafting.today - settings.backdateDays;
  const facts = closedFacts(drafting.book, day, earliest);
  if (facts !== null) note(drafting, "PERIOD_CLOSED", { line, column: "date", facts });
}

function checkPartner(drafting: Drafting, line: number, type: DocumentType): void {
  const { lines, masters } = drafting.book;
  const number = lines.partner[line];
  if (number === NONE && type.partner !== null) note(drafting, "REQUIRED", { line, column: "partner" });
  if (number === NONE || !masters.partners[number].inactive) return;
  note(drafting, "INACTIVE", { line, column: "partner", facts: { value: masters.partners[number].code } });
}

const REQUIRED_COLUMNS: readonly RequiredColumn[] = [
  "item",
  "qty",
  "warehouse",
  "toWarehouse",
  "price",
  "account",
  "toAccount",
  "amount",
  "net",
  "total",
  "ref",
];

function checkRequired(drafting: Drafting, chosen: readonly number[], column: RequiredColumn): void {
  const { lines } = drafting.book;
  const required = documentTypes.map((type) => type.required.includes(column));
  const cells = lines[column];
  for (const line of chosen) {
    const cell = cells[line];
    const blank = cell === NONE || cell === "" || Number.isNaN(cell);
    if (!blank || !required[lines.type[line]] || isPardoned(drafting, line, column)) continue;
    note(drafting, "REQUIRED", { line, column });
  }
}

/**
 * A price may be blank where the total stands; a service lies in no warehouse; −1 is blank in a master column
 * alone.
 */
function isPardoned(drafting: Drafting, line: number, column: RequiredColumn): boolean {
  const { lines } = drafting.book;
  if (column === "ref") return false;
  if (isCostRow(lines, line)) return true;
  if (column === "price") return !Number.isNaN(lines.total[line]);
  if (column === "warehouse" || column === "toWarehouse") return isService(drafting, line);
  return !["item", "account", "toAccount"].includes(column) && !Number.isNaN(lines[column][line]);
}

function isService({ book }: Drafting, line: number): boolean {
  const item = book.lines.item[line];
  return item !== NONE && book.masters.items[item].service;
}

/** Columns that may not be negative: what they are in, and whether 0 is one too few. */
const AMOUNTS = [
  { column: "qty", zero: false, of: "quantity" },
  { column: "price", zero: true, of: "quantity" },
  { column: "accepted", zero: true, of: "quantity" },
  { column: "rejected", zero: true, of: "quantity" },
  { column: "counted", zero: true, of: "quantity" },
  { column: "recount", zero: true, of: "quantity" },
  { column: "share", zero: true, of: "rate" },
  { column: "unitCost", zero: true, of: "quantity" },
  { column: "discount", zero: true, of: "rate" },
  { column: "taxRate", zero: true, of: "rate" },
  { column: "total", zero: true, of: "money" },
  { column: "discountAmount", zero: true, of: "money" },
  { column: "documentDiscount", zero: true, of: "money" },
  { column: "paid", zero: true, of: "money" },
  { column: "value", zero: true, of: "money" },
  { column: "amount", zero: false, of: "money" },
  { column: "fee", zero: true, of: "money" },
  { column: "discountTaken", zero: true, of: "money" },
] as const;

function checkRange(drafting: Drafting, chosen: readonly number[], amount: (typeof AMOUNTS)[number]): void {
  const { lines, settings } = drafting.book;
  const { column, of } = amount;
  const signed = documentTypes.map((type) => type.negative === true && of !== "rate");
  const cells = lines[column];
  const { decimals, most } = boundsOf(of, settings.moneyDecimals);
  for (const line of chosen) {
    const value = cells[line];
    const isTooSmall = !signed[lines.type[line]] && isBelow(value, amount.zero);
    if ((!isTooSmall && !(Math.abs(value) > most)) || follows(drafting, column, line)) continue;
    const least = amount.zero ? 0 : figure(1, decimals);
    const facts = { value: figure(value, decimals), least, most: figure(most, decimals) };
    note(drafting, "OUT_OF_RANGE", { line, column, facts });
  }
}

/** How many decimals an amount has, and the most that it may be in its units. */
function boundsOf(of: (typeof AMOUNTS)[number]["of"], moneyDecimals: number) {
  if (of === "money") return { decimals: moneyDecimals, most: MOST_MONEY };
  return { decimals: 6, most: of === "rate" ? RATE_WHOLE : MOST_TYPED };
}

function isBelow(value: number, zero: boolean): boolean {
  return value < 0 || (value === 0 && !zero);
}

/**
 * A total below nothing that follows from a quantity or price below nothing, or from too much taken off, is
 * no slip of its own.
 */
function follows(drafting: Drafting, column: string, line: number): boolean {
  const { qty, price, total } = drafting.book.lines;
  if (column !== "total" || !(total[line] < 0)) return false;
  return qty[line] < 0 || price[line] < 0 || isOverdone(drafting, line);
}

function checkItem(drafting: Drafting, line: number): void {
  const { lines, masters } = drafting.book;
  if (lines.item[line] === NONE) return;
  const item = masters.items[lines.item[line]];
  const type = documentTypes[lines.type[line]];
  if (item.inactive) note(drafting, "INACTIVE", { line, column: "item", facts: { value: item.code } });
  if (item.service) {
    if (type.register === "stock")
      note(drafting, "NOT_STOCKED", { line, column: "item", facts: { value: item.code } });
    return;
  }
  if (type.stock !== "none") checkTracked(drafting, line);
}

/** A change of value says which, and a row of labour or overhead how much. */
function lacksValue(lines: Lines, line: number): boolean {
  if (!Number.isNaN(lines.value[line])) return false;
  if (isCostRow(lines, line)) return true;
  return documentTypes[lines.type[line]].stock === "revalue" && Number.isNaN(lines.unitCost[line]);
}

/** Goods move between two warehouses, money between two accounts. */
function checkEnds(drafting: Drafting, line: number): void {
  const { lines, masters } = drafting.book;
  const from = lines.warehouse[line];
  const { stock } = documentTypes[lines.type[line]];
  if (lines.toWarehouse[line] !== NONE && from === lines.toWarehouse[line] && stock !== "arrive") {
    const { code } = masters.warehouses[from];
    note(drafting, "SAME_WAREHOUSE", { line, column: "toWarehouse", facts: { from: code, to: code } });
  }
  if (lines.toAccount[line] === NONE || lines.account[line] !== lines.toAccount[line]) return;
  const { code } = masters.accounts[lines.account[line]];
  note(drafting, "SAME_ACCOUNT", { line, column: "toAccount", facts: { value: code } });
}

/** What was accepted and what was rejected are what came; of one alone, no more than that. */
function checkInspected(drafting: Drafting, line: number): void {
  const { qty, accepted, rejected } = drafting.book.lines;
  const inspected = [accepted[line], rejected[line]].filter((part) => !Number.isNaN(part));
  const sum = inspected.reduce((all, part) => all + part, 0);
  if (inspected.length === 0 || (inspected.length === 1 ? sum <= qty[line] : sum === qty[line])) return;
  const column = Number.isNaN(accepted[line]) ? "rejected" : "accepted";
  const facts = { inspected: figure(sum, 6), qty: figure(qty[line], 6) };
  note(drafting, "INSPECTION_DISAGREES", { line, column, facts });
}

function checkOthers(drafting: Drafting, line: number): void {
  const { lines } = drafting.book;
  checkEnds(drafting, line);
  if (lacksValue(lines, line)) note(drafting, "REQUIRED", { line, column: "value" });
  checkInspected(drafting, line);
  if (lines.discount[line] >= LARGE_DISCOUNT) {
    note(drafting, "DISCOUNT_LARGE", {
      line,
      column: "discount",
      facts: { value: figure(lines.discount[line], 6) },
    });
  }
}
