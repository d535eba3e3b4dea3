import { deskAt } from "../../test/support/posted";
import { columnValues, reportChoices } from "./report-choices";
import { runReport } from "./run-report";

const book = {
  items: [
    { code: "A", name: "Bolt", unit: "个", category: "Metal", 材质: "steel" },
    { code: "B", name: "Rope", unit: "m", category: "Textile" },
  ],
  warehouses: [{ code: "W1", name: "Main" }],
  partners: [{ code: "C", name: "Customer", kind: "customer" }],
  sales: [
    { type: "CK", date: "2026-01-05", partner: "C", warehouse: "W1", item: "B", qty: 1, price: 9 },
    { type: "CK", date: "2026-02-05", partner: "C", warehouse: "W1", item: "A", qty: 1, price: 9 },
  ],
};

describe("what reports can be asked for", () => {
  it("is the members of the masters by code and name", async () => {
    const { value } = await reportChoices(deskAt(book));
    expect(value?.members.items).toEqual([
      { code: "A", name: "Bolt" },
      { code: "B", name: "Rope" },
    ]);
    expect(value?.members.partners).toEqual([{ code: "C", name: "Customer" }]);
  });

  it("is columns that a pivot takes, each of them, a user's own too, and no figures", async () => {
    const { value } = await reportChoices(deskAt(book));
    const names = value?.columns.sales.map(({ name }) => name) ?? [];
    expect(names).toEqual(
      expect.arrayContaining(["month", "type", "itemName", "item.category", "item.材质"]),
    );
    expect(names).not.toContain("qty");
    for (const rows of names) {
      const { findings } = await runReport(deskAt(book), {
        code: "sales-pivot",
        params: { rows },
        sheet: false,
      });
      expect([rows, findings]).toEqual([rows, []]);
    }
  });

  it("is the values that stand in a column, each once, in order", async () => {
    const { value } = await columnValues(deskAt(book), "sales", "item.category");
    expect(value?.values).toEqual(["Metal", "Textile"]);
  });

  it("is nothing where a column is not there", async () => {
    const { value, findings } = await columnValues(deskAt(book), "sales", "colour");
    expect([value, findings.map(({ code }) => code)]).toEqual([null, ["BAD_STEP"]]);
  });
});
