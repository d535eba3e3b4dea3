import { badStep } from "../app/options";
import type { Finding } from "../domain/kernel/finding";
import type { OpenBook } from "../workbook/files/book-forms";
import { commandWords } from "./command-line";
import { message } from "./message";
import { runSteps } from "./run-steps";
import { saveBook } from "./save-book";
import type { Session } from "./session";

/** `run [BOOK] STEPS`: a book is opened first and saved once at the end, where a step changed it. */
export async function runCommand(session: Session, args: readonly string[]): Promise<number> {
  const { value: words, findings } = commandWords(args, []);
  const { length } = words.operands;
  const uncounted = length === 1 || length === 2 ? [] : [badStep("run [BOOK] STEPS")];
  const wrong = [...findings, ...uncounted, ...session.moments.take(words.named)];
  if (wrong.length > 0) return refused(session, wrong);
  const path = length === 2 ? words.operands[0] : null;
  if (path !== null) session.book = session.surroundings.books.open(path);
  const opened = session.book;
  const isAllOk = await runSteps(session, session.surroundings.books.bytes(words.operands[length - 1]));
  await saved(
    session,
    typeof words.named["out"] === "string" ? words.named["out"] : pathStill(session, opened),
  );
  return isAllOk ? 0 : 1;
}

/** Where the book that was opened is; null where a step began another one, which is only in memory. */
function pathStill({ book }: Session, opened: OpenBook | null): string | null {
  return book === opened ? (opened?.path ?? null) : null;
}

async function saved(session: Session, target: string | null): Promise<void> {
  const { book, changed } = session;
  if (book !== null && target !== null && changed) await saveBook(session, book, target);
}

function refused({ surroundings }: Session, findings: readonly Finding[]): number {
  for (const found of findings) surroundings.note(`${message(surroundings.language, found)}\n`);
  return 2;
}
