import { daysOf, lastClosed } from "../domain/book/closed-periods";
import { REGISTERS, STATUSES } from "../domain/book/lines";
import { placeOf } from "../domain/documents/place";
import { type Finding, finding } from "../domain/kernel/finding";
import { figure } from "../domain/kernel/numbers";
import { closedFigureFindings, openedByHand, PERIOD_ACTIONS } from "../domain/log/periods-told";
import type { Ledgers } from "../domain/posting/ledgers";
import { closingPrint } from "../domain/posting/line-figures";
import type { ReadBook } from "../read/read-book";
import { type PlacedLogRow, rowsOfActions } from "../read/read-log";
import type { Cell, Change } from "../workbook/port";
import { closedUnknown } from "./closed-gone";
import { isSameCell, plain } from "./typed-cells";

const POSTED = STATUSES.indexOf("posted");

/** A posted row of a closed period, its cost as it stands, and what would be written over it. */
interface Moved {
  readonly line: number;
  readonly is: Cell;
  readonly would: Cell;
}

/**
 * What forbids writing changes: somebody opened a closed period by hand or deleted what its rows name, or
 * they, or what was changed by hand before, give one other figures. `ledgers` are those of the book, before
 * the changes or with them.
 */
export function closedFindings(
  read: ReadBook,
  changes: readonly Change[],
  ledgers: Ledgers,
): readonly Finding[] {
  const opened = openedByHand(read.book.masters.periods, periodsTold(read));
  if (opened.length > 0) return opened;
  const unknown = closedUnknown(read);
  if (unknown.length > 0) return unknown;
  const moved = closedMoved(read, changes);
  return moved.length > 0 ? moved : closedDiffers(read, ledgers);
}

function periodsTold({ logs }: ReadBook): readonly PlacedLogRow[] {
  return logs.flatMap((cells) => rowsOfActions(cells, PERIOD_ACTIONS));
}

/** CLOSED_DIFFERS where what is closed does not come to what the log says that it came to then. */
export function closedDiffers(read: ReadBook, ledgers: Ledgers): readonly Finding[] {
  const { book } = read;
  const { periods } = book.masters;
  if (lastClosed(periods) === null) return [];
  return closedFigureFindings(periods, periodsTold(read), {
    now: (last) => closingPrint(ledgers, last),
    shown: (units) => figure(units, book.settings.moneyDecimals),
  });
}

/**
 * CLOSED_MOVED, at the first of them, where changes would write another cost into posted rows of a closed
 * period than stands there: whatever the cause, none of them is to be written. A blank cost is none: a post
 * that broke off has not come to it. Source: DOMAIN §0.6, §13.
 */
function closedMoved(read: ReadBook, changes: readonly Change[]): readonly Finding[] {
  const { lines, masters } = read.book;
  const closed = lastClosed(masters.periods);
  if (closed === null) return [];
  const moved = REGISTERS.flatMap((_, register) => movedIn(read, register, changes));
  const inside = moved.filter(({ line }) => lines.status[line] >= POSTED && lines.day[line] <= closed.to);
  const first = inside.sort((a, b) => lines.day[a.line] - lines.day[b.line] || a.line - b.line).at(0);
  if (first === undefined) return [];
  const day = lines.day[first.line];
  const own = masters.periods.find(
    (each) => each.closed && daysOf(each).from <= day && day <= daysOf(each).to,
  );
  const facts = {
    number: lines.number[first.line],
    period: own?.period ?? closed.period,
    is: plain(first.is),
    would: plain(first.would),
    rows: inside.length,
  };
  return [finding("CLOSED_MOVED", placeOf(lines, first.line, "cost"), facts)];
}

/** The rows of a register that show a cost, and are to show another. */
function movedIn({ book, sources }: ReadBook, register: number, changes: readonly Change[]): Moved[] {
  const source = sources.get(REGISTERS[register]);
  const index = source?.columns.get("cost");
  if (source === undefined || index === undefined) return [];
  const { name, headers } = source.cells;
  const [from, to] = [book.lines.offsets[register], book.lines.offsets[register + 1]];
  const stands = source.cells.column(index);
  return changes.flatMap((change) => {
    if (change.do !== "stamp" || change.table !== name) return [];
    const cells = change.columns.find(({ header }) => header === headers[index])?.cells;
    if (cells === undefined) return [];
    const all = change.rows.map((row, at) => ({
      line: from + row,
      is: stands[row] ?? null,
      would: cells[at] ?? null,
    }));
    return all.filter(
      ({ line, is, would }) => line < to && is !== null && is !== "" && !isSameCell(would, is),
    );
  });
}
