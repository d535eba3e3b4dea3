import { type Lines, rowOf, STATUSES } from "../domain/book/lines";
import { type Finding, finding } from "../domain/kernel/finding";
import { doubledIds } from "./row-ids";
import type { RowMemory } from "./row-memory";
import type { TableColumns } from "./table-columns";

const DRAFT = STATUSES.indexOf("draft");
const POSTED = STATUSES.indexOf("posted");

/** What tells which row a line is, and that it is posted. */
type Stamped = Pick<Lines, "rowId" | "status" | "number" | "postedAt">;

/**
 * How rows in doubt are settled: by the log, and which posted rows (by rowId) are drafts for once whatever it
 * says.
 */
export interface Settling {
  readonly memory: RowMemory;
  readonly drafts: ReadonlySet<string>;
}

/**
 * Settles, in place, which rows are the posted ones where somebody copied rows or typed over their status.
 * DUPLICATE_ROW_ID for rows that bear the id of another: the row is the one that agrees with the log, or the
 * first where no log knows it; a copy of a posted row counts for nothing. POSTED_AS_DRAFT for rows that the
 * log knows as posted and that say they are drafts: they count as the log has them.
 */
export function settleRows(columns: TableColumns, lines: Stamped, settling: Settling): readonly Finding[] {
  const copies = settleDoubled(columns, lines, settling);
  return settleTypedBack(columns, lines, { ...settling, copies });
}

/** The rows that are copies of another. */
function settleDoubled(
  columns: TableColumns,
  lines: Stamped,
  { memory, drafts }: Settling,
): ReadonlySet<number> {
  const { rowId, status } = lines;
  const all = new Set<number>();
  for (const own of doubledGroups(rowId, columns.offsets)) {
    const id = rowId[own[0]];
    const row = memory.meant(columns, own, id);
    const { table, row: firstRow } = rowOf(columns, row);
    const facts = { value: id, firstTable: table, firstRow };
    const isRecord = status[row] >= POSTED || drafts.has(id) || memory.known(id) !== undefined;
    const copies = own.filter((line) => line !== row);
    copies.forEach((copy) => {
      columns.raise(copy, "rowId", { code: "DUPLICATE_ROW_ID", facts });
      all.add(copy);
    });
    if (isRecord) forget(lines, copies);
  }
  return all;
}

/** Lines that bear one rowId, in their order. */
function doubledGroups(ids: readonly string[], offsets: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  for (const { row, first } of doubledIds(ids, offsets)) {
    const known = groups.get(first);
    if (known === undefined) groups.set(first, [first, row]);
    else known.push(row);
  }
  return [...groups.values()];
}

/** A copy of a posted row is a draft of no number. */
function forget({ status, rowId, number }: Stamped, copies: readonly number[]): void {
  for (const copy of copies) {
    if (status[copy] < POSTED && number[copy] === "") continue;
    status[copy] = DRAFT;
    rowId[copy] = "";
    number[copy] = "";
  }
}

interface Copied extends Settling {
  readonly copies: ReadonlySet<number>;
}

function settleTypedBack(
  columns: TableColumns,
  lines: Stamped,
  { memory, drafts, copies }: Copied,
): readonly Finding[] {
  const { rowId, status, number } = lines;
  return stampedDrafts(columns, lines).flatMap((line) => {
    if (copies.has(line) || drafts.has(rowId[line])) return [];
    const known = memory.known(rowId[line]);
    const place = rowOf(columns, line);
    if (known === undefined || known.table !== place.table || known.number !== number[line]) return [];
    status[line] = STATUSES.findIndex((each) => each === known.status);
    return [
      finding(
        "POSTED_AS_DRAFT",
        { ...place, rowId: rowId[line], column: "status" },
        { number: known.number },
      ),
    ];
  });
}

/** Drafts that bear all that posting stamps. */
function stampedDrafts(
  { count, blank }: TableColumns,
  { status, rowId, number, postedAt }: Stamped,
): readonly number[] {
  const stamped: number[] = [];
  for (let line = 0; line < count; line++) {
    if (status[line] >= POSTED || blank[line] === 1 || postedAt[line] === "") continue;
    if (number[line] !== "" && rowId[line] !== "") stamped.push(line);
  }
  return stamped;
}
