import { Bits } from "./bits";
import { Column } from "./column";

describe("column", () => {
  it("hands out blanks where nothing was written, however far the next cell is", () => {
    const column = new Column();
    column.set(2, "a");
    column.set(1_000_000, "z");
    expect(column.cells(0, 4)).toEqual([null, null, "a", null]);
    expect(column.cells(999_999, 1_000_002)).toEqual([null, "z", null]);
    expect([column.nextFilled(0), column.nextFilled(3), column.nextFilled(1_000_001)]).toEqual([
      2, 1_000_000, -1,
    ]);
  });

  it("remembers the style of a cell far below, also when others catch up", () => {
    const column = new Column();
    column.setStyle(9_000, 7);
    expect([column.style(9_000), column.style(8_999)]).toEqual([7, -1]);
    for (let row = 0; row < 10_000; row++) if (row !== 9_000) column.setStyle(row, 1);
    expect([column.style(9_000), column.style(8_999)]).toEqual([7, 1]);
  });
});

describe("bits", () => {
  it("finds its members in order", () => {
    const bits = new Bits();
    for (const member of [0, 31, 32, 1_000, 99_999]) bits.add(member);
    bits.add(31);
    const found: number[] = [];
    for (let at = bits.next(0); at >= 0; at = bits.next(at + 1)) found.push(at);
    expect(found).toEqual([0, 31, 32, 1_000, 99_999]);
    expect([bits.size, bits.last(), bits.has(33), bits.next(100_000)]).toEqual([5, 99_999, false, -1]);
  });
});
