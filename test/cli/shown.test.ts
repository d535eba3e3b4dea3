import { writeFileSync } from "node:fs";
import path from "node:path";
import { little, receipt, taizhang, testFolder } from "./terminal";

const folder = testFolder();
const book = path.join(folder, "book.json");
const said = (...words: readonly string[]): string => taizhang(words).out;

describe("an answer in a terminal", () => {
  beforeAll(() => {
    const items = [
      { code: "bolt", name: "Bolt", category: "Metal" },
      { code: "nut", name: "Nut", category: "Metal" },
    ];
    const purchases = [receipt, { ...receipt, type: null, date: null, partner: null, item: "nut" }];
    writeFileSync(book, JSON.stringify({ ...little, items, purchases }));
  });

  it("is a sentence where there is nothing to show", () => {
    expect(said("check", book)).toBe("Nothing was found.\n");
    expect(said("post", book)).toMatch(/^posted {2}RK-20260105-0001/);
    expect(said("post", book)).toBe("There are no drafts to post.\n");
    expect(said("verify", book)).toBe("The self-check holds.\n");
    said("recompute", book);
    expect(said("recompute", book)).toBe("The derived tables are up to date.\n");
    expect(said("table", book, "sales")).toBe("There are no rows.\n");
    expect(said("convert", book, path.join(folder, "copy"))).toBe("The book is converted.\n");
  });

  it("to a call for help lists reports with their parameters, tables, and examples of steps", () => {
    expect(said("report", "--help", "--lang", "en-US")).toMatch(
      /open-items +Open items\n.*side=receivable\|payable/i,
    );
    expect(said("table", "--help", "--lang", "en-US")).toMatch(/stockBalances/);
    expect(said("run", "--help")).toMatch(/"verb":"post"/);
    expect(said("demo", "--help", "--lang", "en-US")).toMatch(/sample/);
  });

  it("is one total at the foot of a pivot, named as one, with its subtotals and without levels", () => {
    const asked = ["--param", "rows=category,item", "--param", "columns=month", "--param", "measure=net"];
    expect(said("report", book, "purchase-pivot", ...asked)).toBe(
      [
        "Category  Item code  2026-01 Net amount  Total Net amount",
        "--------  ---------  ------------------  ----------------",
        "Metal     bolt                    25.00             25.00",
        "Metal     nut                     25.00             25.00",
        "Metal     Subtotal                50.00             50.00",
        "--------  ---------  ------------------  ----------------",
        "Total                             50.00             50.00",
        "",
      ].join("\n"),
    );
  });
});
