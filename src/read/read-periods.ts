import type { MethodChange, Period } from "../domain/book/masters";
import { NONE } from "../domain/book/lines";
import { toldFigures } from "../domain/log/figures-told";
import { PERIOD_ACTIONS } from "../domain/log/periods-told";
import type { TableCells } from "../workbook/port";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { costingMethods, periodStates } from "../registers/words";
import type { Lookup } from "./cells/cell-column";
import { rowsOfActions } from "./read-log";
import { wordLookup } from "./cells/lookup";
import { BLANK, filledRows, memberRows, placeAt, textAt, wordAt } from "./master-rows";
import type { Source } from "./source";
import { tableColumns } from "./table-columns";

/** In what language periods are read, and the logs that tell of their closings. */
interface PeriodReading {
  readonly language: Language;
  readonly logs: readonly TableCells[];
}

/**
 * The periods in the order of the sheet, closed ones with what the log tells of their figures. Raises
 * REQUIRED and DUPLICATE_KEY.
 */
export function readPeriods(
  source: Source | null,
  { language, logs }: PeriodReading,
  found: Finding[],
): readonly Period[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    periods: columns.texts("period"),
    from: columns.days("from"),
    to: columns.days("to"),
    states: columns.choices("state", BLANK, () => wordLookup(periodStates, language)),
    closedBy: columns.stamps("closedBy"),
    closedAt: columns.stamps("closedAt"),
  });
  const periods = memberRows(columns, { id: "period", keys: read.periods, names: read.periods }).map(
    (row) => ({
      period: textAt(read.periods, row),
      row: row + 1,
      from: placeAt(read.from, row),
      to: placeAt(read.to, row),
      closed: wordAt(read.states, row, periodStates) === "closed",
      closedBy: textAt(read.closedBy, row),
      closedAt: textAt(read.closedAt, row),
      told: null,
    }),
  );
  if (!periods.some(({ closed }) => closed)) return periods;
  const told = toldFigures(logs.flatMap((cells) => rowsOfActions(cells, PERIOD_ACTIONS)));
  return periods.map((each) => ({ ...each, told: told.get(each.period) ?? null }));
}

/** From when on items are costed otherwise, in the order of the sheet. Raises REQUIRED. */
export function readMethodChanges(
  source: Source | null,
  { items, language }: { readonly items: Lookup; readonly language: Language },
  found: Finding[],
): readonly MethodChange[] {
  const columns = tableColumns([source], found);
  const read = columns.read({
    item: columns.codes("item", items),
    periods: columns.texts("period"),
    methods: columns.choices("method", BLANK, () => wordLookup(costingMethods, language)),
    reasons: columns.texts("reason"),
  });
  const rows = filledRows(columns, [
    { id: "item", isBlank: (row) => read.item[row] === NONE },
    { id: "period", isBlank: (row) => read.periods[row] === "" },
    { id: "method", isBlank: (row) => read.methods[row] === BLANK },
  ]);
  return rows.map((row) => ({
    row: row + 1,
    item: placeAt(read.item, row),
    period: textAt(read.periods, row),
    method: wordAt(read.methods, row, costingMethods) as MethodChange["method"],
    reason: textAt(read.reasons, row),
  }));
}
