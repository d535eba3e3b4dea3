import { linesOf } from "../domain/documents/group";
import type { Prepared } from "../domain/posting/prepare";
import type { ReadBook } from "../read/read-book";
import type { Change } from "../workbook/port";
import { headerStamps, markStamp, type Stamp, stampLines } from "../write/line-stamps";
import { markDrafts } from "./draft-marks";
import type { Desk } from "./desk";
import { handOf, placesOf } from "./places";
import { handlerOfHead, termsOfHead, textHeaderStamps } from "./text-header-stamps";
import { differingLines } from "./typed-cells";

/** Which drafts to fill in; `besides` is stamped with it, and then every row of theirs is. */
export interface Filling {
  readonly prepared: Prepared;
  readonly drafts: readonly number[];
  readonly besides?: readonly Stamp[];
}

/**
 * The changes that fill in what continuation rows of drafts leave to the row above, together with a draft
 * mark; a row with a cell that cannot be read gets the mark alone. Source: CONTRACT §2.
 */
export function fillingChanges(desk: Desk, read: ReadBook, { prepared, drafts, besides = [] }: Filling) {
  const { documents, ledgers } = prepared;
  const { book } = ledgers;
  const { lines } = book;
  markDrafts(prepared, drafts, desk.moment);
  const hand = handOf(desk, read);
  const own = drafts.flatMap((draft) => Array.from(linesOf(documents, draft))).sort((a, b) => a - b);
  const ofHead = [termsOfHead(read, documents), handlerOfHead(read, documents)];
  const texts = [...textHeaderStamps(read, documents), ...ofHead, ...besides];
  const stamped = (chosen: readonly number[], stamps: readonly Stamp[]): readonly Change[] => {
    const differing = differingLines(read, chosen, stamps);
    return stampLines({ lines, chosen: differing, places: placesOf(read), hand }, stamps);
  };
  return [
    ...stamped(
      own.filter((line) => lines.faulty[line] === 0),
      [...headerStamps(book, hand), ...texts],
    ),
    ...stamped(
      own.filter((line) => lines.faulty[line] === 1),
      [markStamp(lines), ...texts],
    ),
  ];
}
