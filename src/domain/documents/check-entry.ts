import { NONE } from "../book/lines";
import { dayText, FIRST_DAY, LAST_DAY } from "../kernel/day";
import { figure } from "../kernel/numbers";
import type { DocumentType, RequiredColumn } from "./document-type";
import { type Drafting, note } from "./drafting";
import { headOf, linesOf } from "./group";
import { documentTypes } from "./index";

/** The most that one amount may be in smallest units or 10⁻⁶: sums of them stay exact. */
const MOST = 1e15;
/** From here on a discount looks like a slip: half the price. */
const LARGE_DISCOUNT = 50_000_000;

/**
 * Notes what is wrong with a draft by itself: what it lacks, what lies out of range, who is out of use, and
 * its date against the frozen day and the back-dating limit. Stock, references and debts are checked
 * elsewhere. Source: DOMAIN §14.
 */
export function checkEntry(drafting: Drafting, document: number): void {
  const { book, documents } = drafting;
  const head = headOf(documents, document);
  const type = documentTypes[book.lines.type[head]];
  checkDate(drafting, head);
  checkPartner(drafting, head, type);
  for (const line of linesOf(documents, document)) {
    checkRequired(drafting, line, type);
    checkRange(drafting, line, type);
    checkItem(drafting, line, type);
    checkOthers(drafting, line, type);
  }
}

function checkDate(drafting: Drafting, line: number): void {
  const { lines, settings } = drafting.book;
  const day = lines.day[line];
  if (day < FIRST_DAY || day > LAST_DAY) {
    const facts = { value: dayText(day), least: dayText(FIRST_DAY), most: dayText(LAST_DAY) };
    note(drafting, "OUT_OF_RANGE", { line, column: "date", facts });
    return;
  }
  const earliest = settings.backdateDays === null ? FIRST_DAY : drafting.today - settings.backdateDays;
  const open = settings.frozenUntil === null ? earliest : Math.max(earliest, settings.frozenUntil + 1);
  if (day >= open) return;
  note(drafting, "PERIOD_CLOSED", {
    line,
    column: "date",
    facts: { date: dayText(day), limit: dayText(open) },
  });
}

function checkPartner(drafting: Drafting, line: number, type: DocumentType): void {
  const { lines, masters } = drafting.book;
  const number = lines.partner[line];
  if (number === NONE && type.partner !== null) note(drafting, "REQUIRED", { line, column: "partner" });
  if (number === NONE || !masters.partners[number].inactive) return;
  note(drafting, "INACTIVE", { line, column: "partner", facts: { value: masters.partners[number].code } });
}

function checkRequired(drafting: Drafting, line: number, type: DocumentType): void {
  for (const column of type.required)
    if (isBlank(drafting, line, column)) note(drafting, "REQUIRED", { line, column });
}

function isBlank(drafting: Drafting, line: number, column: RequiredColumn): boolean {
  const { lines } = drafting.book;
  const value = lines[column][line];
  if (column === "price") return Number.isNaN(value) && Number.isNaN(lines.total[line]);
  if (column === "warehouse" || column === "toWarehouse") return value === NONE && !isService(drafting, line);
  return column === "item" || column === "account" ? value === NONE : Number.isNaN(value);
}

function isService({ book }: Drafting, line: number): boolean {
  const item = book.lines.item[line];
  return item !== NONE && book.masters.items[item].service;
}

/** Columns that may not be negative, and whether 0 is one too few. */
const AMOUNTS = [
  { column: "qty", zero: false, money: false },
  { column: "price", zero: true, money: false },
  { column: "accepted", zero: true, money: false },
  { column: "rejected", zero: true, money: false },
  { column: "counted", zero: true, money: false },
  { column: "unitCost", zero: true, money: false },
  { column: "total", zero: true, money: true },
  { column: "discountAmount", zero: true, money: true },
  { column: "paid", zero: true, money: true },
  { column: "value", zero: true, money: true },
  { column: "amount", zero: false, money: true },
  { column: "fee", zero: true, money: true },
  { column: "discountTaken", zero: true, money: true },
] as const;

function checkRange(drafting: Drafting, line: number, type: DocumentType): void {
  const { lines, settings } = drafting.book;
  for (const { column, zero, money } of AMOUNTS) {
    const value = lines[column][line];
    const tooSmall = type.negative !== true && (zero ? value < 0 : value <= 0);
    if (!tooSmall && !(Math.abs(value) > MOST)) continue;
    const decimals = money ? settings.moneyDecimals : 6;
    const facts = { value: figure(value, decimals), least: 0, most: figure(MOST, decimals) };
    note(drafting, "OUT_OF_RANGE", { line, column, facts });
  }
}

function checkItem(drafting: Drafting, line: number, type: DocumentType): void {
  const { lines, masters } = drafting.book;
  if (lines.item[line] === NONE) return;
  const item = masters.items[lines.item[line]];
  if (item.inactive) note(drafting, "INACTIVE", { line, column: "item", facts: { value: item.code } });
  if (item.service || !item.batched || type.stock === "none" || lines.batch[line] !== "") return;
  note(drafting, "REQUIRED", { line, column: "batch" });
}

function checkOthers(drafting: Drafting, line: number, type: DocumentType): void {
  const { lines, masters } = drafting.book;
  const from = lines.warehouse[line];
  if (type.stock === "transfer" && from !== NONE && from === lines.toWarehouse[line]) {
    const { code } = masters.warehouses[from];
    note(drafting, "SAME_WAREHOUSE", { line, column: "toWarehouse", facts: { from: code, to: code } });
  }
  const inspected = lines.accepted[line] + (Number.isNaN(lines.rejected[line]) ? 0 : lines.rejected[line]);
  if (inspected > lines.qty[line]) {
    const facts = { value: figure(inspected, 6), least: 0, most: figure(lines.qty[line], 6) };
    note(drafting, "OUT_OF_RANGE", { line, column: "accepted", facts });
  }
  if (lines.discount[line] >= LARGE_DISCOUNT) {
    note(drafting, "DISCOUNT_LARGE", {
      line,
      column: "discount",
      facts: { value: figure(lines.discount[line], 6) },
    });
  }
}
