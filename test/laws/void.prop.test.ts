import * as fc from "fast-check";
import { postDrafts } from "../../src/app/post-drafts";
import { voidDocument } from "../../src/app/void-document";
import { type JsonBook, rowsOf, textOf } from "../oracle/oracle-book";
import { programTold } from "../support/agreement";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { bookAt, deskAt, figuresOf } from "../support/posted";
import { draftBooks } from "../support/random-book";

const REGISTERS = ["purchases", "sales", "stock", "payments"];

/** The marks of the drafts, in the order of their days; nothing refers to the last. */
function draftsOf(book: JsonBook): readonly string[] {
  const rows = REGISTERS.flatMap((table) => rowsOf(book, table));
  const moment = (row: (typeof rows)[number]): string =>
    `${textOf(row, "date")} ${textOf(row, "time") || "00:00:00"} ${textOf(row, "rowId")}`;
  const inOrder = [...rows].sort((a, b) => (moment(a) < moment(b) ? -1 : 1));
  return [...new Set(inOrder.map((row) => textOf(row, "draft")).reverse())].reverse();
}

/** All that the program says of a book, in an order of its own. */
async function told(book: JsonBook) {
  return programTold(book, await figuresOf(book));
}

describe("a document made void", () => {
  it(
    "leaves every figure as it was before it was posted",
    async () => {
      const small = draftBooks({ minDrafts: 2, maxDrafts: 4 });
      const property = fc.asyncProperty(small, async (drafts) => {
        const all = draftsOf(drafts);
        const desk = deskAt(drafts);
        await postDrafts(desk, { only: all.slice(0, -1), dryRun: false });
        const before = await bookAt(desk);
        const { value } = await postDrafts(desk, { only: all.slice(-1), dryRun: false });
        const number = value?.posted.at(0)?.number;
        if (number === undefined) return;
        const { findings } = await voidDocument(desk, { number, reason: "law", dryRun: false });
        expect(findings).toEqual([]);
        expect(await told(await bookAt(desk))).toEqual(await told(before));
      });
      await fc.assert(property, lawRuns(1_000, 20_261_131));
    },
    LAW_TIME,
  );
});
