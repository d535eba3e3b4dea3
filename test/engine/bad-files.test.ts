import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { EngineError } from "../../src/engine/engine-error";
import { Workbook } from "../../src/engine/workbook";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { saveXlsx } from "../../src/engine/xlsx/save-xlsx";
import { pack, writeZip } from "../../src/engine/zip/zip-writer";
import { kitchenSinkParts, packed } from "./kitchen-sink";
import { LAW_TIME, lawRuns } from "../support/law-runs";

jest.setTimeout(LAW_TIME);

const encoder = new TextEncoder();
const parts = kitchenSinkParts();

function withPart(name: string, text: string): Uint8Array {
  return packed(new Map([...parts, [name, text]]));
}

function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  stream.split("").forEach((letter, i) => (bytes[1024 + i * 2] = letter.charCodeAt(0)));
  return bytes;
}

function trouble(bytes: Uint8Array): Pick<EngineError, "trouble" | "what"> {
  try {
    openXlsx(bytes);
  } catch (error) {
    if (error instanceof EngineError) return { trouble: error.trouble, what: error.what };
    throw error;
  }
  throw new Error("it was opened");
}

describe("a file that cannot be read", () => {
  const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
  const whole = packed(parts);
  const rightly = cellsOf(openXlsx(whole));
  const twice = [pack("xl/a.xml", []), pack("XL/A.xml", [])];
  const swollen = { ...pack("xl/workbook.xml", [encoder.encode("x".repeat(9_999))]), size: 10 };
  const huge = { ...pack("xl/workbook.xml", []), size: 2 ** 30 + 1 };
  it.each([
    ["an empty file", new Uint8Array(0), "unreadable", "the file is empty"],
    ["a text", encoder.encode("item,qty\n".repeat(9)), "unreadable", "not a ZIP archive"],
    ["an encrypted workbook", compound("EncryptedPackage"), "encrypted", "password"],
    ["an old workbook", compound("Workbook"), "unreadable", ".xls"],
    ["a file cut in half", whole.slice(0, whole.length / 2), "unreadable", "cut off"],
    ["an archive of something else", packed(new Map([["a.txt", "x"]])), "unreadable", "no workbook"],
    ["a part that is there twice", writeZip(twice), "unreadable", "XL/A.xml: held twice"],
    ["a part that swells", writeZip([swollen]), "unreadable", "no workbook"],
    ["more than 1 GiB", writeZip([huge]), "unreadable", "1 GiB"],
    [
      "broken XML",
      withPart("xl/worksheets/sheet1.xml", sheet.slice(0, -20)),
      "unreadable",
      "sheet1.xml, byte",
    ],
    [
      "a string that is not there",
      withPart("xl/sharedStrings.xml", "<sst/>"),
      "unreadable",
      "sheet1.xml, byte",
    ],
    ["UTF-16", withPart("xl/workbook.xml", "\u0000<"), "unreadable", "xl/workbook.xml, byte 0: not UTF-8"],
    [
      "a table that does not fit",
      withPart("xl/tables/table1.xml", '<table name="T" ref="A1:B2"><tableColumns/></table>'),
      "unreadable",
      "table1.xml, byte 21: its cells do not fit",
    ],
    [
      "a missing sheet",
      packed(new Map([...parts].filter(([name]) => !name.endsWith("sheet2.xml")))),
      "unreadable",
      "sheet2.xml: missing",
    ],
  ])("%s is refused by name", (...[, bytes, kind, what]) => {
    const found = trouble(bytes);
    expect(found.trouble).toBe(kind);
    expect(found.what).toContain(what);
  });

  it("is refused when a part holds more than its directory says", () => {
    const entry = pack("_rels/.rels", [encoder.encode(parts.get("_rels/.rels") ?? "")]);
    expect(trouble(writeZip([{ ...entry, size: entry.size - 1 }]))).toEqual({
      trouble: "unreadable",
      what: "_rels/.rels: damaged",
    });
  });

  it("is refused when a part does not have its checksum", () => {
    const entry = pack("_rels/.rels", [encoder.encode(parts.get("_rels/.rels") ?? "")]);
    expect(trouble(writeZip([{ ...entry, crc: entry.crc ^ 1 }])).what).toBe("_rels/.rels: damaged");
  });

  it.each([
    '<row r="0"/>',
    '<row r="1048577"/>',
    '<row r="x"/>',
    '<row><c r="1"/></row>',
    '<row><c r="XFE1"/></row>',
  ])("is refused when it holds %s", (row) => {
    const bytes = withPart(
      "xl/worksheets/sheet2.xml",
      `<worksheet><sheetData>${row}</sheetData></worksheet>`,
    );
    expect(trouble(bytes).what).toMatch(/sheet2\.xml, byte \d+: a (row|cell) out of range/);
  });

  it("is refused when it is a binary workbook", () => {
    const relations = (parts.get("_rels/.rels") ?? "").replace("workbook.xml", "workbook.bin");
    const files = new Map([...parts, ["_rels/.rels", relations], ["xl/workbook.bin", "x"]]);
    expect(trouble(packed(files)).what).toContain(".xlsb");
  });

  it("is refused, never misread and never waited for, wherever it is cut or damaged", () => {
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 255 })),
        (at, flip) => {
          const bytes = flip === null ? whole.slice(0, at) : Uint8Array.from(whole);
          if (flip !== null) bytes[at] ^= flip;
          expect(outcome(bytes, rightly)).toBe("fine");
        },
      ),
      lawRuns(1_000, 20_261_203),
    );
  });

  it("is refused, never misread, wherever the XML of a part is damaged", () => {
    const names = [
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
      "xl/tables/table1.xml",
      "xl/sharedStrings.xml",
      "xl/styles.xml",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(9_999),
        fc.constantFrom("<", ">", '"', "/", "&", "x", "", "0"),
        (name, place, letter) => {
          const text = parts.get(name) ?? "";
          const at = place % text.length;
          expect(outcome(withPart(name, text.slice(0, at) + letter + text.slice(at + 1)))).toBe("fine");
        },
      ),
      lawRuns(1_000, 20_261_203),
    );
  });
});

/**
 * "fine" when the file is refused as an EngineError, or is opened (rightly, where that is asked), changed and
 * saved.
 */
function outcome(bytes: Uint8Array, rightly: unknown = null): unknown {
  try {
    const book = openXlsx(bytes);
    if (rightly !== null && !isDeepStrictEqual(cellsOf(book), rightly)) return "misread";
    for (const sheet of book.sheets) sheet.write(2, 1, "x");
    saveXlsx(book);
    return "fine";
  } catch (error) {
    return error instanceof EngineError ? "fine" : error;
  }
}

function cellsOf(book: Workbook): unknown {
  return book.sheets.map((sheet) =>
    Array.from({ length: sheet.columnCount }, (_, i) => sheet.column(i).cells(0, sheet.rowCount)),
  );
}

describe("a workbook that must not be changed", () => {
  it.each([
    ["_xmlsignatures/sig1.xml", "signature"],
    ["xl/revisions/revisionHeaders.xml", "shared"],
  ])("is refused when it holds %s, but only when it changed", (part, what) => {
    const bytes = withPart(part, "<x/>");
    const book = openXlsx(bytes);
    expect(saveXlsx(book)).toBe(bytes);
    book.sheets[1].write(9, 0, 1);
    expect(() => saveXlsx(book)).toThrow(what);
  });

  it("holds no text longer than a cell can", () => {
    const book = new Workbook();
    book.addSheet("S").write(0, 0, "x".repeat(32_768));
    expect(() => saveXlsx(book)).toThrow("cell A1: a text longer");
  });
});
