import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The built command. */
export const program = path.join(__dirname, "../../dist/cli.cjs");

/** What the program said and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What a finding says in JSON. */
export interface ToldFinding {
  readonly code: string;
  readonly severity: string;
  readonly table: string | null;
  readonly row: number;
  readonly column: string | null;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What a verb or a step answers, as far as these tests look. */
export interface Told {
  readonly ok: boolean;
  readonly step: number;
  readonly verb: string | null;
  readonly findings: readonly ToldFinding[];
  readonly failures: readonly ToldFinding[];
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly rowIds: readonly string[];
  readonly tables: readonly string[];
  readonly posted: readonly { readonly number: string; readonly type: string; readonly draft: string }[];
  readonly refused: readonly { readonly draft: string; readonly findings: readonly ToldFinding[] }[];
  readonly changed: number;
  readonly added: number;
  readonly skipped: number;
  readonly ignored: readonly string[];
}

/** How the program is run: what it reads, and as whom. */
export interface Running {
  readonly input?: string;
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the program with these words. */
export function taizhang(words: readonly string[], { input = "", uid, env = {} }: Running = {}): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    input,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, LANG: "zh_CN.UTF-8", LC_ALL: "", ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs a verb with --json: its answer and its exit code. */
export function verb(...words: readonly string[]): { readonly code: number | null; readonly told: Told } {
  const { code, out, err } = taizhang([...words, "--json"]);
  if (out === "") throw new Error(`no answer: ${err}`);
  return { code, told: JSON.parse(out) as Told };
}

const nothing = { rowIds: [], findings: [], rows: [] };

/** Steps as lines: objects as JSON, texts as they are. */
export function lines(steps: readonly unknown[]): string {
  return steps.map((step) => `${typeof step === "string" ? step : JSON.stringify(step)}\n`).join("");
}

/** Runs steps in one process, on a book where `words` name one. */
export function run(
  steps: readonly unknown[],
  ...words: readonly string[]
): { readonly code: number | null; readonly told: readonly Told[] } {
  const { code, out } = taizhang(["run", ...words, "-"], { input: lines(steps) });
  const answers = out.split("\n").filter((line) => line !== "");
  return { code, told: answers.map((line) => ({ ...nothing, ...(JSON.parse(line) as Told) })) };
}

/** A folder for one test file, gone when its tests are done. */
export function testFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "taizhang-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A little book: one item, one warehouse, one partner. */
export const little = {
  settings: [{ key: "language", value: "en-US" }],
  items: [{ code: "bolt", name: "Bolt", unit: "pc" }],
  warehouses: [{ code: "MAIN", name: "Main" }],
  partners: [{ code: "P1", name: "Partner" }],
};

/** A line of a receipt for the little book. */
export const receipt = {
  type: "RK",
  date: "2026-01-05",
  partner: "P1",
  warehouse: "MAIN",
  item: "bolt",
  qty: 10,
  price: 2.5,
};
