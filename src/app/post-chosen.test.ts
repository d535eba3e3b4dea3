import { deskAt } from "../../test/support/posted";
import { checkDrafts } from "./check-drafts";
import { postChosen } from "./post-chosen";
import { postDrafts } from "./post-drafts";

const receipt = {
  type: "RK",
  date: "2026-01-01",
  partner: "V",
  warehouse: "W1",
  item: "A",
  qty: 10,
  price: 4,
};
const book = {
  items: [{ code: "A", unit: "个" }],
  warehouses: [{ code: "W1" }],
  partners: [{ code: "V", kind: "supplier" }],
  purchases: [receipt, { ...receipt, date: "2026-01-02", item: "Z" }],
};

describe("posting the drafts that were looked at", () => {
  it("leaves all others as they are, and tells what is the matter with them", async () => {
    const desk = deskAt(book);
    await checkDrafts(desk);
    const looked = await postDrafts(desk, { only: null, dryRun: true });
    const only = looked.value?.posted.map(({ draft }) => draft) ?? [];
    const { value, findings } = await postChosen(desk, only);
    expect(value).toMatchObject({ posted: [{ type: "RK" }], refused: [] });
    expect(findings.map(({ code, row }) => [code, row])).toEqual([["UNKNOWN_CODE", 2]]);
  });

  it("posts nothing of a mark that is gone", async () => {
    const desk = deskAt(book);
    const { value, findings } = await postChosen(desk, ["GONE"]);
    expect([value, findings.map(({ code }) => code)]).toEqual([null, ["BAD_STEP"]]);
  });
});
