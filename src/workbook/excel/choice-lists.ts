import type { Choices } from "../port";

const longest = 255;
const listSheet = "_lists";

/** What is known of the lists and names of a workbook before tables are made in it. */
export interface ListRoom {
  readonly names: ReadonlyMap<string, string>;
  /** The words of each column of the sheet of lists; null where there is no such sheet. */
  readonly lists: readonly (readonly string[])[] | null;
}

/** Asks for the names and the lists of words that there are. */
export function listRoom(context: Excel.RequestContext): { readonly told: () => ListRoom } {
  const names = context.workbook.names.load("items/name,items/formula");
  const sheet = context.workbook.worksheets.getItemOrNullObject(listSheet);
  const used = sheet.getUsedRangeOrNullObject(true).load("values,columnIndex");
  return {
    told: () => {
      const known = new Map(names.items.map(({ name, formula }) => [String(formula), name]));
      if (sheet.isNullObject) return { names: known, lists: null };
      return { names: known, lists: used.isNullObject ? [] : columnsOf(used.values) };
    },
  };
}

function columnsOf(values: readonly (readonly unknown[])[]): readonly (readonly string[])[] {
  const width = values[0]?.length ?? 0;
  return Array.from({ length: width }, (_, c) =>
    values.map((row) => row[c]).filter((word): word is string => typeof word === "string" && word !== ""),
  );
}

/**
 * Where the lists stand that new tables choose from: short ones in the rule itself, longer ones on a hidden
 * sheet, columns of tables behind a name. Each is made once.
 */
export class ChoiceLists {
  private readonly names: Map<string, string>;
  private readonly lists: (readonly string[])[];
  private hasSheet: boolean;

  constructor({ names, lists }: ListRoom) {
    this.names = new Map(names);
    this.lists = [...(lists ?? [])];
    this.hasSheet = lists !== null;
  }

  /** What a list validation takes as its source; what is missing for it is asked for. */
  source(context: Excel.RequestContext, choices: Choices): string {
    if ("table" in choices) {
      const { table, header } = choices;
      const column = `=${table}[${header.replace(/['#@[\]]/g, "'$&")}]`;
      return `=${this.named(context, `list_${table}_${header}`, column)}`;
    }
    const literal = choices.words.join(",");
    const isShort = literal.length <= longest && !choices.words.some((word) => word.includes(","));
    return isShort ? literal : `=${this.named(context, "list_words", this.wordList(context, choices.words))}`;
  }

  private wordList(context: Excel.RequestContext, words: readonly string[]): string {
    const same = this.lists.findIndex(
      (list) => list.length === words.length && words.every((w, i) => w === list[i]),
    );
    const column = same < 0 ? this.lists.length : same;
    if (same < 0) {
      const sheet = this.listSheet(context);
      sheet.getRangeByIndexes(0, column, words.length, 1).values = words.map((word) => [word]);
      this.lists.push(words);
    }
    const letters = columnLetters(column);
    return `=${listSheet}!$${letters}$1:$${letters}$${String(words.length)}`;
  }

  private listSheet(context: Excel.RequestContext): Excel.Worksheet {
    if (this.hasSheet) return context.workbook.worksheets.getItem(listSheet);
    this.hasSheet = true;
    const sheet = context.workbook.worksheets.add(listSheet);
    sheet.visibility = "Hidden";
    return sheet;
  }

  private named(context: Excel.RequestContext, wish: string, formula: string): string {
    const there = this.names.get(formula);
    if (there !== undefined) return there;
    const base = wish.replace(/[^\p{L}\p{N}_.]/gu, "_");
    const taken = new Set([...this.names.values()].map((name) => name.toLowerCase()));
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}_${String(n)}`;
    context.workbook.names.add(name, formula);
    this.names.set(formula, name);
    return name;
  }
}

/** What a column (0-based) is called: A, B, … AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
