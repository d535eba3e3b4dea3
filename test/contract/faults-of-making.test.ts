import { repairBook } from "../../src/app/repair-book";
import { bookTrouble } from "../../src/app/trouble";
import { Workbook } from "../../src/engine/workbook";
import { tables } from "../../src/registers/tables";
import { deskOver } from "./registers";
import { oneExcel, rowsAt } from "./workbooks";

const openIn = oneExcel();
const repair = { language: "zh-CN", renamed: {} } as const;

/** Makes a book in a workbook of somebody's own, while the n-th action of a patch fails, then once more. */
async function madeTwice(action: number, patch: number) {
  const book = new Workbook();
  book.addSheet("我的表").write(0, 0, "mine");
  const { host, workbook } = openIn(book);
  let patches = 0;
  let hasFailed = false;
  const apply: typeof workbook.apply = async (changes, course) => {
    await new Promise((resolve) => setTimeout(resolve));
    patches++;
    if (patches === patch) host.moods.failAt(action);
    try {
      await workbook.apply(changes, course);
    } finally {
      if (patches === patch) hasFailed = !host.moods.clearFailure();
    }
  };
  await repairBook(deskOver({ ...workbook, apply }, 3), repair).catch((thrown: unknown) => {
    if (bookTrouble(thrown, "zh-CN") === null) throw thrown;
  });
  const { findings } = await repairBook(deskOver(workbook, 4), repair);
  return { book, workbook, hasFailed, findings };
}

describe("making a book that breaks off", () => {
  it.each([1, 2])("is finished by making it again, whichever action of patch %i failed", async (patch) => {
    let walked = 0;
    for (let action = 1; ; action += action < 40 ? 1 : 211) {
      const { book, workbook, hasFailed, findings } = await madeTwice(action, patch);
      expect(findings).toEqual([]);
      const made = (await workbook.tables()).map(({ name }) => name);
      expect(made).toHaveLength(tables.length);
      expect(book.sheets.map(({ name }) => name).filter((name) => / 2$/.test(name))).toEqual([]);
      expect(book.sheet("我的表")?.cell(0, 0)).toBe("mine");
      expect((await rowsAt(workbook, "参数")).length).toBeGreaterThan(20);
      if (!hasFailed) break;
      walked++;
    }
    expect(walked).toBeGreaterThan(10);
  });
});
