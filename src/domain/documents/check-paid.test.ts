import { preparedDrafts } from "../../../test/support/typed-drafts";

const masters = {
  items: `
    code kind
    W    service`,
  partners: `
    code kind
    C1   customer`,
  accounts: `
    code
    K1`,
};

function told(row: string): readonly unknown[] {
  const sales = `
      type date       draft partner item qty price taxRate account paid
      LS   2026-01-05 a     ${row}`;
  const found = [...preparedDrafts({ ...masters, sales }).findingsOf.values()].flat();
  return found.map(({ code, column, facts }) => [code, column, facts]);
}

describe("a counter sale that is paid in part", () => {
  it("asks who owes the rest, and says what it comes to, what is paid and what is open", () => {
    const facts = { total: 10.17, paid: 9, owed: 1.17 };
    expect(told("-       W    1   9     13      K1      9")).toEqual([["REQUIRED", "partner", facts]]);
  });

  it("asks nothing where all of it is paid, or somebody owes the rest", () => {
    expect(told("-       W    1   9     13      K1      10.17")).toEqual([]);
    expect(told("C1      W    1   9     13      K1      9")).toEqual([]);
  });
});
