import { type Finding, finding } from "../kernel/finding";
import { type Adopted, adoptedRows } from "./adopted";
import type { BrokenLink } from "./chain";
import type { CellDifference, Differences, StandingRow } from "./differences";
import { type PostedCells } from "./posted-cells";
import type { RecordedRow } from "./recorded";

/**
 * POSTED_CHANGED for every cell, POSTED_GONE for every row that differ from the log; `amendOf` says how a
 * change could be made an amendment, null = it cannot.
 */
export function differenceFindings(
  { cells, gone }: Differences,
  amendOf: (cell: CellDifference) => string | null,
): Finding[] {
  const changed = cells.map((cell) => {
    const { standing, column, was, is } = cell;
    const { table, row, rowId, number } = standing;
    const facts = {
      number: number === "" ? null : number,
      was: was === "" ? null : was,
      is: is === "" ? null : is,
      amend: amendOf(cell),
    };
    return finding("POSTED_CHANGED", { table, row, rowId, column }, facts);
  });
  const lost = gone.map(({ table, rowId, number, cells: { line } }) =>
    finding(
      "POSTED_GONE",
      { table, row: 0, rowId, column: null },
      { number, line: line === undefined ? null : String(line) },
    ),
  );
  return [...changed, ...lost];
}

/**
 * What is said of posted rows that the log does not know by themselves. POSTED_UNLOGGED for each that says
 * when it was posted, as the program writes that with the log alone, and for each where the log knows of no
 * rows posted before it began; where it does, UNLOGGED_CHANGED unless the others are these very rows.
 */
export function unloggedFindings(
  { unlogged }: Differences,
  recorded: ReadonlyMap<string, RecordedRow>,
  adopted: ReadonlyMap<string, Adopted>,
): Finding[] {
  const strangers = unlogged.filter((row) => isStamped(row.cells) || !adopted.has(row.table)).map(stranger);
  const changed = [...adopted.values()].flatMap(({ table, count, digest }) => {
    const own = unlogged.filter((row) => row.table === table && !isStamped(row.cells)).map(wholeCells);
    const told = [...recorded.values()].flatMap((row) => {
      return row.table === table && row.adopted !== null && !isStamped(row.adopted) ? [row.adopted] : [];
    });
    const now = adoptedRows(table, [...own, ...told]);
    if (now.digest === digest) return [];
    const place = { table, row: 0, rowId: null, column: null };
    return [finding("UNLOGGED_CHANGED", place, { before: count, now: now.count })];
  });
  return [...strangers, ...changed];
}

/** Whether a row says when it was posted: whoever writes that tells the log of the row as well. */
export function isStamped({ postedAt }: PostedCells): boolean {
  return postedAt !== undefined;
}

function stranger({ table, row, rowId, number }: StandingRow): Finding {
  return finding("POSTED_UNLOGGED", { table, row, rowId, column: "status" }, { number: number || null });
}

/** A row as it is told when the log takes it over: with its status unless that is posted. */
export function wholeCells({ cells, status }: StandingRow): PostedCells {
  return status === "posted" ? cells : { ...cells, status };
}

/**
 * LOG_BROKEN for each link of a station's chain that does not hold; `rowAt` = its row in the table (1 =
 * first).
 */
export function brokenFindings(
  links: readonly BrokenLink[],
  station: string,
  rowAt: (at: number) => number,
): Finding[] {
  return links.map(({ at, why }) => {
    const place = {
      table: "log",
      row: rowAt(at),
      rowId: null,
      column: why === "edited" ? "hash" : "previousHash",
    };
    return finding("LOG_BROKEN", place, { station: station === "" ? null : station });
  });
}
