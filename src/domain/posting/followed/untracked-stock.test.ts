import { typedBook } from "../../../../test/support/book";
import { untrackedStock } from "./untracked-stock";

const sheets = {
  items: `
    code serialized batched
    A    -          -
    B    -          yes
    L    yes        -`,
  warehouses: `
    code allowNegative
    W    yes`,
  partners: `
    code kind
    P    both`,
  settings: `
    key           value
    negativeStock allow`,
  purchases: `
    type date       number partner warehouse item qty net tax total batch serial
    RK   2026-01-02 RK-1   P       W         A    1   9   0   9     -     -
    RK   2026-01-02 RK-2   P       W         B    4   9   0   9     -     -
    RK   2026-01-02 RK-3   P       W         B    4   9   0   9     X     -
    RK   2026-01-02 RK-4   P       W         L    2   9   0   9     -     L1;L2`,
  sales: `
    type date       number partner warehouse item qty net tax total
    CK   2026-01-03 CK-1   P       W         A    3   9   0   9`,
};

function told(more: Readonly<Record<string, string>> = {}): readonly string[] {
  const found = untrackedStock(typedBook({ ...sheets, ...more }).ledgers);
  return found.map(({ table, row, column, facts }) =>
    [table, row, column, facts["item"], facts["warehouse"], facts["qty"]].join(" "),
  );
}

describe("goods of a tracked item", () => {
  it("that bear no batch are told where they came in last, those that bear one are not", () => {
    expect(told()).toEqual(["purchases 2 batch B W 4"]);
  });

  it("that are short when the item comes to be costed by batch are told, as nothing covers them any more", () => {
    const methodChange = `
      item period  method reason
      A    2026-02 batch  law`;
    expect(told({ methodChange })).toEqual(["sales 1 batch A W -2", "purchases 2 batch B W 4"]);
  });
});
