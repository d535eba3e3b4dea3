import { documentTypes } from "../../src/domain/documents/index";
import { dayFromText } from "../../src/domain/kernel/day";
import type { Finding } from "../../src/domain/kernel/finding";
import { figure } from "../../src/domain/kernel/numbers";
import { seededDigits, ulids } from "../../src/domain/kernel/ulid";
import { prepareDrafts, type Prepared } from "../../src/domain/posting/prepare";
import { readBook } from "../../src/read/read-book";
import { type Sheet, tablesOf } from "./book";

/** Drafts typed as sheets, worked out as if they were posted now, on 2026-12-31. */
export function preparedDrafts(sheets: Readonly<Record<string, Sheet>>): Prepared {
  const { value, findings } = readBook(tablesOf(sheets), { types: documentTypes, strict: false });
  const moment = {
    today: dayFromText("2026-12-31"),
    now: "2026-12-31T08:30:00",
    user: "tester",
    station: "",
    newId: ulids(() => Date.UTC(2026, 11, 31), seededDigits(1)),
  };
  return prepareDrafts({ book: value.book, found: findings, moment, chosen: null });
}

/** The amounts of every line of the drafts, completed; a draft that cannot be posted fails the test. */
export function typedDrafts(sheets: Readonly<Record<string, Sheet>>) {
  const { ledgers, findingsOf } = preparedDrafts(sheets);
  const errors = [...findingsOf.values()].flat().filter(({ severity }: Finding) => severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const { lines } = ledgers.book;
  return Array.from({ length: lines.count }, (_, line) => ({
    price: figure(lines.price[line], 6),
    net: figure(lines.net[line], 2),
    tax: figure(lines.tax[line], 2),
    total: figure(lines.total[line], 2),
    against: lines.against[line],
  }));
}
