import { randomInt } from "node:crypto";
import { createReadStream } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { fileBooks } from "../workbook/files/file-books";
import { command } from "./command";
import type { Surroundings } from "./surroundings";

const twoDigits = (n: number): string => String(n).padStart(2, "0");

function localTime(): string {
  const now = new Date();
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(twoDigits).join("-");
  return `${date}T${[now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join(":")}`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env["USER"] ?? "";
  }
}

const written = (text: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(text, () => {
      resolve();
    });
  });

const surroundings: Surroundings = {
  books: fileBooks(join(__dirname, "..", "assets", "samples")),
  clock: () => Date.now(),
  localTime,
  digit: () => randomInt(32),
  user: userName(),
  language: /^en/i.test(process.env["LC_ALL"] ?? process.env["LANG"] ?? "") ? "en-US" : "zh-CN",
  out: written,
  note: (text) => process.stderr.write(text),
  bytes: (path) => (path === "-" ? process.stdin : createReadStream(path)),
};

/** A reader that has seen enough closes its end: no trouble of ours. */
process.stdout.on("error", () => process.exit(0));

void command(surroundings, process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
