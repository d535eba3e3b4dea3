import fc from "fast-check";
import type { Cell } from "../../src/engine/cell";
import { openCsvFolder, saveCsvFolder } from "../../src/engine/csv-folder";
import { openJson, saveJson } from "../../src/engine/json-book";
import type { Table } from "../../src/engine/table";
import { Workbook } from "../../src/engine/workbook";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { saveXlsx } from "../../src/engine/xlsx/save-xlsx";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import type { Change } from "../../src/workbook/port";
import { faultsOf } from "./package-faults";
import { kitchenSinkParts, packed } from "./kitchen-sink";
import { LAW_TIME, lawRuns } from "../support/law-runs";

jest.setTimeout(LAW_TIME);

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom(
    "=1+1",
    "'x",
    "-5",
    "+a",
    "00123",
    " lead",
    "trail ",
    "a\nb",
    "a\r\nb",
    "_x000D_",
    "\t",
    "<&>\"'",
    "\u0001",
    "1e5",
  ),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0.1, 1e-7, 1e21),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const error = fc.constantFrom("#N/A", "#REF!").map((spelled) => ({ error: spelled }));

/** A patch of the table, given as wishes that are fitted to the rows it will have. */
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom("stamp", "append", "remove", "replace"),
    header: fc.constantFrom("item", "qty", "price", "more"),
    rows: fc.uniqueArray(fc.nat(7), { maxLength: 4 }),
    cells: fc.array(fc.oneof(cell, error), { minLength: 8, maxLength: 8 }),
  }),
  { maxLength: 6 },
);

type Edit = {
  readonly kind: string;
  readonly header: string;
  readonly rows: readonly number[];
  readonly cells: readonly Cell[];
};

function toChange({ kind, header, rows, cells }: Edit, table: string, rowCount: number): Change {
  const there = rows.filter((row) => row < rowCount);
  const columns = (count: number) => [{ header, cells: cells.slice(0, count) }];
  if (kind === "stamp") return { do: "stamp", table, rows: there, columns: columns(there.length) };
  if (kind === "remove") return { do: "remove", table, rows: there };
  if (kind === "append") return { do: "append", table, count: rows.length, columns: columns(rows.length) };
  return { do: "replace", table, count: rows.length, columns: columns(rows.length) };
}

async function edit(book: Workbook, table: string, wishes: readonly Edit[]): Promise<void> {
  for (const wish of wishes) {
    await embeddedWorkbook(book).apply([toChange(wish, table, book.table(table)?.rowCount ?? 0)]);
  }
}

function body(book: Workbook, name: string): unknown {
  const table = book.table(name);
  return table === null ? null : { headers: table.headers, columns: columnsOf(table) };
}

/** -0 is 0 in every file; a value that a formula had is not ours to keep. */
function columnsOf({ headers, sheet, left, first, rowCount }: Table): unknown {
  return headers.map((_, i) => {
    const column = sheet.column(left + i);
    const cells = column.cells(first, first + rowCount);
    return cells.map((value, row) =>
      column.formula(first + row) !== null ? "formula" : value === 0 ? 0 : value,
    );
  });
}

/** Comments would keep rows from moving. */
function withoutComments(): Uint8Array {
  return packed(
    new Map(
      [...kitchenSinkParts()].map(([name, part]) => [
        name,
        part.replace(/<(comment|threadedComment) ref="A3"\/>/, ""),
      ]),
    ),
  );
}

describe("random edits", () => {
  it("are there when a kept workbook is opened again", async () => {
    const bytes = withoutComments();
    await fc.assert(
      fc.asyncProperty(edits, async (wishes) => {
        const book = openXlsx(bytes);
        await edit(book, "Sales", wishes);
        const saved = saveXlsx(book);
        expect(faultsOf(saved)).toEqual([]);
        expect(body(openXlsx(saved), "Sales")).toEqual(expected(book));
      }),
      lawRuns(1_000, 20_261_203),
    );
  });

  it("are there when a new workbook is opened again, and saved and opened once more", async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, async (first, second) => {
        const book = new Workbook();
        const look = { format: "@", width: 9, hidden: false, grouped: false, choices: null };
        const columns = ["item", "qty", "price", "more"].map((header) => ({ ...look, header }));
        await embeddedWorkbook(book).apply([{ do: "create", table: "Sales", sheet: "S", columns }]);
        await edit(book, "Sales", first);
        const again = openXlsx(saveXlsx(book));
        expect(body(again, "Sales")).toEqual(expected(book));
        await edit(again, "Sales", second);
        expect(body(openXlsx(saveXlsx(again)), "Sales")).toEqual(expected(again));
      }),
      lawRuns(1_000, 20_261_203),
    );
  });

  it("are there in JSON and in CSV", async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (wishes) => {
        const book = openJson('{"Sales":[{"item":"a","qty":1,"price":2.5,"more":true}]}');
        await edit(book, "Sales", wishes);
        expect(saveJson(openJson(saveJson(book)))).toBe(saveJson(book));
        const files = saveCsvFolder(book);
        expect(texts(openCsvFolder(files))).toEqual(texts(book));
      }),
      lawRuns(1_000, 20_261_203),
    );
  });
});

/** One row of blanks is how an empty body looks in a file. */
function expected(book: Workbook): unknown {
  const table = book.table("Sales");
  const isBlank = table?.headers.every((_, i) => {
    const at = table.left + i;
    return table.sheet.cell(table.first, at) === null || table.sheet.formula(table.first, at) !== null;
  });
  if (table?.rowCount === 1 && isBlank === true) table.rowCount = 0;
  return body(book, "Sales");
}

function texts(book: Workbook): unknown {
  const table = book.table("Sales");
  if (table === null) return null;
  const { headers, sheet, first, rowCount } = table;
  return headers.map((_, i) =>
    sheet
      .column(i)
      .cells(first, first + rowCount)
      .map(spelled),
  );
}

function spelled(value: Cell): Cell {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "object" && value !== null) return value.error;
  return value === null ? null : String(value);
}
