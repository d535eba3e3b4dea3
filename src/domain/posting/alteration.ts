import { lastClosed } from "../book/closed-periods";
import { rowOf } from "../book/lines";
import { serialsIn } from "../book/serials";
import { documentTypes } from "../documents/index";
import { closedFacts } from "../documents/open-days";
import { placeOf } from "../documents/place";
import type { Day } from "../kernel/day";
import { type Facts, type Finding, finding } from "../kernel/finding";
import { shortMoments } from "./moves/availability";
import { closedJobs } from "./moves/conversions";
import type { Ledgers } from "./ledgers";
import { figuresByLine } from "./line-figures";
import { newSerialBreaks, serialBreakFinding } from "./judging/serial-breaks";
import { shortFinding } from "./judging/short-findings";

/** A posted document that is changed: the ledgers of the same lines before and after, and its own lines. */
export interface Alteration {
  readonly before: Ledgers;
  readonly after: Ledgers;
  readonly own: readonly number[];
}

/**
 * What forbids a change of a posted document: a moment that runs short because of it (STOCK_SHORT,
 * LATER_SHORT with the first voucher that fails), a serial number that then leaves without having come, or
 * comes while it is there (SERIAL_MISSING, SERIAL_THERE), a figure of a closed period that would change
 * (PERIOD_CLOSED), a debt that no longer bears what was settled of it. Source: DOMAIN §3.2, §6, §13, §14.
 */
export function alterationFindings(alteration: Alteration): Finding[] {
  return [
    ...newShorts(alteration),
    ...brokenSerials(alteration),
    ...closedFigures(alteration),
    ...newDebtFindings(alteration),
  ];
}

/** PERIOD_CLOSED where a line's date is frozen or in a closed period. */
export function closedDay({ book }: Ledgers, line: number): Finding[] {
  return closedOn(book, line, { day: book.lines.day[line], number: book.lines.number[line] });
}

/** JOB_CLOSED where a line belongs to a production job that is finished: what it made has its final cost. */
export function finishedJob({ book, order }: Ledgers, own: readonly number[]): Finding[] {
  const { type, job } = book.lines;
  const isOfJob = (line: number): boolean => documentTypes[type[line]].job !== undefined && job[line] !== "";
  if (!own.some(isOfJob)) return [];
  const jobs = closedJobs(book, order);
  const done = own.find((line) => isOfJob(line) && jobs.has(job[line]));
  return done === undefined
    ? []
    : [finding("JOB_CLOSED", placeOf(book.lines, done, "job"), { job: job[done] })];
}

/** A day that is closed, and what else is to be told of it. */
interface ClosedOn extends Facts {
  readonly day: Day;
}

function closedOn(book: Ledgers["book"], line: number, { day, ...more }: ClosedOn): Finding[] {
  const facts = closedFacts(book, day);
  if (facts === null) return [];
  return [finding("PERIOD_CLOSED", placeOf(book.lines, line, "date"), { ...facts, ...more })];
}

function newShorts({ before, after, own }: Alteration): Finding[] {
  const now = shortBins(after);
  if (now.length === 0) return [];
  const known = new Set(shortBins(before).map(({ key }) => key));
  const { book, effects } = after;
  return now
    .filter(({ key }) => !known.has(key))
    .map(({ short }) => {
      const failing = effects.line[short.effect];
      const item = effects.bins.item[effects.bin[short.effect]];
      const guilty = own.includes(failing) ? failing : own.find((line) => book.lines.item[line] === item);
      return shortFinding(book, effects, { ...short, culprit: guilty ?? own[0] });
    });
}

/** Told at its own line that names the number, or named it before. */
function brokenSerials({ before, after, own }: Alteration): Finding[] {
  const names = (line: number, serial: string): boolean =>
    [before, after].some(({ book }) => serialsIn(book.lines.serial[line]).includes(serial));
  return newSerialBreaks(before, after).map((broken) => {
    const ofItem = own.filter((line) => after.book.lines.item[line] === broken.item);
    const guilty = ofItem.find((line) => names(line, broken.serial)) ?? ofItem.at(0) ?? own[0];
    return serialBreakFinding(after.book, broken, own.includes(broken.line) ? broken.line : guilty);
  });
}

/** Every bin that runs short at some moment, once, at the first. */
function shortBins({ book, effects, documents }: Ledgers) {
  const moments = shortMoments({ book, effects, documentOf: documents.ofLine, isDraft: () => false });
  return moments.map((short) => {
    const bin = effects.bin[short.effect];
    const { item, warehouse, batch } = effects.bins;
    return { short, key: [item[bin], warehouse[bin], batch[bin]].join("\u001f") };
  });
}

/**
 * PERIOD_CLOSED at a line where a figure of a closed period would change, whatever the document's own date;
 * its own lines aside.
 */
export function closedFigures({ before, after, own }: Alteration, at = own[0]): Finding[] {
  const { lines, masters } = after.book;
  const closed = lastClosed(masters.periods);
  if (closed === null) return [];
  const [old, now] = [figuresByLine(before), figuresByLine(after)];
  const mine = new Set(own);
  const isOther = (line: number): boolean => now.some((column, i) => !Object.is(column[line], old[i][line]));
  const changed = after.order.findIndex(
    (line) => lines.day[line] <= closed.to && !mine.has(line) && isOther(line),
  );
  if (changed === -1) return [];
  const moved = after.order[changed];
  const { table, row } = rowOf(lines, moved);
  const restated = { restated: lines.number[moved], restatedTable: table, restatedRow: row };
  const number = own.length === 0 ? null : lines.number[own[0]];
  return closedOn(after.book, at, { day: lines.day[moved], ...restated, number });
}

function newDebtFindings({ before, after }: Alteration): Finding[] {
  const key = ({ code, table, row, column }: Finding): string => [code, table, row, column].join(" ");
  const known = new Set(before.debts.findings.map(key));
  return after.debts.findings.filter((found) => !known.has(key(found)));
}
