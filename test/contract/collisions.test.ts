import { deleteTableRows, insertTableRows } from "../../src/engine/structure/table-lines";
import type { Workbook as Book } from "../../src/engine/workbook";
import type { Change } from "../../src/workbook/port";
import { bookOf, columnsOf, oneExcel, type OpenedInExcel, rowsAt, sales, stamp } from "./workbooks";

const openIn = oneExcel();

const expecting: Change = {
  ...stamp,
  expect: { key: "rowId", columns: columnsOf({ rowId: ["r1", "r3"], qty: [10, 30] }) },
};

const totals = ["合计", null, { formula: "SUBTOTAL(109,Sales[qty])" }, null];

/** Somebody else writes another quantity into the last row of the register. */
function theirs(book: Book): void {
  book.sheets[0].write(5, 3, 99);
}

/** Rows of the register are deleted by somebody else. */
function deleting(...rows: number[]): (book: Book) => void {
  return (book) => {
    const table = book.table("Sales");
    if (table !== null) deleteTableRows(book, table, rows);
  };
}

const untouched = [
  ["r1", "001", 10, "draft"],
  ["r2", "002", 20, "draft"],
  ["r3", "003", 99, "draft"],
];

describe("a patch that collides, once it is sent", () => {
  const edits = ({ host }: OpenedInExcel, milliseconds: number): void => {
    host.moods.isEditingCell = true;
    setTimeout(() => (host.moods.isEditingCell = false), milliseconds);
  };

  it("is taken back when the cell that is being edited is done with, and that is told; theirs stays", async () => {
    const opened = openIn(bookOf(sales));
    opened.editBefore(2, theirs);
    opened.editBefore(3, () => edits(opened, 50));
    await expect(opened.workbook.apply([expecting])).rejects.toMatchObject({ trouble: "changed", rows: [2] });
    expect(await rowsAt(opened.workbook, "Sales")).toEqual(untouched);
  });

  it("is taken back even where the user gives up waiting", async () => {
    const opened = openIn(bookOf(sales));
    const stop = new AbortController();
    opened.editBefore(2, theirs);
    opened.editBefore(3, () => {
      edits(opened, 100);
      setTimeout(() => stop.abort(new Error("given up")), 20);
    });
    const applying = opened.workbook.apply([expecting], { signal: stop.signal });
    await expect(applying).rejects.toMatchObject({ trouble: "changed", rows: [2] });
    expect(await rowsAt(opened.workbook, "Sales")).toEqual(untouched);
  });

  it("leaves what was typed over it meanwhile, and says which rows it could not take back", async () => {
    const opened = openIn(bookOf(sales));
    opened.editBefore(2, theirs);
    opened.editBefore(3, (book) => {
      edits(opened, 50);
      book.sheets[0].write(3, 3, 777);
    });
    const applying = opened.workbook.apply([expecting]);
    await expect(applying).rejects.toMatchObject({ trouble: "interrupted", what: "Sales", rows: [0] });
    expect(await rowsAt(opened.workbook, "Sales")).toEqual([
      ["r1", "001", 777, "draft"],
      ...untouched.slice(1),
    ]);
  });

  it("writes over no row that was moved before it is taken back", async () => {
    const opened = openIn(bookOf(sales));
    opened.editBefore(2, theirs);
    opened.editBefore(3, (book) => {
      edits(opened, 50);
      const table = book.table("Sales");
      if (table !== null) insertTableRows(book, table, { at: 0, count: 1 });
      ["new", "009", 9, "draft"].forEach((cell, c) => book.sheets[0].write(3, 1 + c, cell));
    });
    await expect(opened.workbook.apply([expecting])).rejects.toMatchObject({ trouble: "interrupted" });
    const rows = await rowsAt(opened.workbook, "Sales");
    expect(rows[0]).toEqual(["new", "009", 9, "draft"]);
    expect(rows[2]).toEqual(["r2", "002", 20, "draft"]);
  });

  it("is interrupted, never merely changed, where it cannot be taken back", async () => {
    const opened = openIn(bookOf(sales));
    opened.editBefore(2, theirs);
    opened.editBefore(3, () => opened.host.moods.failAt(1));
    const applying = opened.workbook.apply([expecting]);
    await expect(applying).rejects.toMatchObject({ trouble: "interrupted", what: "Sales", rows: [2] });
  });

  it("gives each cell back what it held: a formula, a text that looks like one, an error", async () => {
    const book = bookOf({ ...sales, formats: ["@", null, null, "@"] });
    const [sheet] = book.sheets;
    sheet.writeFormula(3, 3, { text: "5+5", cached: 10 });
    sheet.write(3, 2, "=1+1");
    sheet.write(5, 2, { error: "#N/A" });
    sheet.writeFormula(5, 4, { text: '"dra"&"ft"', cached: "draft" });
    const before = await rowsAt(openIn(book).workbook, "Sales");
    const { workbook, editBefore } = openIn(book);
    editBefore(2, (shared) => shared.sheets[0].write(5, 3, 99));
    const columns = columnsOf({ code: ["a", "b"], qty: [11, 33], status: ["posted", "posted"] });
    await expect(workbook.apply([{ ...expecting, columns }])).rejects.toMatchObject({ trouble: "changed" });
    expect([sheet.formula(3, 3), sheet.formula(5, 4)]).toEqual(["5+5", '"dra"&"ft"']);
    expect(book.styles.format(sheet.style(5, 4))).toBe("@");
    expect(sheet.formula(3, 2)).toBeNull();
    const after = [before[0], before[1], [...before[2].slice(0, 2), 99, ...before[2].slice(3)]];
    expect(await rowsAt(workbook, "Sales")).toEqual(after);
  });
});

