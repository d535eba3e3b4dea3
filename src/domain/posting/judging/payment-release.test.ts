import { boltMasters } from "../../../../test/support/bolt-masters";
import { preparedDrafts } from "../../../../test/support/typed-drafts";
import { sentence } from "../../../locales/sentence";
import { tellings } from "../../../locales/tellings";
import type { PlaceNames } from "../../../locales/telling";

const names: PlaceNames = { table: (id) => id, column: (_, id) => id, row: (_, row) => row + 1 };

/** The sentences of what is found of payments that are held. */
function held(sheets: Readonly<Record<string, string>>): readonly string[] {
  const { findingsOf } = preparedDrafts({ ...boltMasters, ...sheets });
  const found = [...findingsOf.values()].flat().filter(({ code }) => code === "PAYMENT_HELD");
  return found.map((each) => sentence(tellings["en-US"], each, names));
}

const payments = `
    type date       draft partner amount against
    FQ   2026-01-09 q     S1      5      01KE5Q86C1`;

describe("a payment that is held", () => {
  it("names a draft that it refers to by its row, as nobody knows it by its row ID", () => {
    const purchases = `
      rowId      type date       draft partner item qty price invoice
      01KE5Q86C1 CF   2026-01-08 a     S1      bolt 1   5     INV-1`;
    const [told] = held({ purchases, payments });
    expect(told).toContain('Order, receipt and invoice of the draft in "purchases", row 2, do not agree');
    expect(told).not.toContain("01KE5Q86C1");
  });

  it("is told of a payment that names nothing and settles the oldest, too", () => {
    const purchases = `
      rowId      type date       draft partner warehouse item qty price invoice ref              number           line status net tax total
      01KE5Q86B1 RK   2026-01-07 -     S1      MAIN      bolt 1   4     -       -                RK-20260107-0001 1    posted 4   0   4
      01KE5Q86C1 CF   2026-01-08 a     S1      -         bolt 1   5     INV-1   RK-20260107-0001 -                -    -      -   -   -`;
    const unnamed = `
      type date       draft partner account amount
      FK   2026-01-09 q     S1      BANK    4`;
    const accounts = `
      code
      BANK`;
    expect(held({ accounts, purchases, payments: unnamed })[0]).toContain(
      "invoice of RK-20260107-0001 do not agree",
    );
  });

  it("names a draft by the number of what it executes, where that has one", () => {
    const purchases = `
      rowId      type date       draft partner warehouse item qty price invoice ref              number           line status net tax total
      01KE5Q86B1 RK   2026-01-07 -     S1      MAIN      bolt 1   4     -       -                RK-20260107-0001 1    posted 4   0   4
      01KE5Q86C1 CF   2026-01-08 a     S1      -         bolt 1   5     INV-1   RK-20260107-0001 -                -    -      -   -   -`;
    expect(held({ purchases, payments })[0]).toContain("invoice of RK-20260107-0001 do not agree");
  });
});
