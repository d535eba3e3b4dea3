import { preparedDrafts } from "../../../test/support/typed-drafts";
import { numberKey } from "./invoice-numbers";

const masters = {
  items: `
    code kind
    work service
    bolt goods`,
  warehouses: `
    code
    MAIN`,
  partners: `
    code kind
    S1   supplier
    S2   supplier`,
};

/** What is found of each draft, and how many can be posted. */
function found(purchases: string) {
  const { findingsOf, accepted } = preparedDrafts({ ...masters, purchases });
  const told = [...findingsOf.values()].flat();
  return {
    told: told
      .map(({ code, severity, row, column }) => `${String(row)} ${String(column)} ${code} ${severity}`)
      .sort(),
    posted: accepted.length,
  };
}

describe("an invoice of a supplier", () => {
  it("is refused where a receipt came with it that it does not refer to, posted or not, and the other way round", () => {
    const purchases = `
      status rowId number type date       draft partner warehouse item qty price total invoice
      posted r1    RK-1   RK   2026-01-05 -     S1      MAIN      bolt 2   3     6     INV-1
      posted r2    CF-1   CF   2026-01-05 -     S1      -         work 1   6     6     INV-2
      -      -     -      CF   2026-01-06 a     S1      -         work 1   6     -     INV-1
      -      -     -      RK   2026-01-06 b     S1      MAIN      bolt 2   3     -     INV-2
      -      -     -      CF   2026-01-06 c     S2      -         work 1   6     -     INV-1`;
    const told = ["3 invoice INVOICE_TWICE error", "4 invoice INVOICE_TWICE error"];
    expect(found(purchases)).toEqual({ told, posted: 1 });
  });

  it("is one with the receipts that it refers to, and several receipts that came with one are a remark", () => {
    const purchases = `
      status rowId number type date       draft partner warehouse item qty price total invoice ref
      posted r1    RK-1   RK   2026-01-05 -     S1      MAIN      bolt 2   3     6     INV-1   -
      -      -     -      RK   2026-01-06 a     S1      MAIN      bolt 2   3     -     INV-1   -
      -      -     -      CF   2026-01-07 b     S1      -         bolt 2   4     -     INV-1   RK-1
      -      r3    -      RK   2026-01-06 c     S2      MAIN      bolt 2   3     -     INV-1   -
      -      -     -      CF   2026-01-07 d     S2      -         bolt 2   4     -     INV-1   r3`;
    expect(found(purchases)).toEqual({
      told: ["2 invoice INVOICE_TWICE warning", "3 invoice INVOICE_TWICE error"],
      posted: 3,
    });
  });

  it("is known again in another case or width, or with blanks, and in any row of a document", () => {
    const purchases = `
      type date       draft partner item qty price invoice
      CF   2026-01-06 a     S1      work 1   6     INV-1
      CF   2026-01-06 b     S1      work 1   7     N-1
      CF   2026-01-06 b     S1      work 1   8     inv-1
      CF   2026-01-06 c     S1      work 1   6     ＩＮＶ－１
      CF   2026-01-06 d     S2      work 1   6     inv-1`;
    expect(found(purchases)).toEqual({
      told: [3, 4].map((row) => `${String(row)} invoice INVOICE_TWICE error`),
      posted: 2,
    });
    expect(numberKey("ＩＮＶ－ 1\u3000")).toBe(numberKey(" inv-1"));
  });

  it("is warned of where its number stands elsewhere as an external number, a receipt it refers to apart", () => {
    const purchases = `
      status rowId number type date       draft partner warehouse item qty price total invoice externalNo ref
      posted r1    RK-1   RK   2026-01-05 -     S1      MAIN      bolt 2   3     6     -       N-1        -
      -      -     -      CF   2026-01-06 a     S1      -         work 1   6     -     n-1     -          -
      -      -     -      CF   2026-01-06 b     S1      -         bolt 2   3     -     -       N-1        RK-1
      -      -     -      RK   2026-01-06 c     S1      MAIN      bolt 2   3     -     -       N-1        -`;
    expect(found(purchases)).toEqual({
      told: [
        "2 invoice EXTERNAL_NO_TWICE warning",
        "3 externalNo EXTERNAL_NO_TWICE warning",
        "4 externalNo EXTERNAL_NO_TWICE warning",
      ],
      posted: 3,
    });
  });
});
