import { protectSheet } from "../../src/engine/sheet-settings";
import type { Workbook as Book } from "../../src/engine/workbook";
import type { Moods } from "../../src/host/session/moods";
import type { Change } from "../../src/workbook/port";
import { bookOf, columnsOf, oneExcel, type OpenedInExcel, rowsAt, sales, stamp } from "./workbooks";

const openIn = oneExcel();

const totals = ["合计", null, { formula: "SUBTOTAL(109,Sales[qty])" }, null];

const append: Change = {
  do: "append",
  table: "Sales",
  count: 2,
  columns: columnsOf({ rowId: ["r4", "r5"], qty: [40, 50] }),
};

/** A table gets rows and a column in one patch. */
const wider: readonly Change[] = [
  { ...append, columns: columnsOf({ rowId: ["r4", "r5"], note: ["a", "b"] }) },
];

const shorter: readonly Change[] = [
  { do: "replace", table: "Sales", count: 1, columns: columnsOf({ qty: [7] }) },
];

const shown = { hasTotals: true, row: ["合计", null, "SUBTOTAL(109,Sales[qty])"] };

/** The totals row of the register as it stands: what its first cells say, the formula of its quantity. */
function totalsOf(book: Book) {
  const table = book.table("Sales");
  const end = table?.end ?? 0;
  const [sheet] = book.sheets;
  return {
    hasTotals: table?.hasTotals,
    row: [sheet.cell(end, 1), sheet.cell(end, 2), sheet.formula(end, 3)],
  };
}

/** Has every action of a patch fail in turn; what stands after each failure is looked at. */
async function eachFailure(
  changes: readonly Change[],
  fail: (moods: Moods, action: number) => void,
  look: (opened: OpenedInExcel, action: number) => Promise<void>,
): Promise<number> {
  for (let action = 1; ; action++) {
    const opened = openIn(bookOf({ ...sales, totals }));
    fail(opened.host.moods, action);
    await opened.workbook.apply(changes).catch(() => undefined);
    const { actions } = opened.host.counters;
    opened.host.moods.clearFailure();
    await look(opened, action);
    if (actions < action) return action;
  }
}

describe("the totals row of a table that changes its size", () => {
  it.each([
    ["longer", [append]],
    ["longer and wider", wider],
    ["shorter", shorter],
  ] as readonly (readonly [string, readonly Change[]])[])(
    "is as it was, whatever action of a patch that makes it %s fails",
    async (_, changes) => {
      const actions = await eachFailure(
        changes,
        (moods, action) => moods.failAt(action),
        async ({ book, workbook }, action) => {
          expect({ action, ...totalsOf(book) }).toEqual({ action, ...shown });
          expect((await rowsAt(workbook, "Sales"))[0][0]).toBe("r1");
        },
      );
      expect(actions).toBeGreaterThan(20);
    },
  );

  it.each([
    ["longer", [append]],
    ["longer and wider", wider],
    ["shorter", shorter],
  ] as readonly (readonly [string, readonly Change[]])[])(
    "that could not be set up again, after any action of a patch that makes it %s, is with the next patch",
    async (_, changes) => {
      let left = 0;
      await eachFailure(
        changes,
        (moods, action) => moods.failFrom(action),
        async ({ book, workbook, host }, action) => {
          if (totalsOf(book).hasTotals !== true) left++;
          await workbook.apply([{ ...stamp, rows: [0], columns: columnsOf({ status: ["posted"] }) }]);
          expect({ action, ...totalsOf(book) }).toEqual({ action, ...shown });
          expect(host.settings.entries()).toEqual([]);
        },
      );
      expect(left).toBeGreaterThan(0);
    },
  );

  it("waits where the sheet is protected by then, and keeps what somebody has written into it", async () => {
    const { book, host, workbook } = openIn(
      bookOf({ ...sales, totals }, { name: "Other", rows: [["a"], [1]] }),
    );
    const [sheet] = book.sheets;
    host.settings.set(
      "taizhang.totals.Sales",
      JSON.stringify(["合计", "was", "=SUBTOTAL(109,Sales[qty])", ""]),
    );
    sheet.write(6, 2, "theirs");
    sheet.write(6, 3, null);
    protectSheet(sheet, { allowed: [], password: "" });
    const other: Change = { do: "stamp", table: "Other", rows: [0], columns: columnsOf({ a: [2] }) };
    await workbook.apply([other]);
    expect(sheet.formula(6, 3)).toBeNull();
    protectSheet(sheet, null);
    await workbook.apply([other]);
    expect(totalsOf(book).row).toEqual(["合计", "theirs", "SUBTOTAL(109,Sales[qty])"]);
    expect(host.settings.entries()).toEqual([]);
  });
});
