import { postedTexts, rowsIn, type RowsAt } from "./posted-cells";

const MOST = 32_767;

describe("the rows of a document in the log", () => {
  const rows = Array.from({ length: 600 }, (_, i) => ({
    item: `ITEM-${String(i)}`,
    qty: i,
    rowId: `row ${String(i)}`,
  }));
  const columns = (["item", "qty", "rowId"] as const).map((id) => ({
    id,
    values: rows.map((row) => row[id]),
  }));
  const told = { table: "sales", columns };
  const places = rows.map((_, i) => i);

  it("go into as many cells as hold them with what is told beside them, and none is lost", () => {
    const beside = ({ at }: RowsAt) =>
      `"costings":${JSON.stringify(at.map(() => "moving-average and much more"))}`;
    const texts = postedTexts({ ...told, beside })(places);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(MOST);
    expect(texts.flatMap((text) => rowsIn(text)?.rows ?? [])).toEqual(rows);
    const alone = postedTexts(told)(places);
    expect(alone.length).toBeLessThan(texts.length);
  });

  it("name the columns that the first row fills, then those that others add, and leave blank cells null", () => {
    const values = [
      { id: "item", values: ["bolt", "nut", null] },
      { id: "batch", values: [null, "B1", null] },
      { id: "qty", values: [2, 0.5, 3] },
      { id: "note", values: [null, null, null] },
    ];
    const texts = postedTexts({ table: "sales", columns: values });
    expect(texts([1, 0])).toEqual([
      '{"table":"sales","columns":["item","batch","qty"],"rows":[["nut","B1",0.5],["bolt",null,2]]}',
    ]);
    expect(texts([0, 1, 2])).toEqual([
      '{"table":"sales","columns":["item","qty","batch"],"rows":[["bolt",2,null],["nut",0.5,"B1"],[null,3,null]]}',
    ]);
    expect(texts([2])).toEqual(['{"table":"sales","columns":["qty"],"rows":[[3]]}']);
  });
});
