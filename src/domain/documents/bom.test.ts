import { bomFindings } from "./bom";

const items = ["set", "bolt", "nut", "box"].map((code) => ({ code }));

/** Rows of the bills of materials: parent and child by code. */
function bom(...rows: readonly (readonly [string, string])[]) {
  const at = (code: string): number => items.findIndex((item) => item.code === code);
  return rows.map(([parent, child], i) => ({
    ...{ row: i + 1, parent: at(parent), child: at(child) },
    ...{ qty: 1, scrapRate: null },
  }));
}

function loops(...rows: readonly (readonly [string, string])[]): readonly string[] {
  const found = bomFindings({ bom: bom(...rows), items });
  return found.map(({ code, row, facts }) => `${code} ${String(row)}: ${String(facts["parts"])}`);
}

describe("bills of materials", () => {
  it("are told where an item is made of itself, at once or through others, though nothing is made by them", () => {
    expect(loops(["set", "set"])).toEqual(["BOM_LOOP 1: set → set"]);
    expect(loops(["box", "set"], ["set", "bolt"], ["bolt", "nut"], ["nut", "set"])).toEqual([
      "BOM_LOOP 4: set → bolt → nut → set",
    ]);
  });

  it("may use one part for several products, and several ways to it", () => {
    expect(loops(["box", "set"], ["box", "bolt"], ["set", "bolt"], ["bolt", "nut"], ["set", "nut"])).toEqual(
      [],
    );
  });
});
