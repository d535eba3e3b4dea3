import { typedBook } from "../../../test/support/book";
import { preparedDrafts } from "../../../test/support/typed-drafts";
import { selfCheck } from "./self-check";

const masters = {
  items: `
    code decimals
    bolt 0
    nut  0`,
  units: `
    item unit numerator denominator
    bolt box  12        1`,
  warehouses: `
    code allowNegative
    MAIN yes
    SHOP yes`,
  partners: `
    code
    P1`,
};

/**
 * A receipt of one bolt at a million, posted; drafts and their findings; how many are posted with a good one.
 */
function refused(table: string, cells: string): readonly string[] {
  const purchases = `
    status rowId type date       partner warehouse toWarehouse item qty unit       price counted unitCost net     tax total   number
    posted r1    RK   2026-01-05 P1      MAIN      -           bolt 1   -          -     -       -        1000000 0   1000000 RK-1`;
  const [type = "", ...typed] = cells.split(" ");
  const draft = `    -      d1    ${type}   2026-01-06 P1      ${typed.join(" ")}`;
  const header = purchases.split("\n")[1] ?? "";
  const stock = `
    type date       warehouse item qty value
    QR   2026-01-07 MAIN      nut  1   1`;
  const sheets: Record<string, string> = { ...masters, purchases, stock };
  if (table === "purchases") sheets["purchases"] = `${purchases}\n${draft}`;
  else if (table === "stock") {
    sheets["stock"] = `${header.replace("partner ", "")}\n${draft.replace("P1      ", "")}
    -      d2    QR   2026-01-07 MAIN      -           nut  1   -          -     -       1        -       -   -       -`;
  } else sheets[table] = `${header}\n${draft}`;
  const { findingsOf, accepted } = preparedDrafts(sheets);
  expect(accepted).toHaveLength(1);
  const found = [...findingsOf.values()].flat();
  return found.map(
    ({ code, column, rowId, facts }) =>
      `${code} ${String(rowId)} ${String(column)} ${String(facts["value"])}`,
  );
}

describe("a draft whose stock comes to more than can be reckoned with", () => {
  it.each([
    ["a count of a gain", "stock", "PD MAIN - bolt - - - 1000000000 -", "value"],
    ["a count at a new cost", "stock", "PD MAIN - bolt - - - 1000000000 1000000000", "value"],
    ["a receipt at today's cost", "stock", "QR MAIN - bolt 1000000000 - - - -", "value"],
    ["a receipt at a typed cost", "stock", "QR MAIN - bolt 1000000000 - - - 1000000000", "value"],
    ["a transfer of what is not there", "stock", "DB MAIN SHOP bolt 1000000000 - - - -", "value"],
    ["a delivery of what is not there", "sales", "CK MAIN - bolt 1000000000 - 0 - -", "cost"],
    ["a return that names nothing", "sales", "XT MAIN - bolt 1000000000 - 0 - -", "cost"],
  ])("is refused, and another is posted: %s", (_, table, cells, column) => {
    expect(refused(table, cells)).toEqual([`OUT_OF_RANGE d1 ${column} >10000000000000`]);
  });

  it("is refused for a quantity in another unit", () => {
    expect(refused("purchases", "RK MAIN - bolt 1000000000 box 1 - -")).toEqual([
      "OUT_OF_RANGE d1 qty 1000000000 box",
    ]);
  });

  it("is refused where sums are exact no more, and only from there on", () => {
    const purchases = Array.from(
      { length: 11 },
      (_, i) => `d${String.fromCharCode(97 + i)} ${String(i)} RK 2026-01-06 P1 MAIN bolt 10000000 999999.99`,
    );
    const sheet = `rowId draft type date partner warehouse item qty price\n${purchases.join("\n")}`;
    const { findingsOf, accepted } = preparedDrafts({ ...masters, purchases: sheet });
    expect(accepted).toHaveLength(9);
    const found = [...findingsOf.values()].flat();
    expect(found.map(({ rowId, column, facts }) => [rowId, column, facts["value"]])).toEqual([
      ["dj", "cost", 99_999_999_000_000],
      ["dj", "total", ">90071992547409.9"],
      ["dk", "cost", 99_999_999_000_000],
      ["dk", "total", ">90071992547409.9"],
    ]);
  });

  it("is refused where a posted row would pass because of it", () => {
    const stock = `
      status rowId type date       number warehouse item qty        value
      posted r1    QC   2026-01-09 QC-1   MAIN      bolt 1000000000 -
      -      d1    QR   2026-01-05 -      MAIN      bolt 1          1000000`;
    const { findingsOf, accepted } = preparedDrafts({ ...masters, stock });
    expect(accepted).toEqual([]);
    expect([...findingsOf.values()].flat().map(({ code, rowId }) => [code, rowId])).toEqual([
      ["OUT_OF_RANGE", "d1"],
    ]);
  });
});

describe("a posted row", () => {
  const failures = (sheets: Readonly<Record<string, string>>): readonly string[] =>
    selfCheck(typedBook({ ...masters, ...sheets }).ledgers).map(
      ({ code, rowId, column }) => `${code} ${String(rowId)} ${String(column)}`,
    );

  it.each(["moving-average", "fifo"])("that passes what can be reckoned with is told once, %s", (costing) => {
    const settings = `
      key     value
      costing ${costing}`;
    const stock = `
      rowId type date       number warehouse toWarehouse item qty        value
      r1    QR   2026-01-05 QR-1   MAIN      -           bolt 1          1000000
      r2    QR   2026-01-06 QR-2   MAIN      -           bolt 1000000000 -
      r3    DB   2026-01-07 DB-1   MAIN      SHOP        bolt 5          -
      r4    QC   2026-01-08 QC-1   SHOP      -           bolt 1          -`;
    expect(failures({ settings, stock })).toEqual(["OUT_OF_RANGE r2 value"]);
  });

  it("that lacks its partner, or has a unit that its item has not, is told", () => {
    const purchases = `
      rowId type date       number partner warehouse item unit  qty net   tax total
      r1    RK   2026-01-05 RK-1   -       MAIN      bolt -     1   10.00 0   10.00
      r2    RK   2026-01-05 RK-2   P1      MAIN      bolt crate 1   10.00 0   10.00`;
    expect(failures({ purchases })).toEqual(["REQUIRED r1 partner", "UNKNOWN_CODE r2 unit"]);
  });

  it("without a total is told with what it comes to", () => {
    const purchases = `
      rowId type date       number partner warehouse item qty net   tax  total
      r1    RK   2026-01-05 RK-1   P1      MAIN      bolt 1   10.00 1.00 -`;
    const { ledgers } = typedBook({ ...masters, purchases });
    expect(selfCheck(ledgers)).toMatchObject([
      { code: "AMOUNT_DISAGREES", column: "total", facts: { typed: null, computed: 11 } },
    ]);
  });

  it("without a partner that another's payment names is told on both rows", () => {
    const sales = `
      rowId type date       number partner warehouse item qty net   tax total
      r1    CK   2026-01-05 CK-1   -       MAIN      bolt 1   10.00 0   10.00`;
    const payments = `
      rowId type date       number partner account amount against
      p1    SK   2026-01-06 SK-1   P1      BANK    10.00  CK-1:10.00`;
    const accounts = `
      code
      BANK`;
    expect(failures({ sales, payments, accounts })).toEqual([
      "REQUIRED r1 partner",
      "OTHER_PARTNER p1 against",
    ]);
  });
});
