import { preparedDrafts } from "../../../test/support/typed-drafts";
import { figure } from "../kernel/numbers";

const masters = {
  items: `
    code taxRate
    A    6`,
  warehouses: `
    code
    MAIN`,
  partners: `
    code kind
    B1   both
    B2   both`,
};

/** Rate and total of the row that comes last, or what is told of it. */
function last(sheets: Readonly<Record<string, string>>): string {
  const { ledgers, findingsOf } = preparedDrafts({ ...masters, ...sheets });
  const told = [...findingsOf.values()].flat().filter(({ severity }) => severity === "error");
  if (told.length > 0) return told.map(({ code, row }) => `${code} ${String(row)}`).join();
  const { count, taxRate, total } = ledgers.book.lines;
  return `${String(figure(taxRate[count - 1], 6))} ${String(figure(total[count - 1], 2))}`;
}

const HEADER = `
  status rowId number type date       draft partner warehouse item qty price taxRate net  tax  total ref`;
const RECEIPTS = `${HEADER}
  posted R1    RK-1   RK   2026-01-02 -     B1      MAIN      A    3   3.33  13      9.99 1.30 11.29 -
  posted R2    RK-2   RK   2026-01-02 -     B1      MAIN      A    3   3.33  9       9.99 0.90 10.89 -`;
const ORDERS = `${HEADER}
  posted R1    CG-1   CG   2026-01-02 -     B1      MAIN      A    3   3.33  13      9.99 1.30 11.29 -
  posted R2    QG-1   QG   2026-01-02 -     -       MAIN      A    3   3.33  13      9.99 1.30 11.29 -`;
const SALES = `${HEADER}
  posted R3    CK-1   CK   2026-01-03 -     B1      MAIN      A    3   3.33  13      9.99 1.30 11.29 -`;

const row = (type: string, rest: string): string => `
  -      -     -      ${type}   2026-01-04 a     B1      MAIN      A    ${rest}`;

describe("a row that says a price and no tax rate", () => {
  it.each([
    ["a return to the supplier", "CT", "3   3.33  -       -    -    -     RK-1", "13 11.29"],
    ["a supplier's invoice", "CF", "3   3.50  -       -    -    -     RK-1", "13 11.87"],
    ["an allowance, whose total alone is typed", "CF", "0   -     -       -    -    -2.26 RK-1", "13 -2.26"],
    ["one of several of one rate", "CT", "2   3.33  -       -    -    -     RK-1;R1", "13 7.53"],
    ["one that says its own rate", "CF", "3   3.33  3       -    -    -     RK-1", "3 10.29"],
    ["one without a reference", "RK", "3   3.33  -       -    -    -     -", "6 10.59"],
  ])("is taxed as what it refers to: %s", (...[, type, rest, expected]) => {
    expect(last({ purchases: RECEIPTS + row(type, rest) })).toBe(expected);
  });

  it.each([
    ["a customer's return", "XT", "13 11.29"],
    ["an invoice to a customer", "XF", "13 11.29"],
  ])("is taxed as the delivery it refers to: %s", (_, type, expected) => {
    const sales = SALES + row(type, "3   3.33  -       -    -    -     CK-1");
    expect(last({ purchases: RECEIPTS, sales })).toBe(expected);
  });

  it("is taxed as the order it delivers, and not as a requisition of nobody's", () => {
    const from = (type: string, ref: string): string =>
      last({ purchases: ORDERS + row(type, `3   3.33  -       -    -    -     ${ref}`) });
    expect([from("RK", "CG-1"), from("CG", "QG-1")]).toEqual(["13 11.29", "6 10.59"]);
  });

  it("stays a draft where it refers to lines of several rates", () => {
    const purchases = RECEIPTS + row("CT", "5   3.33  -       -    -    -     RK-1;RK-2");
    expect(last({ purchases })).toBe("MIXED_RATES 3");
  });

  it("is taxed by itself where it is freight, whatever the rates of the goods it is for", () => {
    const freight = row("FT", "-   -     -       10   -    -     RK-1;RK-2").replace(" A ", " - ");
    expect(last({ purchases: RECEIPTS + freight })).toBe("0 10");
  });
});
