import { dayFromText, FIRST_DAY, LAST_DAY } from "../kernel/day";
import { nearest } from "../kernel/nearest";
import { MOST_TYPED, scaled } from "../kernel/numbers";
import { DEFAULT_MONEY_DECIMALS, type FormulaParameter } from "./formula-parameter";

/** What a formula was told, decoded; what was not said is null, an empty list, or false. */
export interface Inputs {
  number(id: string): number | null;
  /** The number said, else the other one. */
  numberOr(id: string, otherwise: number): number;
  flag(id: string): boolean;
  text(id: string): string | null;
  numbers(id: string): readonly number[];
  rows(id: string): readonly Inputs[];
}

/** What makes no sense in what was said: which part, what may have been meant, what should stand there. */
export interface BadInput {
  readonly what: string;
  readonly nearest: string | null;
  readonly expected: string | null;
}

type Value = number | string | boolean | readonly number[] | readonly Inputs[] | null;
type Said = Readonly<Record<string, unknown>>;
type Decoder = (raw: unknown, parameter: FormulaParameter, context: Context) => Value;

interface Context {
  readonly moneyDecimals: number;
  readonly bad: BadInput[];
}

const DECIMALS_OF = { number: 15, quantity: 6, price: 6, rate: 6, whole: 0 } as const;

/** The decimal number that was said, `13%` being 13; NaN where it is none. */
function plainNumber(raw: unknown): number {
  if (typeof raw === "number") return raw;
  if (typeof raw !== "string") return NaN;
  const text = raw.trim().replace(/%$/, "");
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
}

function bounded(value: number, { least = -Infinity, most = Infinity }: FormulaParameter): number | null {
  return value >= least && value <= most ? value : null;
}

const decodeNumber: Decoder = (raw, parameter, { moneyDecimals }) => {
  const plain = plainNumber(raw);
  if (!Number.isFinite(plain) || bounded(plain, parameter) === null) return null;
  const { kind } = parameter;
  if (kind === "number") return plain;
  const decimals = kind === "money" ? moneyDecimals : kind in DECIMALS_OF ? decimalsOf(kind) : 0;
  const units = scaled(plain, decimals);
  return Number.isNaN(units) || Math.abs(units) > MOST_TYPED ? null : units;
};

function decimalsOf(kind: FormulaParameter["kind"]): number {
  return kind === "quantity" || kind === "price" || kind === "rate" ? DECIMALS_OF[kind] : DECIMALS_OF.whole;
}

const decodeDay: Decoder = (raw) => {
  const day = typeof raw === "string" ? dayFromText(raw.trim()) : NaN;
  return day >= FIRST_DAY && day <= LAST_DAY ? day : null;
};

const decodeFlag: Decoder = (raw) => {
  const word = String(raw).trim().toLowerCase();
  if (["true", "1", "yes", "y", "是"].includes(word)) return true;
  return ["false", "0", "no", "n", "否"].includes(word) ? false : null;
};

const decodeWord: Decoder = (raw, { words = [] }) => words.find((word) => word === raw) ?? null;

const decodeText: Decoder = (raw) =>
  typeof raw === "string" || typeof raw === "number" ? String(raw) : null;

function listOf(raw: unknown): readonly unknown[] {
  if (Array.isArray(raw)) return raw;
  return typeof raw === "string" ? raw.split(/[,，;；]/).filter((part) => part.trim() !== "") : [raw];
}

const decodeNumbers: Decoder = (raw) => {
  const list = listOf(raw).map(plainNumber);
  return list.every(Number.isFinite) ? list : null;
};

const decodeRows: Decoder = (raw, { id, columns = [] }, context) => {
  const rows = listOf(raw).map((row) => decodedSaid(columns, rowSaid(row, columns), { ...context, at: id }));
  return rows;
};

/** One row by its columns: as an object, a list, or `500:9.5`. */
function rowSaid(row: unknown, columns: readonly FormulaParameter[]): Said {
  if (typeof row === "object" && row !== null && !Array.isArray(row))
    return Object.fromEntries(Object.entries(row));
  const parts: readonly unknown[] = Array.isArray(row) ? row : String(row).split(/[:：]/);
  return Object.fromEntries(parts.map((part, at) => [columns[at]?.id ?? String(part), part]));
}

const DECODERS: Readonly<Record<FormulaParameter["kind"], Decoder>> = {
  number: decodeNumber,
  quantity: decodeNumber,
  price: decodeNumber,
  rate: decodeNumber,
  money: decodeNumber,
  whole: decodeNumber,
  day: decodeDay,
  flag: decodeFlag,
  word: decodeWord,
  text: decodeText,
  numbers: decodeNumbers,
  rows: decodeRows,
};

