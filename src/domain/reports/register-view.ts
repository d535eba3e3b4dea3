import type { Title } from "../kernel/title";

/** The texts of the book's tables that its ledgers do not hold, for reports that may ask for any column. */
export interface RegisterView {
  /** The columns that a table has, the user's own among them. */
  columns(table: string): readonly { readonly id: string; readonly title: Title }[];
  /**
   * The text of a column by row: of a register its body row, counted from 0; of a master the member's place.
   * Codes as codes, days as ISO text, "" = blank; null = the table has no such column.
   */
  text(table: string, column: string): ((row: number) => string) | null;
}
