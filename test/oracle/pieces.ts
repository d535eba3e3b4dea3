import { decimalText, fraction, minus, over, rounded, times } from "./fraction";
import type { Fraction } from "./fraction";
import { numberOf, textOf } from "./oracle-book";
import type { Entry, OracleBook, Row } from "./oracle-book";
import { typedValue } from "./typed-value";

/** The serial numbers that a row names, in its order. */
export function serialsOf(entry: Entry): readonly string[] {
  const named = textOf(entry.row, "serial").split(/[;；]/);
  return named.map((one) => one.trim()).filter((one) => one !== "");
}

/** The part of a whole that one of so many pieces bears, rounded up to each: so they come to the whole. */
export function partOf(whole: Fraction, { at, of }: { at: number; of: number }, decimals: number): Fraction {
  const upTo = (n: number): Fraction =>
    rounded(over(times(whole, fraction(String(n))), fraction(String(of))), decimals);
  return minus(upTo(at + 1), upTo(at));
}

const brings = ["QR", "BY", "KZ"];

/** What a row says of one of its pieces: its part of a value and of a count. */
function rowOf(entry: Entry, piece: { at: number; of: number }, decimals: number): Row {
  const whole = brings.includes(entry.type) ? typedValue(entry, decimals) : numberOf(entry.row, "value");
  const isShared = whole !== null && entry.type !== "PD";
  const ofEach = (column: string): Row => {
    const counted = numberOf(entry.row, column);
    return counted === null ? {} : { [column]: decimalText(over(counted, fraction(String(piece.of)))) };
  };
  return {
    ...entry.row,
    ...ofEach("counted"),
    ...ofEach("recount"),
    ...(isShared ? { value: decimalText(partOf(whole, piece, decimals)) } : {}),
  };
}

function piecesOf(entry: Entry, decimals: number): readonly Entry[] {
  const { item, qty } = entry;
  const serials = item?.serialized === true && item.costing === "batch" ? serialsOf(entry) : [];
  const of = serials.length;
  return serials.length === 0
    ? [entry]
    : serials.map((serial, at) => ({
        ...entry,
        piece: { at, of },
        batch: serial,
        qty: over(qty, fraction(String(of))),
        row: rowOf(entry, { at, of }, decimals),
      }));
}

/**
 * The book with a row for each piece of goods that cost what each of them cost, as if its serial number were
 * a batch. DOMAIN §5.6.
 */
export function byPiece(book: OracleBook): OracleBook {
  const entries = book.entries.flatMap((entry) => piecesOf(entry, book.decimals));
  return { ...book, entries, whole: book };
}

/** A row, or the piece of it, by a name of its own. */
export function keyOf({ rowId, piece, batch }: Entry): string {
  return piece === undefined ? rowId : `${rowId} ${batch ?? ""}`;
}
