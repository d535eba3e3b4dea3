import fc from "fast-check";
import { doubledIds } from "./row-ids";

describe("row ids given twice", () => {
  it("are found wherever they stand, blanks aside", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 })), (ids) => {
        const wanted = ids.flatMap((id, row) => {
          const first = ids.indexOf(id);
          return id === "" || first === row ? [] : [{ row, first }];
        });
        expect(doubledIds(ids)).toEqual(wanted);
      }),
    );
  });
});
