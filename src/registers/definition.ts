import type { Title } from "../domain/kernel/title";

/**
 * What a column's cells hold. `code` a key or the key of another table; `quantity` up to 6 decimals, `price`
 * up to 6, `money` up to the setting's decimals, `rate` per cent, `flag` yes or no, `word` one of a fixed
 * list, `stamp` text that the program writes (who, when as ISO text).
 */
export type ColumnKind =
  | "code"
  | "text"
  | "day"
  | "time"
  | "quantity"
  | "price"
  | "money"
  | "rate"
  | "whole"
  | "number"
  | "flag"
  | "word"
  | "stamp";

/** One word that a cell may hold: its code on disk and in JSON, its name in both languages. */
export interface Word {
  readonly code: string;
  readonly title: Title;
}

/** One column of a table: `id` in JSON and CSV, title as the header in a workbook of that language. */
export interface ColumnDefinition {
  readonly id: string;
  readonly title: Title;
  readonly kind: ColumnKind;
  /** Part of the key: may not be missing. */
  readonly key?: true;
  /** Written by the program, never typed. */
  readonly computed?: true;
  /** Id of the master table whose code stands here. */
  readonly refersTo?: string;
  readonly words?: readonly Word[];
  /** In characters; a kind has its own where none is said. */
  readonly width?: number;
  /** Rarely used: grouped and collapsed at the right. */
  readonly grouped?: true;
  readonly hidden?: true;
}

/** A table of the book; the columns stand in the order of a new sheet. */
export interface TableDefinition {
  readonly id: string;
  readonly title: Title;
  readonly role: "settings" | "master" | "register" | "derived" | "log";
  /** The book cannot be without it. */
  readonly required?: true;
  /** A user may well have a table of that name: it is ours only where its key columns are there. */
  readonly yields?: true;
  /** Ids of the columns that, blank ones too, tell rows apart which bear the same key; else none do. */
  readonly apart?: readonly string[];
  readonly columns: readonly ColumnDefinition[];
}