function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || raw === "";
}

function shown(raw: unknown): string {
  return typeof raw === "string" ? raw : JSON.stringify(raw);
}

/** The parameter that a name means: its id or another name of it; or the only one that differs by case. */
function parameterNamed(parameters: readonly FormulaParameter[], name: string): FormulaParameter | null {
  const namesOf = ({ id, also = [] }: FormulaParameter): readonly string[] => [id, ...also];
  const exact = parameters.find((each) => namesOf(each).includes(name));
  if (exact !== undefined) return exact;
  const folded = (text: string): string => text.toLowerCase().replace(/[-_ ]/g, "");
  const close = parameters.filter((each) => namesOf(each).some((own) => folded(own) === folded(name)));
  return close.length === 1 ? close[0] : null;
}

interface RowContext extends Context {
  /** The list that the values stand in; "" = none. */
  readonly at: string;
}

function placeIn({ at }: RowContext, what: string): string {
  return at === "" ? what : `${at}.${what}`;
}

/** What was said by the id of its parameter; names that are none, or mean one parameter twice, are bad. */
function saidById(parameters: readonly FormulaParameter[], said: Said, context: RowContext) {
  const raws = new Map<string, unknown>();
  for (const [name, raw] of Object.entries(said)) {
    const parameter = parameterNamed(parameters, name);
    const what = placeIn(context, name);
    const names = parameters.flatMap(({ id, also = [] }) => [id, ...also]);
    if (parameter === null) context.bad.push({ what, nearest: nearest(name, names), expected: null });
    else if (raws.has(parameter.id)) context.bad.push({ what, nearest: null, expected: "single" });
    else if (!isBlank(raw)) raws.set(parameter.id, raw);
  }
  return raws;
}

function decodedSaid(parameters: readonly FormulaParameter[], said: Said, context: RowContext): Inputs {
  const raws = saidById(parameters, said, context);
  const values = new Map<string, Value>();
  for (const parameter of parameters) {
    const { id } = parameter;
    const value = raws.has(id) ? decoded(raws.get(id), parameter, context) : missing(parameter, context);
    if (value !== null) values.set(id, value);
  }
  return inputsOf(values);
}

function missing({ id, required }: FormulaParameter, context: RowContext): null {
  if (required === true) context.bad.push({ what: placeIn(context, id), nearest: null, expected: "given" });
  return null;
}

function decoded(raw: unknown, parameter: FormulaParameter, context: RowContext): Value {
  const value = DECODERS[parameter.kind](raw, parameter, context);
  const what = placeIn(context, `${parameter.id}=${shown(raw)}`);
  if (value === null) context.bad.push({ what, nearest: null, expected: expectedOf(raw, parameter) });
  return value;
}

/** What should stand there: a code of the locales, the words, or the bounds that a number passes. */
function expectedOf(raw: unknown, { kind, least, most, words = [] }: FormulaParameter): string {
  if (kind === "word") return words.join(", ");
  const isNumber = Number.isFinite(plainNumber(raw));
  const bounds = [
    least === undefined ? "" : `≥ ${String(least)}`,
    most === undefined ? "" : `≤ ${String(most)}`,
  ];
  const text = bounds.filter((bound) => bound !== "").join(", ");
  return isNumber && text !== "" ? text : kind;
}

function inputsOf(values: ReadonlyMap<string, Value>): Inputs {
  const number = (id: string): number | null => {
    const value = values.get(id);
    return typeof value === "number" ? value : null;
  };
  const list = <T>(id: string, isOne: (part: unknown) => part is T): readonly T[] => {
    const value = values.get(id);
    return Array.isArray(value) ? value.filter(isOne) : [];
  };
  return {
    number,
    numberOr: (id, otherwise) => number(id) ?? otherwise,
    flag: (id) => values.get(id) === true,
    text: (id) => {
      const value = values.get(id);
      return typeof value === "string" ? value : null;
    },
    numbers: (id) => list(id, (part): part is number => typeof part === "number"),
    rows: (id) => list(id, (part): part is Inputs => typeof part === "object"),
  };
}

/** What was said of a formula's parameters, and what of it makes no sense: then nothing is worked out. */
export function formulaInputs(
  parameters: readonly FormulaParameter[],
  said: Said,
): { readonly value: Inputs; readonly bad: readonly BadInput[] } {
  const bad: BadInput[] = [];
  const decimals = plainNumber(said["moneyDecimals"]);
  const moneyDecimals = decimals >= 0 && decimals <= 6 ? decimals : DEFAULT_MONEY_DECIMALS;
  return { value: decodedSaid(parameters, said, { moneyDecimals, bad, at: "" }), bad };
}
