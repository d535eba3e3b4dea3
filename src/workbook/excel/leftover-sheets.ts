import type { Change } from "../port";
import { taken } from "./cell-values";

type Creation = Extract<Change, { readonly do: "create" }>;

/** Sheets that patches which broke off left without their tables; known after the round trip that asks. */
export interface Leftovers {
  /** Their names, in lower case. */
  readonly told: () => ReadonlySet<string>;
}

/**
 * Asks which of the sheets to be made stand there already and hold no table and nothing but our headers: the
 * next patch makes its table there instead of beside it.
 */
export function leftovers(context: Excel.RequestContext, changes: readonly Change[]): Leftovers {
  const asked = changes
    .filter((change) => change.do === "create")
    .map((creation) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(creation.sheet).load("name");
      const tables = sheet.tables.load("items/name");
      const used = sheet.getUsedRangeOrNullObject(true).load("values,rowIndex");
      return { creation, sheet, tables, used };
    });
  return {
    told: () => {
      const left = asked.filter(({ sheet, tables }) => !sheet.isNullObject && tables.items.length === 0);
      const bare = left.filter(({ creation, used }) => used.isNullObject || isHeader(creation, used));
      return new Set(bare.map(({ creation }) => creation.sheet.toLowerCase()));
    },
  };
}

function isHeader({ columns }: Creation, used: Excel.Range): boolean {
  const headers = new Set(columns.map(({ header }) => header));
  const isOurs = (value: unknown): boolean => {
    const cell = taken(value);
    return cell === null || (typeof cell === "string" && headers.has(cell));
  };
  return used.rowIndex === 0 && used.values.length === 1 && used.values[0].every(isOurs);
}
