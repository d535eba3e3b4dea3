import { bookTrouble } from "../../src/app/trouble";
import { postDrafts } from "../../src/app/post-drafts";
import { recompute } from "../../src/app/recompute";
import { verifyBook } from "../../src/app/verify-book";
import { embeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook";
import { chineseBook, delivery, deskOver, masters, receipts, type Row } from "./registers";
import { oneExcel } from "./workbooks";

const KB = 1024;

/** Drafts of two rows each, the rows of one document far from each other. */
function scattered(documents: number): readonly Row[] {
  const all = Array.from({ length: documents }, (_, i) => delivery(["bolt", "nut"], `D${String(i)}`));
  return [...all.map(([first]) => first), ...all.map(([, second]) => second)];
}

const openIn = oneExcel();

describe("an Excel that takes and gives little at once", () => {
  it.each([
    ["64 KB", 68, { requestLimit: 64 * KB, responseLimit: 64 * KB }],
    ["short answers only", 68, { requestLimit: null, responseLimit: 64 * KB }],
    ["short answers only, and few documents", 25, { requestLimit: null, responseLimit: 64 * KB }],
    [
      "answers so short that the look goes and the write would not",
      40,
      { requestLimit: null, responseLimit: 100 * KB },
    ],
    ["short requests only", 68, { requestLimit: 40 * KB, responseLimit: null }],
  ])(
    "(%s) has %i documents posted and recomputed all the same",
    async (_, documents, limits) => {
      const { book, host, workbook } = openIn(
        await chineseBook({ ...masters, purchases: receipts(documents), sales: scattered(documents) }),
      );
      Object.assign(host.moods, limits);
      const desk = deskOver(workbook, 3);
      const { value } = await postDrafts(desk, { only: null, dryRun: false }).catch((thrown: unknown) => {
        throw new Error(JSON.stringify(bookTrouble(thrown, "zh-CN")), { cause: thrown });
      });
      expect(value?.posted).toHaveLength(documents);
      await recompute(desk);
      expect((await verifyBook(deskOver(embeddedWorkbook(book), 4))).value?.failures).toEqual([]);
    },
    60_000,
  );
});
