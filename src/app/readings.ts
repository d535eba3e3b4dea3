import type { Book } from "../domain/book/book";
import type { KeptCosting } from "../domain/costing/replay";
import type { Checked } from "../domain/kernel/checked";
import { type Ledgers, ledgersOf } from "../domain/posting/ledgers";
import { readBook, type BookReading, type ReadBook } from "../read/read-book";
import type { TableCells } from "../workbook/port";

/**
 * Remembers the book as it was last read and the ledgers of it, so that what did not change is not read
 * twice.
 */
export interface Readings {
  /** The book in these very tables; read again where one of them is another object than last time. */
  read(tables: readonly TableCells[], reading: BookReading): Checked<ReadBook>;
  /** The ledgers of a book; made once for the book last read. */
  ledgers(book: Book): Ledgers;
  /** How the book was costed last, be it as it was read or as it will be; null = it was not. */
  kept(): KeptCosting | null;
  /** Remembers how ledgers were costed that were worked out otherwise. */
  keep(ledgers: Ledgers): void;
}

interface Reading {
  readonly tables: readonly TableCells[];
  readonly strangers: readonly string[];
  readonly read: Checked<ReadBook>;
}

function isSame<T>(before: readonly T[], now: readonly T[]): boolean {
  return before.length === now.length && before.every((each, i) => each === now[i]);
}

/** A memory of one book, at first empty. */
export function readings(): Readings {
  let last: Reading | null = null;
  let made: Ledgers | null = null;
  let kept: KeptCosting | null = null;
  const keep = (ledgers: Ledgers | null): void => {
    kept = ledgers?.kept ?? kept;
  };
  return {
    read: (tables, reading) => {
      const strangers = reading.strangers ?? [];
      if (last === null || !isSame(last.tables, tables) || !isSame(last.strangers, strangers))
        last = { tables, strangers, read: readBook(tables, reading) };
      return last.read;
    },
    ledgers: (book) => {
      if (made?.book === book) return made;
      keep(made);
      return (made = ledgersOf(book, kept));
    },
    kept: () => made?.kept ?? kept,
    keep,
  };
}

/** A memory of how one book was costed alone: where the book is read anew for every action. */
export function costingMemory(): Readings {
  let kept: KeptCosting | null = null;
  return {
    read: readBook,
    ledgers: (book) => ledgersOf(book, kept),
    kept: () => kept,
    keep: (ledgers) => {
      kept = ledgers.kept ?? kept;
    },
  };
}
