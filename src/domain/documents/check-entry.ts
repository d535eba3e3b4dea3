import type { Book } from "../book/book";
import { NONE } from "../book/lines";
import { type Day, dayText, FIRST_DAY, LAST_DAY } from "../kernel/day";
import { type Finding, finding } from "../kernel/finding";
import { figure } from "../kernel/numbers";
import type { DocumentType, RequiredColumn } from "./document-type";
import { type Documents, headOf, linesOf } from "./group";
import { documentTypes } from "./index";
import { placeOf } from "./place";

/**
 * The most that one amount or quantity may be: 10¹² in its own unit, money in smallest units with two
 * decimals.
 */
const MOST_MONEY = 1e15;

/**
 * What is wrong with a draft by itself: what it lacks, what lies out of range, who is out of use, and its
 * date against the frozen day and the back-dating limit. Stock, references and debts are checked elsewhere.
 * Source: DOMAIN §14.
 */
export function checkEntry(book: Book, documents: Documents, document: number, today: Day): Finding[] {
  const findings: Finding[] = [];
  const head = headOf(documents, document);
  const type = documentTypes[book.lines.type[head]];
  checkDate(book, head, today, findings);
  checkPartner(book, head, type, findings);
  for (const line of linesOf(documents, document)) {
    checkRequired(book, line, type, findings);
    checkRange(book, line, type, findings);
    checkItem(book, line, type, findings);
  }
  return findings;
}

function checkDate(book: Book, head: number, today: Day, findings: Finding[]): void {
  const { lines, settings } = book;
  const day = lines.day[head];
  const place = placeOf(lines, head, "date");
  if (day < FIRST_DAY || day > LAST_DAY) {
    findings.push(
      finding("OUT_OF_RANGE", place, {
        value: dayText(day),
        least: dayText(FIRST_DAY),
        most: dayText(LAST_DAY),
      }),
    );
    return;
  }
  const earliest = settings.backdateDays === null ? FIRST_DAY : today - settings.backdateDays;
  const open = settings.frozenUntil === null ? earliest : Math.max(earliest, settings.frozenUntil + 1);
  if (day < open)
    findings.push(finding("PERIOD_CLOSED", place, { date: dayText(day), limit: dayText(open) }));
}

function checkPartner(book: Book, head: number, type: DocumentType, findings: Finding[]): void {
  const { lines, masters } = book;
  const place = placeOf(lines, head, "partner");
  const number = lines.partner[head];
  if (number === NONE) {
    if (type.partner !== null) findings.push(finding("REQUIRED", place));
    return;
  }
  const partner = masters.partners[number];
  if (partner.inactive) findings.push(finding("INACTIVE", place, { value: partner.code }));
}

function checkRequired(book: Book, line: number, type: DocumentType, findings: Finding[]): void {
  for (const column of type.required) {
    if (isBlank(book, line, column)) findings.push(finding("REQUIRED", placeOf(book.lines, line, column)));
  }
}

function isBlank(book: Book, line: number, column: RequiredColumn): boolean {
  const { lines } = book;
  const value = lines[column][line];
  if (column === "warehouse" || column === "toWarehouse") return value === NONE && !isService(book, line);
  if (column === "item" || column === "account") return value === NONE;
  if (column === "price")
    return Number.isNaN(value) && Number.isNaN(lines.total[line]) && !isOpening(book, line);
  return Number.isNaN(value);
}

function isOpening(book: Book, line: number): boolean {
  return documentTypes[book.lines.type[line]].debt === "opening";
}

function isService(book: Book, line: number): boolean {
  const item = book.lines.item[line];
  return item !== NONE && book.masters.items[item].service;
}

/** Columns that may not be negative, and whether 0 is one too few. */
const AMOUNT_COLUMNS = [
  { column: "qty", zero: false },
  { column: "price", zero: true },
  { column: "total", zero: true },
  { column: "discountAmount", zero: true },
  { column: "paid", zero: true },
  { column: "accepted", zero: true },
  { column: "rejected", zero: true },
  { column: "counted", zero: true },
  { column: "unitCost", zero: true },
  { column: "value", zero: true },
  { column: "amount", zero: false },
  { column: "fee", zero: true },
  { column: "discountTaken", zero: true },
] as const;

function checkRange(book: Book, line: number, type: DocumentType, findings: Finding[]): void {
  const { lines } = book;
  for (const { column, zero } of AMOUNT_COLUMNS) {
    const value = lines[column][line];
    if (Number.isNaN(value)) continue;
    const negative = type.negative !== true && (zero ? value < 0 : value <= 0);
    if (!negative && Math.abs(value) <= MOST_MONEY) continue;
    const facts = { value: figure(value, decimalsOf(book, column)), least: 0, most: "10¹²" };
    findings.push(finding("OUT_OF_RANGE", placeOf(lines, line, column), facts));
  }
}

function decimalsOf(book: Book, column: (typeof AMOUNT_COLUMNS)[number]["column"]): number {
  return ["qty", "price", "accepted", "rejected", "counted", "unitCost"].includes(column)
    ? 6
    : book.settings.moneyDecimals;
}

function checkItem(book: Book, line: number, type: DocumentType, findings: Finding[]): void {
  const { lines, masters } = book;
  const number = lines.item[line];
  if (number !== NONE && masters.items[number].inactive) {
    findings.push(finding("INACTIVE", placeOf(lines, line, "item"), { value: masters.items[number].code }));
  }
  if (
    number !== NONE &&
    masters.items[number].batched &&
    movesStock(type) &&
    lines.batch[line] === "" &&
    !masters.items[number].service
  ) {
    findings.push(finding("REQUIRED", placeOf(lines, line, "batch")));
  }
  if (
    type.stock === "transfer" &&
    lines.warehouse[line] !== NONE &&
    lines.warehouse[line] === lines.toWarehouse[line]
  ) {
    const value = masters.warehouses[lines.warehouse[line]].code;
    findings.push(finding("SAME_WAREHOUSE", placeOf(lines, line, "toWarehouse"), { from: value, to: value }));
  }
  if (lines.discount[line] >= 50_000_000) {
    findings.push(
      finding("DISCOUNT_LARGE", placeOf(lines, line, "discount"), { value: figure(lines.discount[line], 6) }),
    );
  }
}

function movesStock(type: DocumentType): boolean {
  return type.stock !== "none";
}
