import { writeFileSync } from "node:fs";
import path from "node:path";
import { little, run, testFolder, verb } from "./terminal";

const folder = testFolder();
let count = 0;
const file = (text: string | Uint8Array): string => {
  const made = path.join(folder, `${String(count++)}.csv`);
  writeFileSync(made, text);
  return made;
};
const book = (): string => {
  const made = path.join(folder, `${String(count++)}.json`);
  writeFileSync(made, JSON.stringify(little));
  return made;
};
const head = "type,date,partner,warehouse,item,qty,price";

describe("importing masters", () => {
  it("adds what is not there by its key, and what is there not again", () => {
    const into = book();
    const rows = file("商品编码,商品名称,颜色\nbolt,Bolt,red\n00123,Nut,\n0045,Washer,\n00123,Nut again,\n");
    expect(verb("import", into, "items", rows)).toMatchObject({
      code: 0,
      told: { added: 2, skipped: 2, ignored: ["颜色"] },
    });
    expect(verb("import", into, "items", rows)).toMatchObject({ code: 0, told: { added: 0, skipped: 4 } });
    expect(verb("table", into, "items").told.rows.map(({ code, name }) => [code, name])).toEqual([
      ["bolt", "Bolt"],
      ["00123", "Nut"],
      ["0045", "Washer"],
    ]);
  });

  it("leaves out rows in error and says which, and takes them once they are right", () => {
    const into = book();
    const wrong = verb("import", into, "items", file("code,decimals\na,2\nb,many\n,1\n"));
    expect(wrong).toMatchObject({ code: 1, told: { added: 1, skipped: 0, refused: 2 } });
    expect(wrong.told.findings.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, "decimals", "NOT_A_NUMBER"],
      [3, "code", "REQUIRED"],
    ]);
    expect(verb("import", into, "items", file("code,decimals\na,2\nb,3\n"))).toMatchObject({
      code: 0,
      told: { added: 1, skipped: 1 },
    });
  });

  it("reads what Excel saves in China", () => {
    const into = book();
    const gbk = Buffer.concat([
      Buffer.from("code,name\nx,"),
      Buffer.from([0xc2, 0xdd, 0xcb, 0xbf]),
      Buffer.from("\n"),
    ]);
    expect(verb("import", into, "items", file(gbk)).code).toBe(0);
    expect(verb("table", into, "items").told.rows[1]).toMatchObject({ name: "螺丝" });
  });

  it("names columns that were not used, those without a header by their place", () => {
    const rows = file("code,,colour,\nx,12,red,\n");
    expect(verb("import", book(), "items", rows).told.ignored).toEqual(["colour", "#2"]);
  });

  it("offers the code with the zeros that a spreadsheet dropped", () => {
    const into = book();
    expect(verb("import", into, "items", file("code\n00123\n")).code).toBe(0);
    const { told } = verb("import", into, "sales", file(`${head}\nCK,2026-01-05,P1,MAIN,123,1,3\n`));
    expect(told.findings).toMatchObject([{ code: "UNKNOWN_CODE", facts: { nearest: "00123" } }]);
  });

  it.each([
    ["UTF-16 with its mark", Buffer.from("\uFEFFcode\tname\nx\t螺丝\n", "utf16le")],
    ["UTF-16, the other way round", Buffer.from("\uFEFFcode\tname\nx\t螺丝\n", "utf16le").swap16()],
    ["UTF-8 with its mark", Buffer.from("\uFEFFcode,name\nx,螺丝\n")],
    ["semicolons", Buffer.from("code;name\nx;螺丝\n")],
    ["tabs", Buffer.from("code\tname\nx\t螺丝\n")],
  ])("reads %s", (_, bytes) => {
    const into = book();
    expect(verb("import", into, "items", file(bytes)).code).toBe(0);
    expect(verb("table", into, "items").told.rows[1]).toMatchObject({ code: "x", name: "螺丝" });
  });

  it("takes other headers for columns as it is told", () => {
    const into = book();
    const rows = file("SKU,Title\nx,Thing\n");
    expect(verb("import", into, "items", rows)).toMatchObject({
      code: 3,
      told: { findings: [{ code: "HEADER_MISSING" }] },
    });
    expect(verb("import", into, "items", rows, "--map", "SKU=code", "--map", "Title=name")).toMatchObject({
      code: 0,
      told: { added: 1 },
    });
    expect(verb("import", into, "items", rows, "--map", "SKUs=code")).toMatchObject({ code: 2 });
    expect(verb("import", into, "items", rows, "--map", "SKU=cod")).toMatchObject({
      code: 2,
      told: { findings: [{ facts: { nearest: "code" } }] },
    });
  });
});

describe("importing drafts", () => {
  const sales = file(
    `${head}\nCK,2026-01-05,P1,MAIN,bolt,1,3\nCK,2026-01-05,P1,MAIN,bolt,1,3\n,,,,bolt,2,3\nCK,2026-01-06,P1,MAIN,bolt,1,3\n`,
  );

  it("keeps two equal sales two, and adds none of them again", () => {
    const into = book();
    expect(verb("import", into, "sales", sales)).toMatchObject({ code: 0, told: { added: 4, skipped: 0 } });
    expect(verb("import", into, "sales", sales)).toMatchObject({ code: 0, told: { added: 0, skipped: 4 } });
    const { rows } = verb("table", into, "sales").told;
    const marks = rows.map(({ draft }) => draft);
    expect(marks.map((mark) => marks.indexOf(mark))).toEqual([0, 0, 0, 3]);
    expect(new Set(rows.map(({ importKey }) => importKey)).size).toBe(4);
    expect([...rows.map(({ rowId }) => String(rowId))].sort()).toEqual(rows.map(({ rowId }) => rowId));
  });

  it("gives the marks of two files to different documents", () => {
    const into = book();
    const one = file(`draft,${head}\n1,CK,2026-01-05,P1,MAIN,bolt,1,3\n`);
    const other = file(`draft,${head}\n1,CK,2026-01-07,P1,MAIN,bolt,1,3\n`);
    for (const rows of [one, other]) expect(verb("import", into, "sales", rows).told.added).toBe(1);
    expect(new Set(verb("table", into, "sales").told.rows.map(({ draft }) => draft)).size).toBe(2);
  });

  it("leaves a document out whole where a row of it is wrong", () => {
    const into = book();
    const rows = file(
      `${head}\nCK,2026-01-05,P1,MAIN,bolt,1,3\n,,,,nut,2,3\nCK,2026-01-06,P1,MAIN,bolt,1,3\n`,
    );
    expect(verb("import", into, "sales", rows)).toMatchObject({
      code: 1,
      told: { added: 1, refused: 2, findings: [{ code: "UNKNOWN_CODE", row: 2 }] },
    });
  });

  it("only shows what would come in, on a dry run", () => {
    const into = book();
    expect(verb("import", into, "sales", sales, "--dry-run")).toMatchObject({ code: 0, told: { added: 4 } });
    expect(verb("table", into, "sales").told.rows).toEqual([]);
  });

  it("is a step like any other", () => {
    const { told } = run([
      { verb: "new", book: little },
      { verb: "import", table: "sales", file: sales },
      { verb: "import", table: "sales", file: "nowhere.csv" },
    ]);
    expect(told[1]).toMatchObject({ ok: true, added: 4 });
    expect(told[2]).toMatchObject({ ok: false, findings: [{ code: "BOOK_UNREADABLE" }] });
  });
});
