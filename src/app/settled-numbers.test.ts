import { bookAt, deskAt } from "../../test/support/posted";
import type { Desk } from "./desk";
import { postDrafts } from "./post-drafts";

const N1 = "RK-20260105-0001";
const N2 = "RK-20260105-0002";

describe("a number that somebody else gives while a post is on its way", () => {
  const theirs = {
    type: "RK",
    date: "2026-01-05",
    warehouse: "MAIN",
    partner: "T",
    item: "nut",
    qty: 5,
    price: 1,
  };
  const posted = { net: 5, tax: 0, total: 5, line: 1, status: "posted", number: N1 };

  /** A desk over whose workbook another puts a posted row just before the first patch. */
  function meanwhile(rowId: string): Desk {
    let count = 0;
    const newId = (): string => `01K10${String(++count).padStart(21, "0")}`;
    const at = deskAt({
      items: [{ code: "nut" }],
      warehouses: [{ code: "MAIN" }],
      partners: [{ code: "T" }],
      purchases: [theirs],
    });
    const desk = { ...at, moment: { ...at.moment, newId } };
    let isFirst = true;
    const apply: Desk["workbook"]["apply"] = async (changes, course) => {
      const row = { ...theirs, ...posted, rowId };
      const columns = Object.entries(row).map(([header, cell]) => ({ header, cells: [cell] }));
      if (isFirst) await desk.workbook.apply([{ do: "append", table: "purchases", count: 1, columns }]);
      isFirst = false;
      await desk.workbook.apply(changes, course);
    };
    return { ...desk, workbook: { ...desk.workbook, apply } };
  }

  it.each([
    ["is changed at once where ours came later", "01K09", N2],
    ["is left to ours where theirs came later", "01K11", N1],
  ])("%s", async (_, rowId, number) => {
    const desk = meanwhile(rowId.padEnd(26, "0"));
    const { value, findings } = await postDrafts(desk, { only: null, dryRun: false });
    expect(value?.posted).toMatchObject([{ number }]);
    expect(findings.filter(({ code }) => code === "NUMBER_CHANGED")).toMatchObject([
      { facts: { was: N1, number: N2 } },
    ]);
    const numbers = ((await bookAt(desk))["purchases"] ?? []).map((row) => row["number"]);
    expect(numbers.toSorted()).toEqual([N1, N2]);
  });
});
