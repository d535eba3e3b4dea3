import { convertBook } from "../app/convert-book";
import type { OpenBook } from "../workbook/files/book-forms";
import { deskOf, languageOf, type Session } from "./session";

/**
 * Writes the book at a path in the form the path names. Between forms it is converted; only as CSV a JSON
 * book keeps its own headers and words.
 */
export async function saveBook(session: Session, book: OpenBook, path: string): Promise<void> {
  const { books } = session.surroundings;
  const form = books.formAt(path);
  if (form === book.form || (form === "csv" && book.form === "json")) {
    book.save(path);
    return;
  }
  const target = books.begin(path);
  await convertBook(deskOf(session, book), {
    to: deskOf(session, target),
    language: await languageOf(session),
  });
  target.save(path);
}
