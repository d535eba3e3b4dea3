import { preparedDrafts } from "../../../test/support/typed-drafts";

const masters = {
  items: `
    code
    A
    P`,
  warehouses: `
    code kind
    MAIN -
    WI   inspect
    WR   reject
    WAY  transit`,
  partners: `
    code kind
    B1   both`,
  accounts: `
    code
    BANK`,
};

const openings = ["MAIN", "WI", "WR", "WAY"].map(
  (place, i) => `
    posted o${String(i)}    KZ-1   KZ   2026-01-01 ${place}      -           A    50  200   -         -`,
);
const STOCK = `
    status rowId number type date       warehouse toWarehouse item qty value counted   job${openings.join("")}`;

/** Where documents of a type may stand: at goods, goods to be inspected, rejects, goods on their way. */
const fits = [
  ["RK", "purchases", "yes yes yes no"],
  ["CT", "purchases", "yes yes yes no"],
  ["CG", "purchases", "yes yes yes no"],
  ["CK", "sales", "yes no no no"],
  ["LS", "sales", "yes no no no"],
  ["XS", "sales", "yes no no no"],
  ["XT", "sales", "yes yes yes no"],
  ["BJ", "sales", "yes yes yes yes"],
  ["LL", "stock", "yes no no no"],
  ["CP", "stock", "yes yes yes no"],
  ["QR", "stock", "yes yes yes no"],
  ["QC", "stock", "yes yes yes no"],
  ["BY", "stock", "yes yes yes no"],
  ["BS", "stock", "yes yes yes yes"],
  ["PD", "stock", "yes yes yes yes"],
  ["CB", "stock", "yes yes yes yes"],
  ["KZ", "stock", "yes yes yes yes"],
  ["DB", "stock", "yes yes yes yes"],
] as const;

function rowOf(type: string, table: string, place: string): string {
  if (table !== "stock")
    return `
      type date       draft partner warehouse item qty price account
      ${type}   2026-01-05 a     B1      ${place}      A    1   5     BANK`;
  const to = place === "MAIN" ? "WI" : "MAIN";
  const value = ["CB", "QR", "CP", "KZ"].includes(type) ? "4" : "-";
  const toWarehouse = type === "DB" ? to : "-";
  const qty = type === "PD" || type === "CB" ? "-" : "1";
  const counted = type === "PD" ? "50" : "-";
  return `${STOCK}
    -      n     -      ${type}   2026-01-05 ${place}      ${toWarehouse}           A    ${qty}   ${value}     ${counted}         J1`;
}

function isFit(type: string, table: string, place: string): string {
  const row = rowOf(type, table, place);
  const sheets = table === "stock" ? { stock: row } : { [table]: row, stock: STOCK };
  const { findingsOf } = preparedDrafts({ ...masters, ...sheets });
  const codes = [...findingsOf.values()].flatMap((list) => list.map(({ code }) => code));
  expect(codes.filter((code) => code !== "WAREHOUSE_UNFIT")).toEqual(
    codes.filter((code) => code === "NOT_TRACKED"),
  );
  return codes.includes("WAREHOUSE_UNFIT") ? "no" : "yes";
}

describe("the warehouse of a row", () => {
  it.each(fits)("is fit for %s where it deals in what lies there", (type, table, expected) => {
    const told = ["MAIN", "WI", "WR", "WAY"].map((place) => isFit(type, table, place));
    expect(told.join(" ")).toBe(expected);
  });

  it("is fit for what an assembly makes, be it to be inspected first, and not for what it takes", () => {
    const stock = `${STOCK}
    -      n1     -      ZX   2026-01-05 WI      -           P    1   -     -         -
    -      n2     -      ZX   2026-01-05 WR      -           A    1   -     -         -`;
    const { findingsOf } = preparedDrafts({ ...masters, stock });
    const found = [...findingsOf.values()].flat();
    expect(found.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["WAREHOUSE_UNFIT", 6, "warehouse"],
    ]);
  });
});
