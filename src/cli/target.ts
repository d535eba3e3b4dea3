import { badStep } from "../app/options";
import type { Finding } from "../domain/kernel/finding";
import type { Session } from "./session";

/** What a path ends with where that names a form of file; a folder may be called `books.2026`. */
const ENDING = /\.([a-z][a-z0-9]{0,4})$/i;

function endingOf(path: string | null | undefined): string {
  return ENDING.exec(path ?? "")?.[1]?.toLowerCase() ?? "";
}

/** What is wrong with the form that a path names; a book keeps an ending that it was opened with. */
function badForm(path: string, own: string): readonly Finding[] {
  const ending = endingOf(path);
  if (ending === "xlsx" && own === "xlsm") return [badStep(path, null, "macros")];
  return ["", "xlsx", "json", own].includes(ending) ? [] : [badStep(path, null, "form")];
}

/**
 * Why a book cannot be kept at a path: it names no form of book, or something stands there. Another book is
 * written over only where that is asked for (`overBook`), anything else never. Raises BAD_STEP.
 */
export function badTarget(session: Session, path: string, overBook: boolean): readonly Finding[] {
  const wrong = badForm(path, endingOf(session.book?.path));
  if (wrong.length > 0) return wrong;
  const standing = session.surroundings.books.standing(path);
  if (standing === "other") return [badStep(path, null, "noBook")];
  return standing === "nothing" || overBook ? [] : [badStep(path, null, "fresh")];
}

/** What is wrong with `--out`, where it names another place than the book's own. */
export function badOut(
  session: Session,
  path: string | null,
  named: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  const { out } = named;
  return typeof out !== "string" || out === path ? [] : badTarget(session, out, named["force"] === true);
}
