import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbook } from "../../src/engine/workbook";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { saveXlsx } from "../../src/engine/xlsx/save-xlsx";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import type { ColumnLook } from "../../src/workbook/port";
import { kitchenSinkParts, packed, prefixedParts } from "./kitchen-sink";

const program = "soffice";
const isThere = spawnSync(program, ["--version"]).status === 0;
const check = isThere ? it : it.skip;
const note = isThere ? "" : " (skipped: there is no soffice here)";

/** The first sheet as LibreOffice shows it, texts in quotes. */
function shown(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "sheet-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1";
    execFileSync(
      program,
      [profile, "--headless", "--convert-to", filter, "--outdir", folder, join(folder, "book.xlsx")],
      { stdio: "ignore" },
    );
    return readFileSync(join(folder, "book.csv"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("LibreOffice", () => {
  check(`reads a new workbook as it was meant${note}`, async () => {
    const book = new Workbook();
    const look: ColumnLook = {
      header: "编码",
      format: "@",
      width: 12,
      hidden: false,
      grouped: false,
      choices: null,
    };
    const columns: ColumnLook[] = [
      look,
      { ...look, header: "日期", format: "yyyy-mm-dd", choices: { words: ["a", "b"] } },
      { ...look, header: "数量", format: "0.00", grouped: true },
      { ...look, header: "注", format: null, hidden: true, choices: { table: "items", header: "编码" } },
    ];
    await embeddedWorkbook(book).apply([
      { do: "create", table: "items", sheet: "商品", columns },
      {
        do: "append",
        table: "items",
        count: 2,
        columns: [
          { header: "编码", cells: ["00123", "=1+1"] },
          { header: "日期", cells: [46_022, null] },
          { header: "数量", cells: [1.5, -2] },
          { header: "注", cells: [true, { error: "#N/A" }] },
        ],
      },
    ]);
    expect(shown(saveXlsx(book))).toBe(
      '"编码","日期","数量","注"\n"00123",2025-12-31,1.50,TRUE\n"=1+1",,-2.00,"#N/A"\n',
    );
  });

  check.each([
    ["plain", kitchenSinkParts()],
    ["prefixed", prefixedParts()],
  ])(`reads a changed workbook, and calculates what the change concerns: %s${note}`, async (_, parts) => {
    const book = openXlsx(packed(parts));
    await embeddedWorkbook(book).apply([
      { do: "stamp", table: "Sales", rows: [0], columns: [{ header: "qty", cells: [4] }] },
      {
        do: "append",
        table: "Sales",
        count: 1,
        columns: [
          { header: "qty", cells: [2] },
          { header: "price", cells: [0.5] },
        ],
      },
    ]);
    const lines = shown(saveXlsx(book)).trimEnd().split("\n");
    expect(lines.map((line) => line.split(",").slice(1, 4))).toEqual([
      ['"qty"', '"price"', '"value"'],
      ["4.00", "10.5", "42"],
      ["2.00", "20", "40"],
      ["3.00", "30", "90"],
      ["2.00", "0.5", "1"],
      ["", "", "173.00"],
    ]);
    expect(lines[0].split(",")[7]).toBe("11");
  });
});
