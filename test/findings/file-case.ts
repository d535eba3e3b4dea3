import { writeFileSync } from "node:fs";
import path from "node:path";
import type { FindingCode } from "../../src/domain/kernel/finding-codes";
import { titleIn, type Language } from "../../src/domain/kernel/title";
import { fromTables } from "../../src/engine/json-book";
import { Package } from "../../src/engine/xlsx/package";
import { saveXlsx } from "../../src/engine/xlsx/save-xlsx";
import { tables } from "../../src/registers/tables";
import { tableName } from "../../src/registers/names";

/** What is done with a file: the words behind `taizhang`. */
export interface FileCase {
  readonly code: FindingCode;
  /** Makes the smallest file at a path. */
  readonly file: (language: Language) => Uint8Array;
  readonly asked: (book: string) => readonly string[];
  readonly place: { readonly table: string | null; readonly column: string | null };
  readonly facts: (language: Language, book: string) => Readonly<Record<string, string | null>>;
}

/** Sheets by name, each its headers: what a workbook must have. */
type Outline = ReadonlyMap<string, readonly string[]>;

function whole(language: Language): Outline {
  const required = tables.filter((table) => table.required === true);
  return new Map(
    required.map((table) => {
      const keys = table.columns.filter((column) => column.key === true);
      return [tableName(table, language), keys.map((column) => titleIn(language, column.title))];
    }),
  );
}

function workbookOf(outline: Outline): Uint8Array {
  const blank = (headers: readonly string[]) => [Object.fromEntries(headers.map((header) => [header, null]))];
  return saveXlsx(
    fromTables(Object.fromEntries([...outline].map(([name, headers]) => [name, blank(headers)]))),
  );
}

/** The smallest workbook that is a book: the tables it must have, their key columns, nothing in them. */
export function smallestWorkbook(language: Language): Uint8Array {
  return workbookOf(whole(language));
}

const inWords = (zh: string, en: string) => (language: Language) => titleIn(language, { zh, en });
const warehouses = inWords("仓库", "Warehouses");
const almostWarehouses = inWords("仓库1", "Warehouse");
const itemCode = inWords("商品编码", "Item code");
const almostItemCode = inWords("商品编号", "Item codes");
const items = inWords("商品", "Items");

function renamed(language: Language): Outline {
  const isIt = (name: string): boolean => name === warehouses(language);
  return new Map(
    [...whole(language)].map(([name, headers]) => [isIt(name) ? almostWarehouses(language) : name, headers]),
  );
}

function withItemHeaders(language: Language, ...headers: readonly string[]): Outline {
  return new Map([...whole(language), [items(language), headers]]);
}

/** A workbook with a password is no ZIP archive but a compound file with one stream of this name. */
function encrypted(): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  Array.from("EncryptedPackage").forEach((letter, i) => (bytes[1024 + i * 2] = letter.charCodeAt(0)));
  return bytes;
}

function signed(language: Language): Uint8Array {
  const files = Package.open(smallestWorkbook(language));
  files.putText("_xmlsignatures/sig1.xml", "<x/>");
  return files.write();
}

const nowhere = { table: null, column: null };
const check = (book: string): readonly string[] => ["check", book];
const elsewhere = (book: string): string => path.join(path.dirname(book), "no folder", "book.xlsx");

/** One smallest file for each code that a file alone can bring about. */
export const fileCases: readonly (readonly [FindingCode, FileCase])[] = (
  [
    {
      code: "TABLE_MISSING",
      file: (language) => workbookOf(renamed(language)),
      asked: check,
      place: { table: "warehouses", column: null },
      facts: (language) => ({ name: warehouses(language), nearest: almostWarehouses(language) }),
    },
    {
      code: "HEADER_MISSING",
      file: (language) => workbookOf(withItemHeaders(language, almostItemCode(language))),
      asked: check,
      place: { table: "items", column: "code" },
      facts: (language) => ({ header: itemCode(language), nearest: almostItemCode(language) }),
    },
    {
      code: "HEADER_TWICE",
      file: (language) => workbookOf(withItemHeaders(language, itemCode(language), "code")),
      asked: check,
      place: { table: "items", column: "code" },
      facts: () => ({ header: "code" }),
    },
    {
      code: "BOOK_UNREADABLE",
      file: () => new Uint8Array(0),
      asked: check,
      place: nowhere,
      facts: (language, file) => ({ file, why: inWords("文件是空的", "the file is empty")(language) }),
    },
    {
      code: "BOOK_ENCRYPTED",
      file: encrypted,
      asked: check,
      place: nowhere,
      facts: (_, file) => ({ file }),
    },
    {
      code: "BOOK_UNSAFE_TO_SAVE",
      file: signed,
      asked: (book) => ["enter", book, "items", '[{"code":"bolt"}]'],
      place: nowhere,
      facts: (language) => ({
        part: `_xmlsignatures/sig1.xml${inWords("：工作簿带有数字签名", ": the workbook bears a digital signature")(language)}`,
      }),
    },
    {
      code: "WRITE_FAILED",
      file: smallestWorkbook,
      asked: (book) => ["convert", book, elsewhere(book)],
      place: nowhere,
      facts: (language, book) => ({
        file: elsewhere(book),
        why: inWords("没有这个文件或文件夹", "there is no such file or folder")(language),
      }),
    },
  ] satisfies readonly FileCase[]
).map((of) => [of.code, of]);

/** Writes a file into a folder; answers its path. */
export function written(folder: string, name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}
