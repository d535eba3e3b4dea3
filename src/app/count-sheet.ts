import { findMember } from "../domain/book/find-member";
import { NONE } from "../domain/book/lines";
import { dayText } from "../domain/kernel/day";
import type { Moment } from "../domain/kernel/moment";
import { nearest } from "../domain/kernel/nearest";
import { figure } from "../domain/kernel/numbers";
import { type Heap, heapsIn } from "../domain/posting/followed/lying";
import type { ReadBook } from "../read/read-book";
import type { Answer, Desk } from "./desk";
import { newMark } from "./draft-marks";
import { enterRows } from "./enter-rows";
import { ledgersAt, loadBook } from "./load-book";
import { badStep, type GivenRow } from "./options";

/** Which warehouse is counted, of it which category and whose own bin ("" = all), and whether blindly. */
export interface CountAsked {
  readonly warehouse: string;
  readonly blind: boolean;
  readonly category: string;
  readonly bin: string;
}

/** The mark of the draft to fill in, and the rowIds of its rows; none where nothing lies there. */
export interface CountSheet {
  readonly draft: string;
  readonly rows: readonly string[];
}

/**
 * Makes a stocktake to fill in: a draft with a row for each heap that lies in a warehouse now, with what the
 * book says unless it is counted blindly. What stays blank in it was not counted. Its day and time are now:
 * what moves later is not touched by it. Source: DOMAIN §7; CONTRACT §4 count-sheet.
 */
export async function countSheet(desk: Desk, asked: CountAsked): Answer<CountSheet> {
  const { value: read, findings } = await loadBook(desk);
  if (read === null) return { value: null, findings };
  const { warehouses } = read.book.masters;
  const warehouse = findMember(warehouses, asked.warehouse);
  if (warehouse === NONE) {
    const codes = warehouses.map(({ code }) => code);
    return {
      value: null,
      findings: [badStep(`warehouse ${asked.warehouse}`, nearest(asked.warehouse, codes))],
    };
  }
  const heaps = heapsIn(ledgersAt(desk, read), warehouse, desk.moment.today).filter(isAsked(read, asked));
  if (heaps.length === 0) return { value: { draft: "", rows: [] }, findings: [] };
  const draft = newMark(desk.moment);
  const header = { type: "PD", ...stampOf(desk.moment), draft, warehouse: warehouses[warehouse].code };
  const rows = heaps.map((heap) => ({ ...header, ...rowOf(read, heap, asked.blind) }));
  const entered = await enterRows(desk, { table: "stock", rows });
  if (entered.value === null) return { value: null, findings: entered.findings };
  return { value: { draft, rows: entered.value.rowIds }, findings: entered.findings };
}

function isAsked({ book }: ReadBook, { category, bin }: CountAsked): (heap: Heap) => boolean {
  const { items } = book.masters;
  return ({ item }) =>
    (category === "" || items[item].category === category) && (bin === "" || items[item].bin === bin);
}

/** When it is counted: today, and the time of day where the clock shows that day. */
function stampOf({ today, now }: Moment): GivenRow {
  const date = dayText(today);
  return { date, time: now.startsWith(date) ? now.slice(11, 19) : null };
}

function rowOf({ book }: ReadBook, { item, batch, serial, qty }: Heap, isBlind: boolean): GivenRow {
  const { code, bin, unit } = book.masters.items[item];
  const said = {
    item: code,
    bin: bin || null,
    unit: unit || null,
    batch: batch || null,
    serial: serial || null,
  };
  return { ...said, book: isBlind ? null : figure(qty, 6) };
}
