import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { lines, little, program, receipt, taizhang, testFolder, verb } from "./terminal";

const folder = testFolder();
let count = 0;
const place = (): string => {
  const made = path.join(folder, String(count++));
  mkdirSync(made);
  return made;
};
const jsonBook = (at: string): string => {
  const file = path.join(at, "book.json");
  writeFileSync(file, JSON.stringify({ ...little, purchases: [receipt] }));
  return file;
};
const csvBook = (at: string): string => {
  const book = path.join(at, "book");
  mkdirSync(book);
  for (const [table, rows] of Object.entries(little)) {
    const records = rows.map((row) => Object.values(row).join(",")).join("\n");
    writeFileSync(path.join(book, `${table}.csv`), `${Object.keys(rows[0]).join(",")}\n${records}\n`);
  }
  return book;
};
const add = (code: string): string => JSON.stringify([{ code }]);
/** The partners in the file itself. */
const partners = (book: string): readonly string[] => {
  const file = statSync(book).isDirectory() ? path.join(book, "partners.csv") : book;
  const text = readFileSync(file, "utf8");
  if (file !== book)
    return text
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(",")[0]);
  return (JSON.parse(text) as { partners: { code: string }[] }).partners.map(({ code }) => code);
};

describe("saving a file", () => {
  it("keeps its mode, follows a link to it, and leaves nothing beside it", () => {
    const at = place();
    const file = jsonBook(at);
    chmodSync(file, 0o640);
    symlinkSync(file, path.join(at, "link.json"));
    expect(verb("enter", path.join(at, "link.json"), "partners", add("P2")).code).toBe(0);
    expect(lstatSync(path.join(at, "link.json")).isSymbolicLink()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(partners(file)).toEqual(["P1", "P2"]);
    expect(readdirSync(at).sort()).toEqual(["book.json", "link.json"]);
  });

  it("that grows beyond what is allowed leaves it as it was", () => {
    const at = place();
    const file = jsonBook(at);
    const before = readFileSync(file, "utf8");
    const rows = JSON.stringify(
      Array.from({ length: 200 }, (_, i) => ({ code: `P${String(i + 2)}`, name: "a long name" })),
    );
    const { status, stdout } = spawnSync(
      "bash",
      [
        "-c",
        'ulimit -f 4; exec "$@"',
        "-",
        process.execPath,
        program,
        "enter",
        file,
        "partners",
        rows,
        "--json",
      ],
      { encoding: "utf8" },
    );
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      findings: [{ code: "WRITE_FAILED", facts: { file } }],
    });
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(readdirSync(at)).toEqual(["book.json"]);
  });

  it("is refused where somebody else changed it meanwhile", async () => {
    const file = jsonBook(place());
    const child = spawn(process.execPath, [program, "run", file, "-"]);
    child.stdin.write(lines([{ verb: "enter", table: "partners", rows: [{ code: "P2" }] }]));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    writeFileSync(file, JSON.stringify({ partners: [{ code: "theirs" }] }));
    child.stdin.end();
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect(code).toBe(3);
    expect(partners(file)).toEqual(["theirs"]);
  });
});

const isRoot = process.getuid?.() === 0;
const asNobody = isRoot ? "" : " (skipped: only root can become somebody else)";

describe("a book that may not be written", () => {
  const nobody = 65534;
  const refused = (book: string): void => {
    if (!isRoot) return;
    const { code, out } = taizhang(["enter", book, "partners", add("P2"), "--json"], { uid: nobody });
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ findings: [{ code: "WRITE_FAILED" }] });
    expect(partners(book)).toEqual(["P1"]);
  };

  it(`as its folder may not${asNobody}`, () => {
    const at = place();
    chmodSync(folder, 0o755);
    const file = jsonBook(at);
    chmodSync(file, 0o666);
    refused(file);
    expect(readdirSync(at)).toEqual(["book.json"]);
  });

  it(`as the file may not, though its folder may${asNobody}`, () => {
    const at = place();
    const file = jsonBook(at);
    if (isRoot) chownSync(at, nobody, nobody);
    chmodSync(file, 0o444);
    refused(file);
  });

  it(`as a folder${asNobody}`, () => {
    const at = place();
    refused(csvBook(at));
    expect(readdirSync(at)).toEqual(["book"]);
  });
});

