import { rowsIn, textsOf } from "./posted-cells";

const MOST = 32_767;

describe("the rows of a document in the log", () => {
  const rows = Array.from({ length: 600 }, (_, i) => ({
    item: `ITEM-${String(i)}`,
    qty: i,
    rowId: `row ${String(i)}`,
  }));

  it("go into as many cells as hold them with what is told beside them, and none is lost", () => {
    const beside = (some: readonly object[]) => ({
      costings: some.map(() => "moving-average and much more"),
    });
    const texts = textsOf({ table: "sales", rows }, beside);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(MOST);
    expect(texts.flatMap((text) => rowsIn(text)?.rows ?? [])).toEqual(rows);
    const alone = textsOf({ table: "sales", rows });
    expect(alone.length).toBeLessThan(texts.length);
  });
});
