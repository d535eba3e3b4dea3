import { DEFAULT_SETTINGS, type Settings } from "../domain/book/settings";
import type { Finding } from "../domain/kernel/finding";
import { money, type Money, powerOfTen } from "../domain/kernel/numbers";
import { titleIn, type Language, type Title } from "../domain/kernel/title";
import { folded } from "../registers/names";
import { settingDefinitions, type SettingDefinition } from "../registers/setting-keys";
import type { Cell } from "../workbook/port";
import { languageCalled } from "./book-language";
import { decodeAmount, decodeRate } from "./cells/amount";
import { misread, type Misread } from "./cells/cell-column";
import { decodeDay } from "./cells/day";
import { flagLookup } from "./cells/lookup";
import { decodeText } from "./cells/text";
import type { Source } from "./source";
import { tableColumns, type TableColumns } from "./table-columns";

const AMOUNT_DECIMALS = 6;
const MOST_DAYS = 36_500;

/**
 * Decoded values by key: a word's code, a text, a flag, a number (a rate or amount in 10⁻⁶, a day as its
 * number).
 */
type Values = Map<string, Value>;

type Value = string | number | boolean | readonly number[];

const byName = new Map(
  settingDefinitions.flatMap((setting) =>
    [setting.key, setting.title.zh, setting.title.en].map((name) => [folded(name), setting] as const),
  ),
);

function unknown(setting: SettingDefinition, cell: Cell, language: Language): Misread {
  const words = (setting.words ?? []).map((word) => titleIn(language, word.title));
  const range = setting.least === undefined ? null : `${String(setting.least)} – ${String(setting.most)}`;
  const allowed =
    setting.kind === "word" ? words.join(", ") : (range ?? titleIn(language, FORMS[setting.kind]));
  return misread("UNKNOWN_SETTING", cell, { key: titleIn(language, setting.title), allowed });
}

/** What a parameter of a kind may hold, as it is written. */
const FORMS: Readonly<Record<Exclude<SettingDefinition["kind"], "word">, Title>> = {
  flag: { zh: "是, 否", en: "Yes, No" },
  rate: { zh: "百分数，如 13", en: "a rate per cent like 13" },
  amount: { zh: "金额，如 1.00", en: "an amount like 1.00" },
  whole: { zh: "整数，如 3", en: "a whole number like 3" },
  wholes: { zh: "由小到大的整数，如 30,60,90", en: "whole numbers ascending like 30,60,90" },
  day: { zh: "日期，如 2026-01-31，或留空", en: "a date like 2026-01-31, or nothing" },
  text: { zh: "文字", en: "a text" },
};

/** A cell that is no date or number says nothing of what the parameter may be: what it may be is told. */
function known(setting: SettingDefinition, value: Value | Misread | null): Value | Misread | null {
  const isOther = value !== null && isMisread(value) && ["NOT_A_DATE", "NOT_A_NUMBER"].includes(value.code);
  return isOther && setting.kind !== "text" ? null : value;
}

function wordOf(setting: SettingDefinition, cell: Cell): string | null {
  const text = decodeText(cell);
  if (typeof text !== "string") return null;
  if (setting.key === "language") return languageCalled(text);
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

/** Several whole numbers above 0, ascending, separated by commas; null where they are not. */
function wholesOf(cell: Cell): readonly number[] | null {
  const text = decodeText(cell);
  if (typeof text !== "string") return null;
  const wholes = text.split(/[,，;；、]/).map((part) => Number(part.trim() === "" ? NaN : part));
  const isAscending = wholes.every(
    (whole, i) => Number.isInteger(whole) && whole > (wholes[i - 1] ?? 0) && whole <= MOST_DAYS,
  );
  return isAscending ? wholes : null;
}

/** How parameters are read of which nothing but their kind need be known. */
const PLAIN = {
  rate: decodeRate,
  amount: (cell: Cell) => decodeAmount(cell, AMOUNT_DECIMALS),
  wholes: wholesOf,
  day: decodeDay,
  text: decodeText,
} as const;

/** The value of a parameter; null where it is none that this version knows. */
function valueOf(setting: SettingDefinition, cell: Cell, language: Language): Value | Misread | null {
  if (setting.kind === "word") return wordOf(setting, cell);
  if (setting.kind === "whole") return wholeOf(setting, cell);
  if (setting.kind !== "flag") return PLAIN[setting.kind](cell);
  const flag = flagLookup(language).find(cell);
  return typeof flag === "number" ? flag === 1 : null;
}

function isMisread(value: Value | Misread): value is Misread {
  return typeof value === "object" && "code" in value;
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
    const value = known(setting, valueOf(setting, cell, language)) ?? unknown(setting, cell, language);
    if (isMisread(value)) columns.raise(row, "value", value);
    else values.set(setting.key, value);
  });
  return values;
}

function valueCells(source: Source): readonly Cell[] {
  const index = source.columns.get("value");
  return index === undefined ? [] : source.cells.column(index);
}

/** What may be written off, 1.00 where nothing is said, in smallest units: parts of them are left away. */
function moneyOf(amount: Value | undefined, moneyDecimals: number): Money {
  const millionths = typeof amount === "number" ? amount : powerOfTen(AMOUNT_DECIMALS);
  return money(Math.floor(millionths / powerOfTen(AMOUNT_DECIMALS - moneyDecimals)));
}

/** The smallest coin in smallest units; one that is less than such a unit is the unit itself. */
function stepOf(coin: Value | undefined, moneyDecimals: number): number {
  const units = typeof coin === "string" ? Math.round(Number(coin) * powerOfTen(moneyDecimals)) : 1;
  return Math.max(1, units);
}

type Word = <K extends keyof Settings>(key: K) => Settings[K];

/** How stock is costed. */
function costingFrom(word: Word) {
  return {
    costing: word("costing"),
    costingScope: word("costingScope"),
    sameDayOrder: word("sameDayOrder"),
    negativeStock: word("negativeStock"),
    shortageCost: word("shortageCost"),
    shortageSettlement: word("shortageSettlement"),
    landedCost: word("landedCost"),
    transferDate: word("transferDate"),
    batchCost: word("batchCost"),
    salesReturnCost: word("salesReturnCost"),
    purchaseReturnCost: word("purchaseReturnCost"),
    countGainCost: word("countGainCost"),
  };
}

function settingsFrom(values: Values): Settings {
  const word: Word = (key) => (values.get(key) ?? DEFAULT_SETTINGS[key]) as Settings[typeof key];
  const moneyDecimals = word("moneyDecimals");
  return {
    ...costingFrom(word),
    receivableOn: word("receivableOn"),
    payableOn: word("payableOn"),
    accrual: word("accrual"),
    autoSettle: word("autoSettle"),
    advancesInAgeing: word("advancesInAgeing"),
    ageingBasis: word("ageingBasis"),
    ageingBuckets: word("ageingBuckets"),
    smallWriteOff: moneyOf(values.get("smallWriteOff"), moneyDecimals),
    interestRate: word("interestRate"),
    standards: word("standards"),
    taxRounding: word("taxRounding"),
    taxpayer: word("taxpayer"),
    priceIncludesTax: word("priceIncludesTax"),
    taxRate: word("taxRate"),
    moneyDecimals,
    moneyStep: stepOf(values.get("moneyStep"), moneyDecimals),
    warehouse: word("warehouse"),
    numbering: word("numbering"),
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