describe("saving a folder", () => {
  it("leaves what is no table as it is, and files that did not change the same", () => {
    const book = csvBook(place());
    mkdirSync(path.join(book, "scans"));
    writeFileSync(path.join(book, "scans", "a.txt"), "scan");
    writeFileSync(path.join(book, "notes.txt"), "notes");
    const { ino } = statSync(path.join(book, "items.csv"));
    chmodSync(path.join(book, "partners.csv"), 0o640);
    expect(verb("enter", book, "partners", add("P2")).code).toBe(0);
    expect(partners(book)).toEqual(["P1", "P2"]);
    expect(readFileSync(path.join(book, "notes.txt"), "utf8")).toBe("notes");
    expect(readFileSync(path.join(book, "scans", "a.txt"), "utf8")).toBe("scan");
    expect(statSync(path.join(book, "items.csv")).ino).toBe(ino);
    expect(statSync(path.join(book, "partners.csv")).mode & 0o777).toBe(0o640);
    expect(readdirSync(path.dirname(book))).toEqual(["book"]);
  });

  it("that fails leaves it as it was", () => {
    const at = place();
    const book = csvBook(at);
    const rows = JSON.stringify(
      Array.from({ length: 400 }, (_, i) => ({ code: `P${String(i + 2)}`, name: "a long name" })),
    );
    const { status } = spawnSync("bash", [
      "-c",
      'ulimit -f 4; exec "$@"',
      "-",
      process.execPath,
      program,
      "enter",
      book,
      "partners",
      rows,
      "--json",
    ]);
    expect(status).toBe(3);
    expect(partners(book)).toEqual(["P1"]);
    expect(readdirSync(at)).toEqual(["book"]);
  });

  it("does not take a folder of the user's for its own", () => {
    const at = place();
    const book = csvBook(at);
    mkdirSync(`${book}.old`);
    writeFileSync(path.join(`${book}.old`, "mine.txt"), "mine");
    expect(verb("enter", book, "partners", add("P2"))).toMatchObject({
      code: 3,
      told: { findings: [{ code: "WRITE_FAILED" }] },
    });
    expect(readFileSync(path.join(`${book}.old`, "mine.txt"), "utf8")).toBe("mine");
    expect(partners(book)).toEqual(["P1"]);
  });
});

describe("opening a folder whose saving was interrupted", () => {
  const twice = (at: string): { readonly book: string; readonly next: string } => {
    const book = csvBook(at);
    const next = path.join(at, "next");
    cpSync(book, next, { recursive: true });
    expect(verb("enter", next, "partners", add("P2")).code).toBe(0);
    return { book, next };
  };
  const healed = (at: string, book: string, codes: readonly string[]): void => {
    expect(verb("table", book, "partners").told.rows.map(({ code }) => code)).toEqual(codes);
    expect(verb("enter", book, "partners", add("P3")).code).toBe(0);
    expect(partners(book)).toEqual([...codes, "P3"]);
    expect(readdirSync(at)).toEqual(["book"]);
  };

  it("while the new one was written keeps the old one", () => {
    const at = place();
    const { book, next } = twice(at);
    rmSync(path.join(next, "items.csv"));
    renameSync(next, `${book}.new`);
    healed(at, book, ["P1"]);
  });

  it("between the two renames takes the new one, which is whole", () => {
    const at = place();
    const { book, next } = twice(at);
    renameSync(next, `${book}.new`);
    renameSync(book, `${book}.old`);
    healed(at, book, ["P1", "P2"]);
  });

  it("with the old one alone takes that back", () => {
    const at = place();
    const { book, next } = twice(at);
    rmSync(next, { recursive: true });
    renameSync(book, `${book}.old`);
    healed(at, book, ["P1"]);
  });

  it("before the old one was removed keeps the new one", () => {
    const at = place();
    const { book, next } = twice(at);
    renameSync(book, `${book}.old`);
    renameSync(next, book);
    healed(at, book, ["P1", "P2"]);
    expect(existsSync(`${book}.old`)).toBe(false);
  });
});
