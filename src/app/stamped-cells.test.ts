import { bookAt, deskAt } from "../../test/support/posted";
import { enterRows } from "./enter-rows";
import { postDrafts } from "./post-drafts";

describe("cells that only the program stamps", () => {
  it.each([
    [{ period: "2026-01", state: "closed" }, "state"],
    [{ period: "2026-01", state: "open", closedBy: "Li" }, "closedBy"],
    [{ period: "2026-01", closedAt: "2026-02-01T08:00:00" }, "closedAt"],
  ])("of a period are not entered: only closing says them", async (row, column) => {
    const desk = deskAt({});
    const { value, findings } = await enterRows(desk, { table: "periods", rows: [row] });
    expect(value).toBeNull();
    expect(findings).toMatchObject([{ code: "BAD_STEP", facts: { what: column } }]);
    expect((await bookAt(desk))["periods"] ?? []).toEqual([]);
  });

  it("of the log are not entered", async () => {
    const rows = [{ number: "RK-20260101-0001", action: "post" }];
    const { value, findings } = await enterRows(deskAt({}), { table: "log", rows });
    expect(value).toBeNull();
    expect(findings.map(({ code, facts }) => [code, facts["what"]])).toEqual(
      expect.arrayContaining([
        ["BAD_STEP", "number"],
        ["BAD_STEP", "action"],
      ]),
    );
  });

  it("may say that a period is open, as it is without", async () => {
    const rows = [{ period: "2026-01", from: "2026-01-01", to: "2026-01-31", state: "open" }];
    expect((await enterRows(deskAt({}), { table: "periods", rows })).findings).toEqual([]);
  });
});

describe("the number of a document", () => {
  it("is never given again, though its rows lost number, stamps and row IDs by hand", async () => {
    const row = {
      type: "RK",
      date: "2026-01-05",
      partner: "S",
      item: "bolt",
      warehouse: "W",
      qty: 2,
      price: 3,
    };
    const book = {
      items: [{ code: "bolt" }],
      warehouses: [{ code: "W" }],
      partners: [{ code: "S", kind: "supplier" }],
      purchases: [row],
    };
    const desk = deskAt(book);
    await postDrafts(desk, { only: null, dryRun: false });
    const before = await bookAt(desk);
    const cleared = deskAt({ ...before, purchases: [row] });
    const { value } = await postDrafts(cleared, { only: null, dryRun: false });
    expect(value?.posted.map(({ number }) => number)).toEqual(["RK-20260105-0002"]);
  });
});
