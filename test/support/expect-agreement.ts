import * as fc from "fast-check";
import type { JsonBook } from "../oracle/oracle-book";
import { opinions } from "./agreement";
import { brokenLaws } from "./book-laws";
import type { lawRuns } from "./law-runs";
import { figuresOf, posted } from "./posted";

/** Days on which random books are looked at: within their two months, and once all of it is over. */
export const days = ["2026-01-05", "2026-01-20", "2026-02-05", "2199-12-31"];

/** Compares all that program and oracle say of a posted book at the end of a day; every law holds. */
export async function expectAgreed(book: JsonBook, day: string): Promise<void> {
  const figures = await figuresOf(book);
  const { program, oracle, isSettled, violations } = opinions(book, figures, day);
  if (isSettled) expect(program).toEqual(oracle);
  expect(brokenLaws(figures, book)).toEqual({});
  expect(violations).toEqual([]);
}

/** Posts a book of drafts and compares all that program and oracle say of it. */
export async function expectAgreement(drafts: JsonBook, day: string): Promise<void> {
  await expectAgreed((await posted(drafts)).book, day);
}

/** Posts random books of drafts and compares what is said of each at the end of one of the days. */
export function agreement(books: fc.Arbitrary<JsonBook>, runs: ReturnType<typeof lawRuns>): Promise<void> {
  return fc.assert(fc.asyncProperty(books, fc.constantFrom(...days), expectAgreement), runs);
}
