import { titleIn } from "../domain/kernel/title";
import { tableById, folded } from "../registers/names";
import { settingDefinitions, type SettingDefinition } from "../registers/setting-keys";
import { yesNo } from "../registers/words";
import type { Cell, Change } from "../workbook/port";
import { type Hand, wordCell } from "../write/hand";
import { type BookTables, placeIn } from "./book-tables";
import { type GivenTable, givenTable, textOf, writtenColumns } from "./given-table";

const table = tableById("settings");
const byName = new Map(
  settingDefinitions.flatMap((setting) =>
    [setting.key, setting.title.zh, setting.title.en].map((name) => [folded(name), setting.key] as const),
  ),
);

/** What a key means, in whatever language it was typed: one of our keys, or the text itself. */
function meaning(key: Cell | undefined): string {
  const text = textOf(key);
  return byName.get(folded(text)) ?? text.trim();
}

function defaultCell(hand: Hand, { kind, words = [], fallback, key }: SettingDefinition): Cell {
  if (key === "language") return wordCell(hand, words, hand.language);
  if (kind === "word") return fallback === "" ? null : wordCell(hand, words, fallback);
  if (kind === "flag" && hand.workbook) return wordCell(hand, yesNo, String(fallback === "yes"));
  return fallback === "" ? null : fallback;
}

/** Every setting with what holds where nothing is said, in the language of the book. */
export function defaultSettings(hand: Hand): GivenTable {
  const keys = settingDefinitions.map(({ key, title }) =>
    hand.workbook ? titleIn(hand.language, title) : key,
  );
  const values = settingDefinitions.map((setting) => defaultCell(hand, setting));
  const columns = new Map<string, readonly Cell[]>([
    ["key", keys],
    ["value", values],
  ]);
  return { table, count: keys.length, columns, own: new Map(), findings: [] };
}

/**
 * The changes that bring settings into their table: the value of a key that is there anew, other keys as new
 * rows.
 */
export function settingChanges(book: BookTables, given: GivenTable): Change[] {
  const { place, made } = placeIn(book, table);
  const there = book.known.get("settings");
  const read = there === undefined ? null : givenTable(table, there, book.hand.language);
  const rows = new Map((read?.columns.get("key") ?? []).map((key, row) => [meaning(key), row]));
  const wanted = (given.columns.get("key") ?? []).map((key) => rows.get(meaning(key)) ?? -1);
  const values = given.columns.get("value") ?? [];
  const header = place.headers.get("value") ?? "value";
  const stamps = wanted.flatMap((row, i): Change[] =>
    row < 0
      ? []
      : [{ do: "stamp", table: place.name, rows: [row], columns: [{ header, cells: [values[i] ?? null] }] }],
  );
  const added = wanted.flatMap((row, i) => (row < 0 ? [i] : []));
  const columns = writtenColumns(book.hand, place, given).map((column) => ({
    header: column.header,
    cells: added.map((i) => column.cells[i] ?? null),
  }));
  const appended: Change[] =
    added.length === 0 ? [] : [{ do: "append", table: place.name, count: added.length, columns }];
  return [...made, ...stamps, ...appended];
}

function wordFor(hand: Hand, key: string, value: Cell): Cell {
  const setting = settingDefinitions.find((each) => each.key === key);
  const words = setting?.kind === "flag" ? yesNo : (setting?.words ?? []);
  const wanted = folded(textOf(value));
  const word = words.find(({ code, title }) =>
    [code, title.zh, title.en].some((name) => folded(name) === wanted),
  );
  return word === undefined ? value : wordCell(hand, words, word.code);
}

/**
 * Settings as they are written by that hand: our keys and words in its language or as codes, all else as it
 * is.
 */
export function plainSettings(given: GivenTable, hand: Hand): GivenTable {
  const keys = (given.columns.get("key") ?? []).map(meaning);
  const titles = keys.map((key) => {
    const setting = settingDefinitions.find((each) => each.key === key);
    return setting !== undefined && hand.workbook ? titleIn(hand.language, setting.title) : key;
  });
  const values = given.columns.get("value") ?? [];
  const columns = new Map(given.columns).set("key", titles);
  return {
    ...given,
    columns: columns.set(
      "value",
      values.map((value, row) => wordFor(hand, keys[row], value)),
    ),
  };
}
