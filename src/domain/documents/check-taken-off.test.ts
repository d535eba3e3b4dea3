import { boltMasters } from "../../../test/support/bolt-masters";
import { preparedDrafts } from "../../../test/support/typed-drafts";

function found(purchases: string): readonly string[] {
  const { findingsOf } = preparedDrafts({ ...boltMasters, purchases });
  return [...findingsOf.values()]
    .flat()
    .map(
      ({ code, row, column, facts }) => `${String(row)} ${String(column)} ${code} ${JSON.stringify(facts)}`,
    );
}

describe("what is taken off a document", () => {
  it("is told where it is typed when it is more than the document, or the line, comes to", () => {
    const purchases = `
      type date       draft partner warehouse item qty price taxRate discountAmount documentDiscount
      RK   2026-01-05 a     S1      MAIN      bolt 10  4     13      -              50
      RK   2026-01-05 a     S1      MAIN      bolt 1   4     13      -              -
      RK   2026-01-05 b     S1      MAIN      bolt 10  4     13      41             -
      RK   2026-01-05 c     S1      MAIN      bolt 10  4     13      4              36`;
    expect(found(purchases)).toEqual([
      '1 documentDiscount OUT_OF_RANGE {"value":50,"least":0,"most":44}',
      '3 discountAmount OUT_OF_RANGE {"value":41,"least":0,"most":40}',
    ]);
  });
});
