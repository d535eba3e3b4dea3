import { preparedDrafts } from "../../../test/support/typed-drafts";

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
    C1   customer
    S1   supplier
    B1   both`,
};

/** The codes found in each draft that has findings, and how many can be posted. */
function found(sheets: Readonly<Record<string, string>>) {
  const { findingsOf, accepted } = preparedDrafts({ ...masters, ...sheets });
  return {
    codes: [...findingsOf.values()].map((list) => list.map(({ code }) => code)),
    posted: accepted.length,
  };
}

describe("the partner of a draft", () => {
  it("is warned of where only a customer sells to us or only a supplier buys, and posted all the same", () => {
    const purchases = `
      type date       partner warehouse item qty price
      RK   2026-01-05 C1      MAIN      bolt 2   3
      RK   2026-01-05 S1      MAIN      bolt 2   3
      RK   2026-01-05 B1      MAIN      bolt 2   3`;
    const sales = `
      type date       partner warehouse item qty price
      CK   2026-01-06 S1      MAIN      bolt 1   3
      CK   2026-01-06 C1      MAIN      bolt 1   3`;
    expect(found({ purchases, sales })).toEqual({ codes: [["PARTNER_KIND"], ["PARTNER_KIND"]], posted: 5 });
  });
});

describe("an external number", () => {
  it("is warned of where another document of its partner and type bears it, posted or before it", () => {
    const purchases = `
      status rowId number type date       draft partner warehouse item qty price externalNo
      posted r1    RK-1   RK   2026-01-05 -     S1      MAIN      bolt 2   3     DN-1
      void   r2    RK-2   RK   2026-01-05 -     S1      MAIN      bolt 2   3     DN-2
      -      -     -      RK   2026-01-06 a     S1      MAIN      bolt 2   3     DN-1
      -      -     -      RK   2026-01-06 b     B1      MAIN      bolt 2   3     DN-1
      -      -     -      RK   2026-01-06 c     S1      MAIN      bolt 2   3     DN-2
      -      -     -      RK   2026-01-06 c     S1      MAIN      bolt 1   3     DN-2
      -      -     -      RK   2026-01-06 d     S1      MAIN      bolt 1   3     DN-2`;
    expect(found({ purchases })).toEqual({
      codes: [["EXTERNAL_NO_TWICE"], ["EXTERNAL_NO_TWICE"]],
      posted: 4,
    });
  });
});

describe("a service", () => {
  it("stands in no document that only moves stock", () => {
    const stock = `
      type date       draft warehouse toWarehouse item qty counted
      PD   2026-01-05 a     MAIN      -           work -   2
      QR   2026-01-05 b     MAIN      -           work 2   -
      QC   2026-01-05 c     MAIN      -           work 2   -
      BS   2026-01-05 d     MAIN      -           work 2   -`;
    const codes = Array.from({ length: 4 }, () => ["NOT_STOCKED"]);
    expect(found({ stock })).toEqual({ codes, posted: 0 });
  });
});
