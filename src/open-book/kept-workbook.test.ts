import { sharedBook } from "../../test/support/shared-book";
import { WorkbookError, type Change, type Workbook } from "../workbook/port";
import { keptWorkbook } from "./kept-workbook";

const look = { format: null, width: 10, hidden: false, grouped: false, choices: null };

describe("a workbook that is kept, after a patch that was interrupted", () => {
  it("is read again, as a part of the patch may be written", async () => {
    const { mine } = sharedBook();
    await mine.apply([
      { do: "create", table: "One", sheet: "One", columns: [{ ...look, header: "a" }] },
      { do: "append", table: "One", count: 1, columns: [{ header: "a", cells: ["p"] }] },
    ]);
    const apply: Workbook["apply"] = async (changes) => {
      await mine.apply(changes);
      throw new WorkbookError("interrupted", "One");
    };
    const kept = keptWorkbook({ ...mine, apply });
    const shown = async () => (await kept.read(["One"]))[0].column(0);
    expect(await shown()).toEqual(["p"]);
    const change: Change = { do: "stamp", table: "One", rows: [0], columns: [{ header: "a", cells: ["q"] }] };
    await expect(kept.apply([change])).rejects.toMatchObject({ trouble: "interrupted" });
    expect(await shown()).toEqual(["q"]);
  });
});
