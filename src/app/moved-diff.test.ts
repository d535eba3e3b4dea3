import { deskAt } from "../../test/support/posted";
import { amendDocument } from "./amend-document";
import { postDrafts } from "./post-drafts";

const receipt = {
  type: "RK",
  date: "2026-01-05",
  partner: "S",
  warehouse: "W1",
  item: "A",
  qty: 10,
  price: 4,
};

describe("the diff of a correction", () => {
  it("tells what goods moved before to another warehouse are worth there by now", async () => {
    const desk = deskAt({
      items: [{ code: "A" }],
      warehouses: [{ code: "W1" }, { code: "W2" }],
      partners: [{ code: "S", kind: "supplier" }],
      purchases: [receipt],
      stock: [
        { type: "DB", date: "2026-01-10", warehouse: "W1", toWarehouse: "W2", item: "A", qty: 6 },
        {
          type: "DC",
          draft: "c",
          rowId: "C1",
          date: "2026-01-11",
          warehouse: "W1",
          toWarehouse: "W2",
          item: "A",
          qty: 3,
        },
        { type: "DR", draft: "d", date: "2026-01-12", warehouse: "W2", item: "A", qty: 2, ref: "C1" },
      ],
    });
    await postDrafts(desk, { only: null, dryRun: false });
    const set = [{ line: 1, column: "price", value: 6 }];
    const { value } = await amendDocument(desk, {
      number: "RK-20260105-0001",
      set,
      reason: "",
      dryRun: true,
    });
    const moved = value?.diff.filter(({ column }) => column === "moved") ?? [];
    expect(moved.map((change) => [change.number, change.old, change.new])).toEqual([
      ["DB-20260110-0001", 24, 36],
      ["DC-20260111-0001", 12, 18],
      ["DR-20260112-0001", 8, 12],
    ]);
  });
});
