import type { TableOutline } from "../workbook/port";

const MOST = 31;
const REFERENCE = /^([a-z]{1,3}\d+|r\d*c\d*|[rc]\d*)$/i;

/**
 * A name that a table and its sheet can bear: letters, digits, underscores; never like a cell's reference.
 */
function bearable(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}_]/gu, "_").slice(0, MOST - 4);
  return /^[\p{L}_]/u.test(plain) && !REFERENCE.test(plain) ? plain : `_${plain}`;
}

/** For each table the name most like its own that no other table bears, in the order of the tables. */
export function freeNames(
  tables: readonly TableOutline[],
  there: readonly TableOutline[],
): readonly string[] {
  const taken = new Set(there.flatMap(({ name, sheet }) => [name.toLowerCase(), sheet.toLowerCase()]));
  return tables.map(({ name }) => {
    const base = bearable(name);
    let free = base;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${base}_${String(n)}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
