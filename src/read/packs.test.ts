import { preparedDrafts } from "../../test/support/typed-drafts";

const masters = {
  items: `
    code barcode
    bolt 690001
    nut  690002`,
  units: `
    item unit numerator denominator barcode
    bolt box  12        1           690011
    nut  bag  100       1           690002`,
  warehouses: `
    code
    MAIN`,
};

/** Item, unit and stock quantity of every line, and what is found. */
function read(stock: string) {
  const { ledgers, findingsOf } = preparedDrafts({ ...masters, stock });
  const { lines, masters: known } = ledgers.book;
  const goods = Array.from(lines.item, (item, line) => {
    const code = item === -1 ? "-" : known.items[item].code;
    return `${code} ${lines.unit[line]} ${String(ledgers.quantities.base[line] / 1e6)}`;
  });
  return {
    goods,
    found: [...findingsOf.values()].flat().map(({ code, facts }) => `${code} ${String(facts["codes"])}`),
  };
}

describe("the barcode of a unit typed for an item", () => {
  it("means the item and, unless another is typed, the unit", () => {
    const stock = `
      type date       draft warehouse item   unit qty value
      QR   2026-01-05 a     MAIN      690011 -    2   10
      QR   2026-01-05 b     MAIN      690011 box  2   10
      QR   2026-01-05 c     MAIN      690001 -    2   10`;
    expect(read(stock)).toEqual({ goods: ["bolt box 24", "bolt box 24", "bolt  2"], found: [] });
  });

  it("is told where an item bears it too", () => {
    const stock = `
      type date       draft warehouse item   unit qty value
      QR   2026-01-05 a     MAIN      690002 -    2   10`;
    expect(read(stock).found).toEqual(["AMBIGUOUS_NAME nut, nut"]);
  });
});
