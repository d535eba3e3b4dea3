import { bookTables } from "../app/book-tables";
import type { Desk } from "../app/desk";
import type { Language } from "../domain/kernel/title";
import type { OpenBook } from "../workbook/files/book-forms";
import type { Workbook } from "../workbook/port";
import { plainVoice, type Voice } from "./message";
import { moments, type Moments } from "../app/moments";
import { costingMemory, type Readings } from "../app/readings";
import type { Surroundings } from "./surroundings";

/** One run of the program: the book at hand, who acts when, and whether anything was changed. */
export interface Session {
  readonly surroundings: Surroundings;
  readonly moments: Moments;
  /** How the book at hand was costed, from one step to the next. */
  readonly readings: Readings;
  book: OpenBook | null;
  changed: boolean;
}

/** A session without a book. */
export function newSession(surroundings: Surroundings): Session {
  return {
    surroundings,
    moments: moments(surroundings),
    readings: costingMemory(),
    book: null,
    changed: false,
  };
}

/** What actions on a book of the session work at; the session hears of changes to it. */
export function deskOf(session: Session, book: OpenBook): Desk {
  const { workbook, form } = book;
  const apply: Workbook["apply"] = async (changes, course) => {
    await workbook.apply(changes, course);
    if (changes.length > 0 && session.book === book) session.changed = true;
  };
  const watched: Workbook = { ...workbook, apply };
  const { moments, readings } = session;
  return { workbook: watched, moment: moments.moment, strict: form === "xlsx", readings };
}

/** In which language the book at hand is, and which rows of their sheets its tables begin in. */
export async function voiceOf(session: Session): Promise<Voice> {
  const { book, surroundings } = session;
  if (book === null) return plainVoice(surroundings.language);
  const { hand, known } = await bookTables(deskOf(session, book));
  if (book.form === "json") return plainVoice(hand.language);
  const firstRows = new Map([...known].map(([id, { firstRow }]) => [id, firstRow]));
  return { language: hand.language, firstRows };
}

/** In which language the book at hand is, else the program. */
export async function languageOf(session: Session): Promise<Language> {
  if (session.book === null) return session.surroundings.language;
  return (await bookTables(deskOf(session, session.book))).hand.language;
}
