import { randomInt } from "node:crypto";
import { userInfo } from "node:os";
import { join } from "node:path";
import { momentOf } from "../engine/formulas/moment-of";
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

/** A reader that has seen enough closes its end: no trouble of ours. */
const written = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      const isClosed = error !== null && error !== undefined && "code" in error && error.code === "EPIPE";
      if (error === null || error === undefined || isClosed) resolve();
      else reject(error);
    });
  });

const language = [process.env["LC_ALL"], process.env["LANG"]].find((each) => (each ?? "") !== "") ?? "";

const surroundings: Surroundings = {
  books: fileBooks(join(__dirname, "..", "assets", "samples"), () => momentOf(localTime())),
  clock: () => Date.now(),
  localTime,
  digit: () => randomInt(32),
  user: userName(),
  language: /^en/i.test(language) ? "en-US" : "zh-CN",
  out: written,
  note: (text) => process.stderr.write(text),
  debug: process.env["TAIZHANG_DEBUG"] === "1",
};

// What goes wrong with an answer is told to the one who writes it.
process.stdout.on("error", () => undefined);

void command(surroundings, process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
