import { spawnSync } from "node:child_process";
import path from "node:path";

/** The root of the repository, where dist stands. */
export const root = path.join(__dirname, "../..");

const cli = path.join(root, "dist/cli.cjs");

/** A row of a report or of a table: column → what stands there. */
export type AnsweredRow = Readonly<Record<string, string | number | boolean | null>>;

/** What is told of a finding. */
export interface AnsweredFinding {
  readonly code: string;
  readonly severity: string;
}

/** What a verb or a step answers; each gives those of the fields that the contract names for it. */
export interface Answer {
  readonly ok: boolean;
  readonly rows: readonly AnsweredRow[];
  readonly findings: readonly AnsweredFinding[];
  readonly posted: readonly { readonly draft: string; readonly type: string; readonly number: string }[];
  readonly refused: readonly { readonly draft: string; readonly findings: readonly AnsweredFinding[] }[];
}

/** A step as it is asked: its verb and its options. */
export type Step = Readonly<Record<string, unknown>>;

/** Runs one verb in a terminal, and answers what it said: exit code and JSON. */
export function verb(...words: readonly string[]): {
  readonly status: number | null;
  readonly answer: Answer;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words, "--json"], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(`taizhang ${words.join(" ")}: ${stderr}`);
  return { status, answer: JSON.parse(stdout) as Answer };
}

/** Runs steps at a book in one process; the answers by order of the steps. */
export function steps(book: string, asked: readonly Step[]): readonly Answer[] {
  const input = asked.map((step) => `${JSON.stringify(step)}\n`).join("");
  const { stdout, stderr } = spawnSync(process.execPath, [cli, "run", book, "-"], {
    input,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = stdout.split("\n").filter((line) => line !== "");
  if (lines.length !== asked.length)
    throw new Error(`${lines.length} answers to ${asked.length} steps: ${stderr}`);
  return lines.map((line) => JSON.parse(line) as Answer);
}
