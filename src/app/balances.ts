import type { Ledgers } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import { tableById } from "../registers/names";
import type { Change } from "../workbook/port";
import { derivedColumns } from "../write/derived";
import { headerFor } from "../write/hand";
import { balancePatch } from "./balance-patch";
import { creation, nameFor } from "./book-tables";
import { derivedRows, SMALL_TABLES } from "./derived-rows";
import type { Desk } from "./desk";
import { handOf, placesOf } from "./places";

/** The changes that keep up the small balance tables; one that the book lacks is made. */
export function balanceChanges(desk: Desk, read: ReadBook, ledgers: Ledgers): Change[] {
  const places = placesOf(read);
  const hand = handOf(desk, read);
  return SMALL_TABLES.flatMap((id): readonly Change[] => {
    const rows = derivedRows[id](ledgers);
    const known = places.get(id);
    const source = read.sources.get(id);
    if (known !== undefined && source !== undefined) {
      return balancePatch(hand, known, { cells: source.cells, rows }).changes;
    }
    const table = tableById(id);
    const headers = new Map(table.columns.map((column) => [column.id, headerFor(hand, column)]));
    const place = { table, name: nameFor(hand, table), headers };
    const made = creation(hand, table, read.book.settings.moneyDecimals);
    const columns = derivedColumns(hand, place, rows);
    return [made, { do: "append", table: place.name, count: rows.length, columns }];
  });
}
