import { NONE } from "../domain/book/lines";
import type { DunningEvent, DunningLevel } from "../domain/book/dunning";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { dunningEvents } from "../registers/words";
import { wordLookup } from "./cells/lookup";
import { BLANK, filledRows, numberAt, placeAt, textAt, wholeAt, wordAt } from "./master-rows";
import type { Source } from "./source";
import { tableColumns } from "./table-columns";

const MOST_DAYS = 36_500;
const MOST_LEVEL = 99;

/** The levels of dunning, the lowest first. Raises REQUIRED and OUT_OF_RANGE. */
export function readDunningLevels(source: Source | null, found: Finding[]): readonly DunningLevel[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    levels: columns.amounts("level", 0),
    days: columns.amounts("days", 0),
    zh: columns.texts("letterZh"),
    en: columns.texts("letterEn"),
  });
  const rows = filledRows(columns, [
    { id: "level", isBlank: (row) => Number.isNaN(read.levels[row]) },
    { id: "days", isBlank: (row) => Number.isNaN(read.days[row]) },
  ]);
  const levels = rows.flatMap((row) => {
    const days = { id: "days", value: numberAt(read.days, row), least: 1, most: MOST_DAYS };
    const level = { id: "level", value: numberAt(read.levels, row), least: 1, most: MOST_LEVEL };
    const [at, from] = [wholeAt(columns, row, level), wholeAt(columns, row, days)];
    if (at === null || from === null) return [];
    return [{ level: at, days: from, letter: { zh: textAt(read.zh, row), en: textAt(read.en, row) } }];
  });
  return levels.sort((a, b) => a.level - b.level);
}

/** What was done about debts, in the order of the sheet. Raises REQUIRED. */
export function readDunning(
  source: Source | null,
  language: Language,
  found: Finding[],
): readonly DunningEvent[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    numbers: columns.texts("number"),
    lines: columns.amounts("line", 0),
    days: columns.days("date"),
    events: columns.choices("event", BLANK, () => wordLookup(dunningEvents, language)),
    levels: columns.amounts("level", 0),
    until: columns.days("until"),
  });
  const isPromise = (row: number): boolean => wordAt(read.events, row, dunningEvents) === "promised";
  const rows = filledRows(columns, [
    { id: "number", isBlank: (row) => read.numbers[row] === "" },
    { id: "date", isBlank: (row) => read.days[row] === NONE },
    { id: "event", isBlank: (row) => read.events[row] === BLANK },
    { id: "until", isBlank: (row) => isPromise(row) && read.until[row] === NONE },
  ]);
  return rows.map((row) => ({
    row: row + 1,
    number: textAt(read.numbers, row),
    part: numberAt(read.lines, row, NONE),
    day: placeAt(read.days, row),
    event: wordAt(read.events, row, dunningEvents) as DunningEvent["event"],
    level: numberAt(read.levels, row, 0),
    until: placeAt(read.until, row),
  }));
}
