import type { ReadBook } from "../read/read-book";
import type { RegisterPlace } from "../write/line-stamps";
import type { Hand } from "../write/hand";
import type { Desk } from "./desk";

/** Where the tables of a book stand in the workbook, by id. */
export function placesOf(read: ReadBook): ReadonlyMap<string, RegisterPlace> {
  const places = new Map<string, RegisterPlace>();
  for (const [id, { table, cells, columns }] of read.sources) {
    const headers = new Map([...columns].map(([column, index]) => [column, cells.headers[index]]));
    places.set(id, { table, name: cells.name, headers });
  }
  return places;
}

/** How this book is written into. */
export function handOf(desk: Desk, read: ReadBook): Hand {
  return { workbook: desk.strict, language: read.book.settings.language };
}
