import type { Desk } from "../../src/app/desk";
import { bookTrouble } from "../../src/app/trouble";
import { discardDrafts } from "../../src/app/discard-drafts";
import { postDrafts } from "../../src/app/post-drafts";
import type { Finding } from "../../src/domain/kernel/finding";
import type { FindingCode } from "../../src/domain/kernel/finding-codes";
import type { Language } from "../../src/domain/kernel/title";
import { protectSheet } from "../../src/engine/sheet-settings";
import type { Workbook as Book } from "../../src/engine/workbook";
import { chineseBook, delivery, deskOver, masters, receipts } from "../contract/registers";
import { inExcel, type OpenedInExcel } from "../contract/workbooks";

/** What a workbook that is open in Excel does to a patch, and what is found then. */
export interface ExcelCase {
  readonly code: FindingCode;
  /** How the book is before it is read. */
  readonly opening?: (book: Book) => void;
  /** Done once the book was read, before the patch. */
  readonly mood?: (opened: OpenedInExcel) => void;
  readonly verb?: (desk: Desk) => Promise<unknown>;
  readonly place?: { readonly table: string; readonly row: number };
  readonly facts: Readonly<Record<string, string>>;
}

const sales = "销售单据";

function tableOf(book: Book, name: string) {
  const table = book.table(name);
  if (table === null) throw new Error(`no ${name}`);
  return table;
}

/** One smallest case for each code that only a workbook in Excel can bring about. */
export const excelCases: readonly ExcelCase[] = [
  {
    code: "ROW_CHANGED",
    mood: ({ book }) => {
      const { sheet, first, left, headers } = tableOf(book, sales);
      sheet.write(first, left + headers.indexOf("数量"), 99);
    },
    place: { table: "sales", row: 1 },
    facts: { rows: "1" },
  },
  {
    code: "BOOK_BUSY",
    mood: ({ host }) => host.moods.failAt(1, "ActivityLimitReached"),
    facts: {},
  },
  {
    code: "BOOK_READ_ONLY",
    mood: ({ host }) => {
      host.moods.isReadOnly = true;
    },
    facts: {},
  },
  {
    code: "SHEET_PROTECTED",
    mood: ({ book }) => protectSheet(tableOf(book, sales).sheet, { allowed: [], password: "" }),
    facts: { sheet: sales },
  },
  {
    code: "TABLE_FILTERED",
    mood: ({ book }) => {
      tableOf(book, sales).filter = new Map([[0, { kind: "values", values: [], blanks: true }]]);
    },
    verb: (desk) => discardDrafts(desk, ["D1"]),
    facts: { name: sales },
  },
  {
    code: "CELLS_IN_THE_WAY",
    mood: ({ book }) => {
      const { sheet, left, end } = tableOf(book, "库存余额");
      sheet.write(end + 1, left, "打电话给李");
    },
    facts: { name: "库存余额", at: "A4" },
  },
  {
    code: "BOOK_TOO_LARGE",
    mood: ({ host }) => {
      host.moods.requestLimit = 300;
    },
    facts: { what: sales },
  },
  {
    code: "HOST_LACKS",
    mood: ({ host }) => {
      host.moods.requirementSets = { ExcelApi: "1.9" };
    },
    facts: { set: "ExcelApi 1.13" },
  },
  {
    code: "BOOK_DATE_SYSTEM",
    opening: (book) => Reflect.set(book, "date1904", true),
    facts: {},
  },
  {
    code: "HOST_FAILED",
    mood: ({ host }) => host.moods.failAt(1),
    facts: { code: "GeneralException" },
  },
  {
    code: "WRITE_INTERRUPTED",
    mood: (opened) => opened.editBefore(2, () => opened.host.moods.failAt(40)),
    facts: { name: sales, why: "GeneralException" },
  },
];

/**
 * A book with one draft is read, the workbook gets into its mood, the draft is posted: what is told of it.
 */
export async function toldInExcel(
  { opening, mood, verb }: ExcelCase,
  language: Language,
): Promise<Finding | null> {
  const drafted = await chineseBook({ ...masters, purchases: receipts(3), sales: delivery(["bolt"]) });
  opening?.(drafted);
  const opened = inExcel(drafted);
  const { workbook } = opened;
  const apply: typeof workbook.apply = async (changes, course) => {
    await new Promise((resolve) => setTimeout(resolve)); // what is left of reading is over
    mood?.(opened);
    await workbook.apply(changes, course);
  };
  const desk = deskOver({ ...workbook, apply });
  try {
    await (verb?.(desk) ?? postDrafts(desk, { only: null, dryRun: false }));
    return null;
  } catch (thrown) {
    return bookTrouble(thrown, language);
  }
}
