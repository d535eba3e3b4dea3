import fc from "fast-check";
import { doubledIds } from "./row-ids";

function wanted(ids: readonly string[]): readonly unknown[] {
  return ids.flatMap((id, row) => {
    const first = ids.indexOf(id);
    return id === "" || first === row ? [] : [{ row, first }];
  });
}

const table = fc.array(fc.string({ maxLength: 2 }), { maxLength: 12 });
const ordered = table.map((ids) => [...new Set(ids)].sort((a, b) => (a < b ? -1 : 1)));

describe("row ids given twice", () => {
  it.each([
    ["in any order", table],
    ["ascending in each table", ordered],
  ])("are found in one table or in two, blanks aside, %s", (_, one) => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (tables) => {
        const ids = tables.flat();
        const offsets = [0, ...tables.map((_each, i) => tables.slice(0, i + 1).flat().length)];
        expect(doubledIds(ids, offsets)).toEqual(wanted(ids));
      }),
    );
  });
});
