import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openXlsx } from "../src/engine/xlsx/open-xlsx";
import { saveXlsx } from "../src/engine/xlsx/save-xlsx";
import type { JsonBook, Row } from "../test/oracle/oracle-book";
import { measure, tell } from "./measure";
import { FIRST_DAY, WORK, type Work } from "./work";

const padded = (prefix: string, n: number, width: number): string => prefix + String(n).padStart(width, "0");
const day = (since: number): string =>
  new Date(Date.UTC(1899, 11, 30) + (FIRST_DAY + since) * 86_400_000).toISOString().slice(0, 10);

/** The work as one book in JSON, a draft a line, with times that rise within the day. */
export function jsonBook(work: Work): JsonBook {
  const seen = new Map<number, number>();
  const registers: Record<"purchases" | "sales", Row[]> = { purchases: [], sales: [] };
  for (let k = 0; k < work.count; k++) {
    const nth = (seen.get(work.day[k]) ?? 0) + 1;
    seen.set(work.day[k], nth);
    const sold = work.kind[k] === 1;
    registers[sold ? "sales" : "purchases"].push({
      type: sold ? "CK" : "RK",
      date: day(work.day[k]),
      time: new Date(nth * 1000).toISOString().slice(11, 19),
      partner: padded(sold ? "C" : "S", work.partner[k], 4),
      warehouse: `W${String(work.warehouse[k] + 1)}`,
      item: padded("I", work.item[k], 5),
      qty: work.qty[k],
      price: work.cents[k] / 100,
      draft: String(k),
    });
  }
  return {
    items: Array.from({ length: WORK.items }, (_, i) => ({ code: padded("I", i, 5) })),
    warehouses: Array.from({ length: WORK.warehouses }, (_, i) => ({ code: `W${String(i + 1)}` })),
    partners: [
      ...Array.from({ length: WORK.customers }, (_, i) => ({ code: padded("C", i, 4), kind: "customer" })),
      ...Array.from({ length: WORK.suppliers }, (_, i) => ({ code: padded("S", i, 4), kind: "supplier" })),
    ],
    ...registers,
  };
}

function runSteps(steps: string): string {
  const cli = path.join(__dirname, "cli.cjs");
  return execFileSync(process.execPath, [cli, "run", steps], { maxBuffer: 2 ** 30 }).toString();
}

/**
 * `new`, `post` and stock on hand of a book of 100,000 lines in one process, beside a process that does
 * nothing.
 */
export function benchRun(work: Work): void {
  const folder = mkdtempSync(path.join(tmpdir(), "taizhang-bench-"));
  const steps = path.join(folder, "steps.jsonl");
  const nothing = path.join(folder, "nothing.jsonl");
  const verbs = [
    { verb: "new", book: jsonBook(work), today: "2025-01-01" },
    { verb: "post" },
    { verb: "report", code: "stock-on-hand" },
  ];
  writeFileSync(steps, verbs.map((step) => JSON.stringify(step)).join("\n"));
  writeFileSync(nothing, "");
  const empty = measure(() => runSteps(nothing), 5);
  const whole = measure(() => runSteps(steps), 5);
  const value = /"value":([\d.]+),"reserved":0,"available":\d+\}\}/.exec(whole.answer)?.[1] ?? "?";
  tell("an empty run", empty.median);
  tell(`new + post + on hand, ${String(work.count)} lines`, whole.median, {
    note: `${(whole.median - empty.median).toFixed(0)} ms beyond the empty run, value ${value}`,
  });
  rmSync(folder, { recursive: true });
}

/**
 * Twelve columns of text, dates and numbers, as LibreOffice writes them; null where there is no LibreOffice.
 */
function libreOfficeBook(work: Work, folder: string): Uint8Array | null {
  const rows = Array.from({ length: work.count }, (_, k) => {
    const cents = (work.cents[k] / 100).toFixed(2);
    const item = padded("I", work.item[k], 5);
    const who = padded("C", work.partner[k], 4);
    return [
      day(work.day[k]),
      item,
      `货品${item}`,
      who,
      `客户${who}`,
      "W1",
      work.qty[k],
      cents,
      "只",
      "备注",
      "是",
      k,
    ].join(",");
  });
  writeFileSync(path.join(folder, "work.csv"), `a,b,c,d,e,f,g,h,i,j,k,l\n${rows.join("\n")}\n`);
  const soffice = spawnSync(
    "soffice",
    ["--headless", "--convert-to", "xlsx", "--outdir", folder, "work.csv"],
    { cwd: folder },
  );
  return soffice.status === 0 ? readFileSync(path.join(folder, "work.xlsx")) : null;
}

/** An .xlsx of 100,000 × 12 cells is opened, one column of it changed, and saved. */
export function benchXlsx(work: Work): void {
  const folder = mkdtempSync(path.join(tmpdir(), "taizhang-bench-"));
  const bytes = libreOfficeBook(work, folder);
  rmSync(folder, { recursive: true });
  if (bytes === null) {
    console.log("xlsx: skipped, no LibreOffice to write the file");
    return;
  }
  const opened = measure(() => openXlsx(bytes), 5);
  tell(`open .xlsx, ${String(work.count)} × 12`, opened.median, { note: `${String(bytes.length >> 10)} kB` });
  const saved = measure(() => {
    const book = openXlsx(bytes);
    const sheet = book.sheets[0];
    const rows = Array.from({ length: work.count }, (_, row) => row + 1);
    sheet.writeCells(
      8,
      rows,
      rows.map((row) => `件${String(row % 7)}`),
    );
    const start = performance.now();
    saveXlsx(book);
    return performance.now() - start;
  }, 5);
  const memory = `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB resident`;
  tell("save it with one column changed", saved.answer, { note: memory });
}
