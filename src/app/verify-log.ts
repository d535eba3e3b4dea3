import type { Finding } from "../domain/kernel/finding";
import { adoptedIn } from "../domain/log/adopted";
import { brokenLinks } from "../domain/log/chain";
import { costingFindings } from "../domain/log/costing-told";
import { unitFindings } from "../domain/log/units-told";
import { type CellDifference, type Differences, differences } from "../domain/log/differences";
import { brokenFindings, differenceFindings, isStamped, unloggedFindings } from "../domain/log/log-findings";
import { parameterFindings } from "../domain/log/parameters-told";
import { periodFindings } from "../domain/log/periods-told";
import { recordedRows, type RecordedRow } from "../domain/log/recorded";
import type { ReadBook } from "../read/read-book";
import { logRows, logTexts } from "../read/read-log";
import { logStation } from "../registers/names";
import { amendWords } from "./amended-cells";
import { rowsStanding } from "./log-changes";

/** The registers beside what the log says of them. */
export interface LoggedBook {
  readonly recorded: ReadonlyMap<string, RecordedRow>;
  readonly differences: Differences;
  /** Where the chains are broken, and where the registers are not as the log has them. */
  readonly findings: readonly Finding[];
}

/**
 * Compares a book with its log: every posted row that was edited, deleted or put in by hand, and every row of
 * the log that is not as it was written. Beside an empty log nothing may say when it was posted. Source:
 * CONTRACT §2, §4 verify.
 */
export function loggedBook(read: ReadBook): LoggedBook {
  const logs = read.logs.map((cells) => ({ station: logStation(cells.name) ?? "", rows: logRows(cells) }));
  const told = logs.map(({ rows }) => rows);
  const recorded = recordedRows(told);
  const isBegun = told.some((rows) => rows.length > 0);
  const standing = rowsStanding(read).filter(({ cells }) => isBegun || isStamped(cells));
  const found = differences(recorded, standing);
  const broken = logs.flatMap(({ station, rows }) =>
    brokenFindings(brokenLinks(rows), station, (at) => rows[at].row + 1),
  );
  const unlogged = unloggedFindings(found, recorded, adoptedIn(told.flat()));
  const masters = [
    ...costingFindings(read.book, told.flat()),
    ...unitFindings(read.book, logTexts(read.logs)),
    ...parameterFindings(read.book, told.flat()),
  ];
  const periods = isBegun ? periodFindings(read.book.masters.periods, told.flat()) : [];
  return {
    ...{ recorded, differences: found },
    findings: [...broken, ...differenceFindings(found, amendOf), ...unlogged, ...masters, ...periods],
  };
}

/** Where the log itself was changed, so that nothing can be made of what it tells. */
export function brokenLog({ findings }: LoggedBook): readonly Finding[] {
  return findings.filter(({ code }) => code === "LOG_BROKEN");
}

/** How the change of a posted row by hand would be made an amendment; null where it cannot be. */
function amendOf({ standing: { table, number, cells }, column, is }: CellDifference): string | null {
  return amendWords({ table, number, line: String(cells["line"] ?? ""), column, value: is });
}
