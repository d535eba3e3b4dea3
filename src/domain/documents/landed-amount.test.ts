import { boltMasters } from "../../../test/support/bolt-masters";
import { preparedDrafts } from "../../../test/support/typed-drafts";

function found(amounts: string, cells: string): readonly string[] {
  const purchases = `
    status rowId number type date       draft partner warehouse item qty price net total ref  ${amounts}
    posted r1    RK-1   RK   2026-01-05 -     S1      MAIN      bolt 10  4     40  40    -    -
    -      -     -      FT   2026-01-06 a     S1      -         -    -   -     -   -     RK-1 ${cells}`;
  const { findingsOf } = preparedDrafts({ ...boltMasters, purchases });
  return [...findingsOf.values()].flat().map(({ code, column }) => `${code} ${String(column)}`);
}

describe("freight", () => {
  it("must say its amount, and takes none over from the goods it brought", () => {
    expect(found("note", "-")).toEqual(["REQUIRED net"]);
    expect(found("taxRate", "9")).toEqual(["REQUIRED net"]);
  });
});
