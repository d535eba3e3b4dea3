import { fraction, minus, sum, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { numberOf, textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import { serialsOf } from "./pieces";
import { wayStation } from "./transfers";

type Placing = (book: OracleBook, entry: Entry) => string | null;

const intoIt: Placing = (_, { warehouse }) => warehouse;
const outOfIt: Placing = () => "";

/** Where pieces lie once a row that names them is posted; "" = they have left, null = it moves none. */
const placings: Readonly<Record<string, Placing | undefined>> = {
  ...{ RK: intoIt, QR: intoIt, BY: intoIt, KZ: intoIt, CP: intoIt, XT: intoIt, LT: intoIt },
  ...{ CK: outOfIt, LS: outOfIt, CT: outOfIt, BS: outOfIt, QC: outOfIt, LL: outOfIt },
  DB: (_, { row }) => textOf(row, "toWarehouse"),
  DC: wayStation,
  DR: (_, { row, warehouse }) => textOf(row, "toWarehouse") || warehouse,
  PD: (_, entry) => (countedOf(entry) === null ? null : isThere(entry) ? entry.warehouse : ""),
};

function countedOf({ row }: Entry): Fraction | null {
  return numberOf(row, "recount") ?? numberOf(row, "counted");
}

function isThere(entry: Entry): boolean {
  return countedOf(entry)?.n !== 0n;
}

/** Where a piece lies before a row; "" = nowhere. */
function placeBefore(book: OracleBook, before: Entry, serial: string): string {
  let place = "";
  for (const entry of book.entries) {
    if (entry === before) return place;
    if (entry.item === before.item && serialsOf(entry).includes(serial))
      place = placings[entry.type]?.(book, entry) ?? place;
  }
  return place;
}

/**
 * How many pieces a count finds more, or less, than lie there by then: each by its number. Null = it names
 * none. DOMAIN §7.
 */
export function piecesFound(book: OracleBook, entry: Entry): Fraction | null {
  const serials = entry.item?.serialized === true && entry.piece === undefined ? serialsOf(entry) : [];
  if (serials.length === 0) return null;
  const found = isThere(entry) ? fraction("1") : zero;
  const differences = serials.map((serial) => {
    const lies = placeBefore(book, entry, serial) === entry.warehouse ? fraction("1") : zero;
    return minus(found, lies);
  });
  return sum(differences);
}