describe("what is written", () => {
  it("is read again: where Excel made something else of it, it is told and the cell is as it was", async () => {
    const { book, workbook, editBefore } = openIn(bookOf(sales));
    editBefore(2, ({ sheets: [sheet], styles }) =>
      sheet.restyle(3, 2, styles.withFormat(sheet.style(3, 2), null)),
    );
    const change: Change = {
      do: "stamp",
      table: "Sales",
      rows: [0],
      columns: columnsOf({ code: ["00777"] }),
    };
    const watched: Change = { ...change, expect: { key: "rowId", columns: columnsOf({ rowId: ["r1"] }) } };
    const applying = workbook.apply([watched]);
    await expect(applying).rejects.toMatchObject({ trouble: "odd-answer", what: "Sales", rows: [0] });
    expect(book.sheets[0].cell(3, 2)).toBe("001");
  });

  it("waits for what is being written: two patches at once are both there", async () => {
    const { workbook } = openIn(bookOf(sales));
    const append = (id: string): Change => {
      return { do: "append", table: "Sales", count: 1, columns: columnsOf({ rowId: [id] }) };
    };
    await Promise.all([workbook.apply([append("r4")]), workbook.apply([append("r5")])]);
    expect((await rowsAt(workbook, "Sales")).map(([id]) => id)).toEqual(["r1", "r2", "r3", "r4", "r5"]);
  });

  it("is not told to us where it is much, and small patches are told again afterwards", async () => {
    const { host, workbook } = openIn(bookOf(sales));
    const stop = workbook.onChange(() => undefined);
    await workbook.tables();
    const pushed: unknown[] = [];
    host.onPush((entries) => pushed.push(...entries));
    const told = async (change: Change): Promise<number> => {
      pushed.length = 0;
      await workbook.apply([change]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return pushed.length;
    };
    const ids = Array.from({ length: 1_000 }, (_, i) => `n${String(i)}`);
    const columns = columnsOf({ rowId: ids, code: ids });
    expect(await told({ do: "append", table: "Sales", count: 1_000, columns })).toBe(0);
    expect(await told(stamp)).toBeGreaterThan(0);
    stop();
  });
});

describe("a patch whose table has become shorter since it was looked at", () => {
  it("writes nothing, and the totals row stays as it is", async () => {
    const { book, workbook, editBefore } = openIn(bookOf({ ...sales, totals }));
    editBefore(2, deleting(0));
    await expect(workbook.apply([expecting])).rejects.toMatchObject({ trouble: "changed", what: "Sales" });
    expect(await rowsAt(workbook, "Sales")).toEqual(sales.rows.slice(2));
    const end = book.table("Sales")?.end ?? 0;
    expect([book.sheets[0].cell(end, 1), book.sheets[0].formula(end, 3)]).toEqual([
      "合计",
      "SUBTOTAL(109,Sales[qty])",
    ]);
  });

  it.each([
    ["stamps", [expecting]],
    ["appends", [{ do: "append", table: "Sales", count: 1, columns: columnsOf({ rowId: ["r4"] }) }]],
    ["takes rows out", [{ ...expecting, do: "remove", columns: undefined }]],
    [
      "writes other tables first",
      [{ ...stamp, table: "Other", columns: columnsOf({ a: [8, 9] }) }, expecting],
    ],
  ] as readonly (readonly [string, readonly Change[]])[])(
    "swallows nothing below the table where it %s",
    async (_, changes) => {
      const other = { name: "Other", rows: [["a"], [1], [2], [3]] };
      const { book, workbook, editBefore } = openIn(bookOf(sales, other));
      editBefore(2, (shared) => {
        deleting(1, 2)(shared);
        shared.sheets[0].write(5, 1, "my note");
      });
      await expect(workbook.apply(changes)).rejects.toMatchObject({
        trouble: "changed",
        what: expect.stringContaining("Sales") as unknown,
      });
      expect(await rowsAt(workbook, "Sales")).toEqual([sales.rows[1]]);
      expect(await rowsAt(workbook, "Other")).toEqual([[1], [2], [3]]);
      expect(book.sheets[0].cell(5, 1)).toBe("my note");
    },
  );
});
