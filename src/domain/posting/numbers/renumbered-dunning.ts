import type { Book } from "../../book/book";
import { type DunningEvent } from "../../book/dunning";
import { NONE } from "../../book/lines";
import { documentTypes } from "../../documents/index";
import { dayText } from "../../kernel/day";
import { type Finding, finding } from "../../kernel/finding";
import type { NumberedPart } from "./meant-document";

/** A row of the record of dunning (1 = first) that names another number from now on. */
export interface RenumberedDunning {
  readonly row: number;
  readonly was: string;
  readonly number: string;
}

/**
 * The record of dunning as it is to be, and REF_AMBIGUOUS for each row that could mean another document too.
 */
export interface RenumberedRecord {
  readonly rows: readonly RenumberedDunning[];
  readonly findings: readonly Finding[];
}

/**
 * Which document what was done about a debt means, of those that bear its number: a customer's, dated and
 * posted by then and, where its day is typed, due by then; of several the earliest. Source: DOMAIN §2.1,
 * §8.5.
 */
export function renumberedDunning(
  book: Book,
  parts: ReadonlyMap<string, readonly NumberedPart[]>,
): RenumberedRecord {
  const rows: RenumberedDunning[] = [];
  const findings: Finding[] = [];
  for (const event of book.masters.dunning) {
    const meant = (parts.get(event.number) ?? []).filter((part) => mayBeMeant(book, part, event));
    const [first, ...others] = meant;
    if (meant.length === 0) continue;
    const { row, number: was } = event;
    if (first.number !== was) rows.push({ row, was, number: first.number });
    if (others.length === 0) continue;
    const facts = { taken: first.number, other: others.map(({ number }) => number).join(";") };
    const place = { table: "dunning", row, rowId: null, column: "number" };
    findings.push(finding("REF_AMBIGUOUS", place, facts));
  }
  return { rows, findings };
}

function mayBeMeant({ lines }: Book, { lines: own }: NumberedPart, { event, day }: DunningEvent): boolean {
  const [head] = own;
  const { debt, side } = documentTypes[lines.type[head]];
  const isOwed = side === "receivable" && debt !== "none" && debt !== "payment";
  if (!isOwed || lines.day[head] > day || lines.postedAt[head].slice(0, 10) > dayText(day)) return false;
  return event !== "dunned" || lines.due[head] === NONE || lines.due[head] < day;
}
