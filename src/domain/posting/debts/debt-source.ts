import type { Book } from "../../book/book";
import type { Documents } from "../../documents/group";
import type { Links } from "../../documents/links";
import type { Quantities } from "../moves/stock-effects";

/** What debts are made from. */
export interface DebtSource {
  readonly book: Book;
  readonly documents: Documents;
  /** Documents in business order. */
  readonly order: readonly number[] | Int32Array;
  readonly links: Links;
  readonly quantities: Quantities;
  /** Whether a payment with nothing named settles the oldest debts now. */
  readonly settlesItself: (document: number) => boolean;
}
