import type { Done } from "./take-back";
import { officeCode, refusedAction } from "./trouble-of";
import type { Write } from "./write";

/** A table that is watched while a batch writes its rows. */
interface Guard {
  /** Asks, behind the writes, how long the table has become. */
  readonly ends: () => Done;
}

/**
 * Asks, before the first write, for the last row that each table must have: where it has become shorter Excel
 * refuses the batch there, so that nothing of it is written. A table that has become longer all by itself,
 * because of what was written, is told of by its guard, which takes that back.
 */
export function guarded(context: Excel.RequestContext, writes: readonly Write[]): readonly Guard[] {
  return [...lastRows(writes)].map(([what, row]) => {
    const { rows } = context.workbook.tables.getItem(what);
    if (row > 0) rows.getItemAt(row).load("index");
    const before = rows.getCount();
    return { ends: () => ended({ what, rows, before, growsOfUs: growers(writes).has(what) }) };
  });
}

/** What Excel says where there is no such row. */
const noRow: readonly (string | null)[] = ["ItemNotFound", "InvalidArgument", "InvalidReference"];

/**
 * A table has turned out to be too short, so that nothing was written: only guards ask for rows in this way.
 */
export function isTooShort(thrown: unknown): boolean {
  return noRow.includes(officeCode(thrown)) && refusedAction(thrown).includes(".getItemAt(");
}

/** By table: the last body row that must be there before the batch. */
function lastRows(writes: readonly Write[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const grown = new Set<string>();
  for (const { what, lastRow, makesRows } of writes) {
    if (lastRow !== null && !grown.has(what)) rows.set(what, Math.max(rows.get(what) ?? 0, lastRow));
    if (makesRows) grown.add(what);
  }
  return rows;
}

function growers(writes: readonly Write[]): ReadonlySet<string> {
  return new Set(writes.filter(({ makesRows }) => makesRows).map(({ what }) => what));
}

interface Watched {
  readonly what: string;
  readonly rows: Excel.TableRowCollection;
  readonly before: OfficeExtension.ClientResult<number>;
  readonly growsOfUs: boolean;
}

function ended({ what, rows, before, growsOfUs }: Watched): Done {
  const after = rows.getCount();
  const more = (): number => (growsOfUs ? 0 : Math.max(after.value - before.value, 0));
  const outcome = (): ReturnType<Done["written"]["outcome"]> => ({
    changed: Array.from({ length: more() }, (_, i) => before.value + i),
    lost: [],
  });
  return {
    what,
    written: {
      outcome,
      undo: (again) => () => {
        const table = again.workbook.tables.getItem(what);
        if (more() > 0) table.resize(table.getRange().getResizedRange(-more(), 0));
        return [];
      },
    },
  };
}
