import type { JsonBook, Row } from "../../../../test/oracle/oracle-book";
import { bookAt, deskAt, figuresOf } from "../../../../test/support/posted";
import { enterRows } from "../../../app/enter-rows";
import { postDrafts } from "../../../app/post-drafts";
import { reverseDocument } from "../../../app/reverse-document";

const book: JsonBook = {
  items: [{ code: "bolt" }],
  warehouses: [{ code: "W" }],
  partners: [
    { code: "S", kind: "supplier" },
    { code: "C", kind: "customer" },
  ],
};

type Desk = ReturnType<typeof deskAt>;
type Table = "purchases" | "sales";

/** A row of January: type, day, quantity, price, and what it refers to. */
function row(type: string, day: number, rest: Row): Row {
  const date = `2026-01-${String(day).padStart(2, "0")}`;
  return { type, date, item: "bolt", warehouse: "W", ...rest };
}

const bought = (type: string, day: number, rest: Row): Row => row(type, day, { partner: "S", ...rest });
const sold = (type: string, day: number, rest: Row): Row => row(type, day, { partner: "C", ...rest });

async function post(desk: Desk, rows: readonly Row[]): Promise<void> {
  for (const one of rows) {
    const table: Table = one["partner"] === "S" ? "purchases" : "sales";
    await enterRows(desk, { table, rows: [one] });
    const { value } = await postDrafts(desk, { only: null, dryRun: false });
    expect(value?.refused).toEqual([]);
  }
}

async function after(rows: readonly Row[], settings: readonly Row[] = []): Promise<Desk> {
  const desk = deskAt({ ...book, settings });
  await post(desk, rows);
  return desk;
}

/** What is open of a side, what is there and what it is worth, and what went beside both. */
async function told(desk: Desk, side: string) {
  const { report, failures } = await figuresOf(await bookAt(desk));
  expect(failures).toEqual([]);
  const sum = (code: string, column: string, asked = {}): number =>
    report(code, asked).reduce((all, each) => all + Number(each[column]), 0);
  return {
    open: sum("open-items", "open", { side }),
    stock: report("stock-on-hand").map(({ qty, value }) => [qty, value]),
    differences: report("cost-differences").map(({ type, cause, amount }) => [type, cause, amount]),
  };
}

const RK = bought("RK", 1, { qty: 10, price: 4 });
const CF = bought("CF", 2, { qty: 10, price: 5, ref: "RK-20260101-0001" });
const CT = bought("CT", 3, { qty: 3, price: 5, ref: "RK-20260101-0001" });
const red = (qty: number, price: number, day = 4): Row =>
  bought("CF", day, { qty: -qty, price, ref: "RK-20260101-0001" });

describe("a red invoice of a supplier", () => {
  it.each(["receipt", "invoice"])(
    "of goods that went back credits what their return did, where debts arise on %s",
    async (on) => {
      const desk = await after([RK, CF, CT, red(3, 5)], [{ key: "payableOn", value: on }]);
      expect(await told(desk, "payable")).toEqual({ open: 35, stock: [[7, 35]], differences: [] });
    },
  );

  it("at another price than the return is what is credited; goods that stay cost what they did", async () => {
    const desk = await after([RK, CF, CT, red(3, 4.5)]);
    const differences = [["CF", "returned", 1.5]];
    expect(await told(desk, "payable")).toEqual({ open: 36.5, stock: [[7, 35]], differences });
    const reversal = { number: "CF-20260104-0001", date: "2026-01-05", reason: "", dryRun: false };
    expect((await reverseDocument(desk, reversal)).value).not.toBeNull();
    const back = await told(desk, "payable");
    expect(back).toMatchObject({ open: 35, stock: [[7, 35]] });
    expect(back.differences.reduce((sum, each) => sum + Number(each[2]), 0)).toBe(0);
  });

  it("of more than went back takes the rest off what was invoiced, which may be invoiced anew", async () => {
    const desk = await after([RK, CF, CT, red(10, 5)]);
    // 3 went back at 5.00; 7 are owed at the receipt's 4.00 again
    expect(await told(desk, "payable")).toMatchObject({ open: 28 });
    await post(desk, [bought("CF", 5, { qty: 7, price: 6, ref: "RK-20260101-0001" })]);
    expect(await told(desk, "payable")).toMatchObject({ open: 42 });
  });

  it("of goods that went back before they were invoiced credits them once as well", async () => {
    const early = bought("CT", 2, { qty: 3, price: 4, ref: "RK-20260101-0001" });
    const late = bought("CF", 3, { qty: 10, price: 5, ref: "RK-20260101-0001" });
    expect(await told(await after([RK, early, late, red(3, 5)]), "payable")).toEqual({
      open: 35,
      stock: [[7, 35]],
      differences: [
        ["CT", "returned", 3],
        ["CF", "returned", -3],
      ],
    });
  });
});

describe("a red invoice to a customer", () => {
  it.each(["delivery", "invoice"])(
    "of goods that came back credits what their return did, where debts arise on %s",
    async (on) => {
      const rows = [
        RK,
        sold("CK", 2, { qty: 10, price: 9 }),
        sold("XF", 3, { qty: 10, price: 10, ref: "CK-20260102-0001" }),
        sold("XT", 4, { qty: 3, price: 10, ref: "CK-20260102-0001" }),
        sold("XF", 5, { qty: -3, price: 10, ref: "CK-20260102-0001" }),
      ];
      const desk = await after(rows, [{ key: "receivableOn", value: on }]);
      expect(await told(desk, "receivable")).toMatchObject({ open: 70, stock: [[3, 12]] });
      const { report } = await figuresOf(await bookAt(desk));
      expect(report("gross-profit")).toMatchObject([{ qty: 7, net: 70, cost: 28, margin: 42 }]);
    },
  );
});
