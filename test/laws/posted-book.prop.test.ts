import * as fc from "fast-check";
import { recompute } from "../../src/app/recompute";
import { convertBook } from "../../src/app/convert-book";
import { openCsvFolder, saveCsvFolder } from "../../src/engine/csv-folder";
import { openXlsx } from "../../src/engine/xlsx/open-xlsx";
import { saveXlsx } from "../../src/engine/xlsx/save-xlsx";
import { Workbook } from "../../src/engine/workbook";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import type { JsonBook } from "../oracle/oracle-book";
import { programTold } from "../support/agreement";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { bookAt, deskAt, figuresOf, posted } from "../support/posted";
import { draftBooks } from "../support/random-book";

/** Small, since each law writes and reads its book several times. */
const books = draftBooks({ minDrafts: 2, maxDrafts: 4 });
const runs = lawRuns(1_000, 20_260_402);

/** All that the program says of a book, in an order of its own. */
async function told(book: JsonBook) {
  return programTold(book, await figuresOf(book));
}

describe("a posted book", () => {
  it(
    "says the same after it has been CSV files, and JSON again",
    async () => {
      const property = fc.asyncProperty(books, async (drafts) => {
        const { book } = await posted(drafts);
        const csv = new Workbook();
        await convertBook(deskAt(book), {
          to: { ...deskAt({}), workbook: embeddedWorkbook(csv) },
          language: "en-US",
        });
        const back = openCsvFolder(saveCsvFolder(csv));
        const again = await bookAt({ ...deskAt({}), workbook: embeddedWorkbook(back) });
        expect(await told(again)).toEqual(await told(book));
      });
      await fc.assert(property, runs);
    },
    LAW_TIME,
  );

  it(
    "says the same after it has been an Excel workbook in Chinese",
    async () => {
      const property = fc.asyncProperty(books, async (drafts) => {
        const { book } = await posted(drafts);
        const xlsx = new Workbook();
        const to = { ...deskAt({}), workbook: embeddedWorkbook(xlsx), strict: true };
        await convertBook(deskAt(book), { to, language: "zh-CN" });
        const back = embeddedWorkbook(openXlsx(saveXlsx(xlsx)));
        const json = deskAt({});
        await convertBook({ ...to, workbook: back }, { to: json, language: "zh-CN" });
        expect(await told(await bookAt(json))).toEqual(await told(book));
      });
      await fc.assert(property, runs);
    },
    LAW_TIME,
  );

  it(
    "has nothing left to recompute once it has been recomputed",
    async () => {
      const property = fc.asyncProperty(books, async (drafts) => {
        const desk = deskAt((await posted(drafts)).book);
        await recompute(desk);
        const once = await bookAt(desk);
        expect((await recompute(desk)).value).toEqual({ changed: 0 });
        expect(await bookAt(desk)).toEqual(once);
      });
      await fc.assert(property, runs);
    },
    LAW_TIME,
  );
});
