import { typedBook } from "../../../test/support/book";
import { textOf } from "../../../test/support/run-report";
import { openItems } from "../reports/open-items";

const masters = {
  partners: `
    code kind
    C1   customer`,
  items: `
    code kind
    work service`,
};

describe("the lines of a posted document", () => {
  it("keep their order when the sheet is sorted, so that what its first row says still holds", () => {
    const { ledgers, view } = typedBook({
      ...masters,
      sales: `
        rowId type date       number line partner item qty net total due
        r2    XF   2026-01-05 XF-1   2    C1      work 1   7   7     -
        r1    XF   2026-01-05 XF-1   1    C1      work 1   5   5     2026-02-05`,
    });
    const rows = openItems.run(ledgers, {}, view).rows;
    expect(textOf(rows, "number due amount")).toEqual(["XF-1 2026-02-05 12"]);
  });
});
