import { rewriteFormula } from "../formula-references";
import type { Sheet } from "../sheet";
import type { Table } from "../table";
import type { Workbook } from "../workbook";
import { stays } from "./reshape-step";
import type { Reshape } from "./reshape-step";

/** What a renamed table does to formulas: those that name it name it anew. */
export function tableRenaming(before: string, name: string): Reshape {
  const wanted = before.toLowerCase();
  return {
    formula: (text) =>
      rewriteFormula(text, {
        word: (word, brackets) => (word.toLowerCase() === wanted ? name : word) + (brackets ?? ""),
      }),
    area: stays,
  };
}

/** What formulas say of a table that is gone. */
export function tableGone(name: string): Reshape {
  const wanted = name.toLowerCase();
  return {
    formula: (text) =>
      rewriteFormula(text, {
        word: (word, brackets) => (word.toLowerCase() === wanted ? "#REF!" : word + (brackets ?? "")),
      }),
    area: stays,
  };
}

/** Headers that a table no longer bears, each with what it is called now; null = its column is gone. */
export type HeaderChanges = ReadonlyMap<string, string | null>;

/**
 * What other headers do to structured references: a column that is gone makes them `#REF!`. References
 * without a table's name are followed where they stand in the table.
 */
export function headerChange(workbook: Workbook, table: Table, changes: HeaderChanges): Reshape {
  const wanted = table.name.toLowerCase();
  const spelled = new Map([...changes].map(([header, now]) => [marked(header.toLowerCase()), now]));
  const isHome = (home: Sheet | null): boolean =>
    home !== null && workbook.tablesOn(home).includes(table) && home === table.sheet;
  return {
    formula: (text, home) =>
      rewriteFormula(text, {
        word: (word, brackets) => {
          if (brackets === null || word.toLowerCase() !== wanted) return word + (brackets ?? "");
          const now = inBrackets(brackets, spelled);
          return now === null ? "#REF!" : word + now;
        },
        ...(isHome(home) ? { columns: (brackets) => inBrackets(brackets, spelled) ?? "#REF!" } : {}),
      }),
    area: stays,
  };
}

/** Brackets with their headers respelled; null where one of them is gone. */
function inBrackets(brackets: string, spelled: ReadonlyMap<string, string | null>): string | null {
  const plain = /^\[(@?)((?:'.|[^[\]'])+)\]$/.exec(brackets);
  const inner = /\[((?:'.|[^[\]'])*)\]/g;
  const named = plain === null ? [...brackets.matchAll(inner)].map(([, header]) => header) : [plain[2]];
  if (named.some((header) => spelled.get(header.toLowerCase()) === null)) return null;
  const renamed = (header: string): string | null => {
    const now = spelled.get(header.toLowerCase()) ?? null;
    return now === null ? null : marked(now);
  };
  if (plain !== null) return plainBrackets(plain, renamed);
  return brackets.replace(inner, (piece, header: string) => {
    const name = renamed(header);
    return name === null ? piece : `[${name}]`;
  });
}

/** `[qty]` and `[@qty]`; after `@` a header with blanks or signs needs brackets of its own. */
function plainBrackets(
  [whole, at, header]: readonly string[],
  renamed: (header: string) => string | null,
): string {
  const name = renamed(header);
  if (name === null) return whole;
  return at === "@" && !/^[\p{L}\p{N}_.]+$/u.test(name) ? `[@[${name}]]` : `[${at}${name}]`;
}

/** A header as a structured reference spells it. */
function marked(header: string): string {
  return header.replace(/['#@[\]]/g, "'$&");
}
