import type { Ledgers } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import type { Change } from "../workbook/port";
import { derivedTable } from "../write/derived";
import { derivedRows, SMALL_TABLES } from "./derived-rows";
import type { Desk } from "./desk";
import { handOf, placesOf } from "./places";

/** The changes that keep up the small balance tables, where the book has them. */
export function balanceChanges(desk: Desk, read: ReadBook, ledgers: Ledgers): Change[] {
  const places = placesOf(read);
  return SMALL_TABLES.flatMap((id) => {
    const place = places.get(id);
    return place === undefined ? [] : [derivedTable(handOf(desk, read), place, derivedRows[id](ledgers))];
  });
}
