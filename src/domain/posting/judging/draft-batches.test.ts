import { preparedDrafts } from "../../../../test/support/typed-drafts";

describe("a batch that is costed by itself", () => {
  it("is put into no row, and the one to go first is named where a row lacks it", () => {
    const { findingsOf } = preparedDrafts({
      items: "code costing\nA batch",
      warehouses: "code\nMAIN",
      partners: "code\nP",
      batches: "item batch expires\nA X 2027-06-30\nA Y 2027-03-31\nA Z 2027-01-31",
      purchases: `
        type date       draft partner warehouse item qty price batch
        RK   2026-01-05 a     P       MAIN      A    5   4     X
        RK   2026-01-05 b     P       MAIN      A    5   4     Y
        RK   2026-01-05 c     P       MAIN      A    1   4     Z`,
      sales: `
        type date       draft partner warehouse item qty price
        CK   2026-01-06 d     P       MAIN      A    2   9
        CK   2026-01-06 e     P       MAIN      A    6   9`,
    });
    const errors = [...findingsOf.values()].flat().filter(({ severity }) => severity === "error");
    expect(errors).toMatchObject([
      { code: "REQUIRED", row: 1, column: "batch", facts: { batch: "Y", expires: "2027-03-31" } },
      { code: "REQUIRED", row: 2, column: "batch", facts: {} },
    ]);
  });
});
