import { DEFAULT_SETTINGS, type Settings } from "../domain/book/settings";
import type { Finding } from "../domain/kernel/finding";
import { titleIn, type Language } from "../domain/kernel/title";
import { folded } from "../registers/names";
import { settingDefinitions, type SettingDefinition } from "../registers/setting-keys";
import type { Cell } from "../workbook/port";
import { decodeAmount, decodeRate } from "./cells/amount";
import { misread, type Misread } from "./cells/cell-column";
import { decodeDay } from "./cells/day";
import { flagLookup } from "./cells/lookup";
import { decodeText } from "./cells/text";
import type { Source } from "./source";
import { tableColumns, type TableColumns } from "./table-columns";

/** Decoded values by key: a word's code, a text, a flag, a number (a rate in 10⁻⁶, a day as its number). */
type Values = Map<string, string | number | boolean>;

const byName = new Map(
  settingDefinitions.flatMap((setting) =>
    [setting.key, setting.title.zh, setting.title.en].map((name) => [folded(name), setting] as const),
  ),
);

function unknown(setting: SettingDefinition, cell: Cell, language: Language): Misread {
  const words = (setting.words ?? []).map((word) => titleIn(language, word.title));
  const range = setting.least === undefined ? "" : `${String(setting.least)} – ${String(setting.most)}`;
  const yesNo = language === "zh-CN" ? "是, 否" : "Yes, No";
  const allowed = setting.kind === "flag" ? yesNo : setting.kind === "word" ? words.join(", ") : range;
  return misread("UNKNOWN_SETTING", cell, { key: titleIn(language, setting.title), allowed });
}

function wordOf(setting: SettingDefinition, cell: Cell): string | null {
  const text = decodeText(cell);
  if (typeof text !== "string") return null;
  const word = setting.words?.find(({ code, title }) =>
    [code, title.zh, title.en].map(folded).includes(folded(text)),
  );
  return word?.code ?? null;
}

function wholeOf(setting: SettingDefinition, cell: Cell): number | Misread | null {
  const whole = decodeAmount(cell, 0);
  if (typeof whole !== "number") return whole;
  return whole >= (setting.least ?? 0) && whole <= (setting.most ?? Infinity) ? whole : null;
}

/** The value of a parameter; null where it is none that this version knows. */
function valueOf(
  setting: SettingDefinition,
  cell: Cell,
  language: Language,
): string | number | boolean | Misread | null {
  if (setting.kind === "word") return wordOf(setting, cell);
  if (setting.kind === "rate") return decodeRate(cell);
  if (setting.kind === "day") return decodeDay(cell);
  if (setting.kind === "whole") return wholeOf(setting, cell);
  if (setting.kind === "text") return decodeText(cell);
  const flag = flagLookup(language).find(cell);
  return typeof flag === "number" ? flag === 1 : null;
}

function valuesOf(columns: TableColumns, cells: readonly Cell[], language: Language): Values {
  const values: Values = new Map();
  const rows = new Map<string, number>();
  columns.read({ keys: columns.texts("key") }).keys.forEach((name, row) => {
    const setting = byName.get(folded(name));
    if (setting === undefined) return;
    const first = rows.get(setting.key);
    if (first !== undefined)
      columns.raise(row, "key", misread("DUPLICATE_KEY", name, { firstRow: first + 1 }));
    else rows.set(setting.key, row);
    const cell = cells[row] ?? null;
    if (first !== undefined || decodeText(cell) === "") return;
    const value = valueOf(setting, cell, language) ?? unknown(setting, cell, language);
    if (typeof value === "object") columns.raise(row, "value", value);
    else values.set(setting.key, value);
  });
  return values;
}

function valueCells(source: Source): readonly Cell[] {
  const index = source.columns.get("value");
  return index === undefined ? [] : source.cells.column(index);
}

function settingsFrom(values: Values): Settings {
  const word = <K extends keyof Settings>(key: K): Settings[K] =>
    (values.get(key) ?? DEFAULT_SETTINGS[key]) as Settings[K];
  return {
    costing: word("costing"),
    costingScope: word("costingScope"),
    sameDayOrder: word("sameDayOrder"),
    negativeStock: word("negativeStock"),
    shortageCost: word("shortageCost"),
    salesReturnCost: word("salesReturnCost"),
    purchaseReturnCost: word("purchaseReturnCost"),
    countGainCost: word("countGainCost"),
    receivableOn: word("receivableOn"),
    payableOn: word("payableOn"),
    autoSettle: word("autoSettle"),
    taxpayer: word("taxpayer"),
    priceIncludesTax: word("priceIncludesTax"),
    taxRate: word("taxRate"),
    moneyDecimals: word("moneyDecimals"),
    warehouse: word("warehouse"),
    station: word("station"),
    frozenUntil: word("frozenUntil"),
    backdateDays: word("backdateDays"),
    language: word("language"),
  };
}

/**
 * The parameters of a book, messages in `language`; what the table leaves out holds as by default, keys that
 * are none of ours are a user's own. Raises UNKNOWN_SETTING for a value that this version does not know,
 * DUPLICATE_KEY.
 */
export function readSettings(source: Source | null, language: Language, found: Finding[]): Settings {
  const columns = tableColumns([source], found);
  return settingsFrom(
    source === null ? new Map<string, never>() : valuesOf(columns, valueCells(source), language),
  );
}
