import { openXlsx } from "../engine/xlsx/open-xlsx";
import { saveXlsx } from "../engine/xlsx/save-xlsx";
import { Workbook } from "../engine/workbook";
import { deskAt } from "../../test/support/posted";
import { embeddedWorkbook } from "../workbook/embedded/embedded-workbook";
import { convertBook } from "./convert-book";

describe("converting a book", () => {
  it("leaves a table without a single column behind, so that the workbook can be opened", async () => {
    const xlsx = new Workbook();
    const to = { ...deskAt({}), workbook: embeddedWorkbook(xlsx), strict: true };
    const book = { items: [{ code: "bolt" }], nothing: [], mine: [{ a: 1 }] };
    await convertBook(deskAt(book), { to, language: "en-US" });
    const names = openXlsx(saveXlsx(xlsx))
      .tables()
      .map(({ name }) => name);
    expect(names).toContain("mine");
    expect(names).not.toContain("nothing");
  });
});
