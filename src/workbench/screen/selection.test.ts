import { areaName } from "../../engine/address";
import { farCorner, filledPart, single, spanned, stepped, wholeColumns, wholeRows } from "./selection";

const at = (row: number, column: number) => ({ row, column });

describe("the selection", () => {
  it("spans from the active cell to another, whichever way", () => {
    expect(areaName(spanned(at(4, 3), at(1, 1)).area)).toBe("B2:D5");
    expect(spanned(at(4, 3), at(1, 1)).active).toEqual(at(4, 3));
  });

  it("grows and shrinks at the corner across from the active cell", () => {
    expect(farCorner(spanned(at(4, 3), at(1, 1)))).toEqual(at(1, 1));
    expect(farCorner(spanned(at(1, 1), at(4, 3)))).toEqual(at(4, 3));
    expect(farCorner(single(at(2, 2)))).toEqual(at(2, 2));
  });

  it("stays on the sheet", () => {
    expect(stepped(at(0, 0), { down: -1, right: -1 })).toEqual(at(0, 0));
    expect(stepped(at(1_048_575, 16_383), { down: 1, right: 1 })).toEqual(at(1_048_575, 16_383));
  });

  it("takes whole rows and columns, of which only the filled part is worked on", () => {
    expect(areaName(wholeRows(3, 1).area)).toBe("A2:XFD4");
    expect(areaName(filledPart(wholeColumns(1, 1).area, at(9, 4)))).toBe("B1:B9");
    expect(areaName(filledPart(wholeRows(20, 20).area, at(9, 4)))).toBe("A21:D21");
  });
});
