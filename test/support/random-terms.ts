import * as fc from "fast-check";
import { type JsonBook, type Row, rowsOf } from "../oracle/oracle-book";
import { pick } from "./random-desk";
import { type DraftBookOptions, draftBooks } from "./random-book";

const nat = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

/**
 * When a part of a debt is to be paid: months, a day of the month, days, and where the month's end stands.
 */
const when = fc.record({
  months: nat(1),
  day: fc.oneof(
    fc.constant({}),
    fc.integer({ min: 1, max: 31 }).map((day) => ({ day })),
  ),
  days: nat(20),
  endOfMonth: fc.constantFrom("", "none", "before", "after"),
});

const percent = fc.integer({ min: 1, max: 9_999 }).map((n) => n / 100);

/** What parts of a debt are asked for before the last one takes what is left. */
const share = fc.oneof(
  fc.record({ kind: fc.constant("percentRemaining"), value: percent }),
  fc.record({ kind: fc.constant("fixed"), value: fc.integer({ min: 1, max: 30_000 }).map((n) => n / 100) }),
);

type When = typeof when extends fc.Arbitrary<infer T> ? T : never;

/** The parts one after the other, whichever of them falls due first. */
function lined(parts: readonly Row[], days: readonly When[]): readonly Row[] {
  return parts.map((part, at) => {
    const { day, months, ...later } = pick(days, at);
    return { line: at + 1, ...part, ...later, ...day, months };
  });
}

const days = fc.array(when, { minLength: 4, maxLength: 4 });

/** Parts by percentages of the whole that come to 100, or in any other way with a remainder. */
const terms = fc.oneof(
  fc.tuple(fc.array(nat(50), { minLength: 1, maxLength: 4 }), days).map(([weights, at]) => {
    const whole = weights.reduce((sum, one) => sum + one + 1, 0);
    const cuts = weights.map((_, i) =>
      Math.round((weights.slice(0, i + 1).reduce((sum, one) => sum + one + 1, 0) * 10_000) / whole),
    );
    const parts = cuts.map((cut, i) => ({
      kind: "percentTotal",
      value: (cut - (i === 0 ? 0 : pick(cuts, i - 1))) / 100,
    }));
    return lined(parts, at);
  }),
  fc
    .tuple(fc.array(share, { maxLength: 3 }), days)
    .map(([parts, at]) => lined([...parts, { kind: "remainder" }], at)),
);

/** What a random book agrees on: the terms, whose they are, and which documents say otherwise. */
const agreed = fc.record({
  terms: fc.array(terms, { minLength: 3, maxLength: 3 }),
  partners: fc.array(nat(4), { minLength: 5, maxLength: 5 }),
  documents: fc.array(nat(11), { minLength: 7, maxLength: 7 }),
});

const codes = ["T0", "T1", "T2"];

function codeAt(at: number): Row {
  const code = codes.at(at);
  return at < codes.length && code !== undefined ? { terms: code } : {};
}

/** Terms on some documents, a day on a few and on every charge that has none. */
function withOwn(rows: readonly Row[], documents: readonly number[]): readonly Row[] {
  return rows.map((row) => {
    const at = pick(documents, Number(String(row["draft"]).slice(1)));
    const isNamed = at === 5 || (row["type"] === "FT" && at >= codes.length);
    return { ...row, ...codeAt(at), ...(isNamed ? { due: "2026-01-28" } : {}) };
  });
}

/** What owes on delivery is not invoiced, so that an invoice makes the debt that its terms part. */
const owing: readonly DraftBookOptions[] = [
  { types: "RK CT CK XT LS LT FT KZ SK FK HX TK DB PD BS QR".split(" ") },
  {
    types: "RK CF CT CK XF XT LS LT FT KZ SK FK HX TK".split(" "),
    policies: { receivableOn: "invoice", payableOn: "invoice" },
  },
];

/** Random books in which debts fall due by instalments. */
export function termedBooks(options: DraftBookOptions): fc.Arbitrary<JsonBook> {
  const books = fc.oneof(...owing.map((one) => draftBooks({ ...options, ...one })));
  return fc.tuple(books, agreed).map(([book, made]) => ({
    ...book,
    terms: made.terms.flatMap((lines, at) => lines.map((line) => ({ code: pick(codes, at), ...line }))),
    partners: rowsOf(book, "partners").map((row, at) => ({ ...row, ...codeAt(pick(made.partners, at)) })),
    purchases: withOwn(rowsOf(book, "purchases"), made.documents),
    sales: withOwn(rowsOf(book, "sales"), made.documents),
  }));
}
