import { convertBook } from "../app/convert-book";
import type { OpenBook } from "../workbook/files/book-forms";
import { deskOf, languageOf, type Session } from "./session";

/**
 * Writes the book at a path in the form the path names: a workbook is turned into JSON or CSV on its way, and
 * back.
 */
export async function saveBook(session: Session, book: OpenBook, path: string): Promise<void> {
  const { books } = session.surroundings;
  const isWorkbook = books.formAt(path) === "xlsx";
  if (isWorkbook === (book.form === "xlsx")) {
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
