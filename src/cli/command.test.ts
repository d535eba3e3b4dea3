import { fromTables } from "../engine/json-book";
import { embeddedWorkbook } from "../workbook/embedded/embedded-workbook";
import { fileBooks } from "../workbook/files/file-books";
import type { OpenBook } from "../workbook/files/book-forms";
import { command } from "./command";
import type { Surroundings } from "./surroundings";

/** What is said of a mistake of ours that shows while the program writes into a Chinese book. */
async function said(...more: readonly string[]): Promise<{ out: string; note: string; code: number }> {
  const told = { out: "", note: "" };
  const row = { type: "QR", date: "2026-01-05", warehouse: "W", item: "A", qty: 1, value: 1 };
  const tables = { items: [{ code: "A" }], warehouses: [{ code: "W" }], stock: [row] };
  const workbook = embeddedWorkbook(fromTables(tables));
  const book: OpenBook = {
    form: "json",
    path: "book.json",
    save: () => undefined,
    workbook: { ...workbook, apply: () => Promise.reject(new Error("a slip of ours")) },
  };
  const surroundings: Surroundings = {
    books: { ...fileBooks("", () => ({ todaySerial: 46_387, nowSerial: 46_387 })), open: () => book },
    clock: () => 0,
    localTime: () => "2026-12-31T08:30:00",
    digit: () => 0,
    user: "tester",
    language: "en-US",
    out: (text) => {
      told.out += text;
      return Promise.resolve();
    },
    note: (text) => {
      told.note += text;
    },
    debug: false,
  };
  const code = await command(surroundings, ["post", "book.json", ...more]);
  return { ...told, code };
}

describe("a mistake of ours", () => {
  const ours = "这是程序的错误，请把这一行报告给我们: a slip of ours";

  it("is told in the language of the book", async () => {
    expect(await said()).toEqual({ out: "", note: `${ours}\n`, code: 3 });
  });

  it("leaves one JSON object where JSON was asked for", async () => {
    const { out, code } = await said("--json");
    const answer = JSON.parse(out) as { ok: boolean; findings: { code: string; message: string }[] };
    expect([code, answer.ok, answer.findings.length]).toEqual([3, false, 1]);
    expect(answer.findings[0].message).toContain(ours);
  });
});
