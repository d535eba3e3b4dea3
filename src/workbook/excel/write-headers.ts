import type { Cell } from "../port";
import { taken } from "./cell-values";
import type { TableState } from "./survey";
import { type Undoing, whole, type Write } from "./write";

/**
 * Adds columns at the right end of a table; taken back where they still hold nothing but what the patch
 * writes into them, by header, which is taken back before.
 */
export function addColumnsWrite(
  { name, headers: before }: Pick<TableState, "name" | "headers">,
  fresh: readonly string[],
  filled: ReadonlyMap<string, readonly Cell[]>,
): Write {
  const write = whole(name, fresh.length, (context) => {
    const { columns } = context.workbook.tables.getItem(name);
    const made = fresh.map((header) => columns.add(undefined, undefined, header).load("id,name"));
    const hasOtherColumns = (): boolean => made.some(({ name: given }, i) => given !== fresh[i]);
    return {
      outcome: () => ({ changed: [], lost: [], hasOtherColumns: hasOtherColumns() }),
      undo: (again) =>
        dropping(again, name, { made, filled: fresh.map((header) => filled.get(header)?.length ?? 0) }),
    };
  });
  return { ...write, headers: before };
}

interface Made {
  readonly made: readonly Excel.TableColumn[];
  /** How many cells the patch fills in each. */
  readonly filled: readonly number[];
}

/** Columns are known by what Excel numbers them with, as somebody may have given another the same header. */
function dropping(context: Excel.RequestContext, table: string, { made, filled }: Made): Undoing {
  const { columns } = context.workbook.tables.getItem(table);
  const there = made.map(({ id, name }) => {
    const column = columns.getItemOrNullObject(id).load("name");
    return { name, column, body: column.getDataBodyRange().load("values") };
  });
  return (isLeft) => {
    const isOurs = there.every(({ name, column, body }, i) => {
      if (column.isNullObject || column.name !== name) return false;
      const cells = body.values.filter(([value]: readonly unknown[]) => taken(value) !== null);
      return cells.length === filled[i];
    });
    if (isLeft || !isOurs) return [];
    for (const { column } of there.toReversed()) column.delete();
    return null;
  };
}

/** Another header for a column. */
export function renameColumnWrite(
  { name, headers }: Pick<TableState, "name" | "headers">,
  header: string,
  to: string,
): Write {
  const write = whole(name, 1, (context) => {
    const column = context.workbook.tables.getItem(name).columns.getItem(header).load("id");
    column.name = to;
    return {
      outcome: () => ({ changed: [], lost: [] }),
      undo: (again) => {
        const { columns } = again.workbook.tables.getItem(name);
        const renamed = columns.getItemOrNullObject(column.id).load("name");
        return () => {
          if (renamed.isNullObject || renamed.name !== to) return [];
          renamed.name = header;
          return null;
        };
      },
    };
  });
  return { ...write, headers };
}

/**
 * Another name for a table. It gets its name back before anything else is asked of it, as all else knows it
 * by that.
 */
export function renameTableWrite({ name, headers }: Pick<TableState, "name" | "headers">, to: string): Write {
  const write = whole(name, 1, (context) => {
    context.workbook.tables.getItem(name).name = to;
    return {
      outcome: () => ({ changed: [], lost: [] }),
      undo: (again) => {
        again.workbook.tables.getItem(to).name = name;
        return () => null;
      },
    };
  });
  return { ...write, headers };
}
