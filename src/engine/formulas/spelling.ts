import { parseStructRef, stringifyStructRef, tokenize } from "@borgar/fx/xlsx";
import type { Token } from "@borgar/fx/xlsx";
import { cellName } from "../address";
import { EngineError } from "../engine-error";
import type { Table } from "../table";
import type { Workbook } from "../workbook";
import { bareName } from "./compile/names";
import { parseFormula } from "./compile/parse";
import type { FormulaPlace } from "./world";

/** Functions that files mark as newer than the file format. */
const newer = new Set(
  (
    "CONCAT DAYS DROP HSTACK IFNA IFS LET MAXIFS MINIFS RANK.EQ SEQUENCE SORTBY PERCENTILE.INC QUARTILE.INC STDEV.P STDEV.S SWITCH TAKE " +
    "TEXTJOIN UNICHAR UNIQUE VAR.P VAR.S VSTACK XLOOKUP XMATCH XOR"
  ).split(" "),
);
/** Those that bear a second mark. */
const fromSheets = new Set(["FILTER", "SORT"]);

/** What must be there for a formula to be spelled otherwise in a file than where it is typed. */
const mayDiffer = /[#@[]|_xl|\b(?:[A-Z]+\d?\.?[A-Z]+)\(/i;

/** A formula and where it stands. */
export interface SpelledPlace extends FormulaPlace {
  readonly workbook: Workbook;
}

/**
 * A typed formula (without `=`) as a file spells it: newer functions and the names of LET bear their marks,
 * `[@a]` names its table, `A1#` and `@A1` are functions. This is how the engine keeps formulas.
 */
export function storedFormula(formula: string, place: SpelledPlace): string {
  return mayDiffer.test(formula) ? remembered(forFiles, formula, tableAt(place)) : formula;
}

interface Way<T> {
  readonly known: Map<string, T>;
  readonly make: (text: string, table: Table | null) => T;
}

const forFiles: Way<string> = { known: new Map(), make: spelledForFile };
const forPeople: Way<string> = { known: new Map(), make: spelledForPeople };
const wellFormed: Way<boolean> = { known: new Map(), make: (text) => parseFormula(text) !== null };
const mostTexts = 20_000;

/** Formulas of one column are mostly the same: each is looked at once. */
function remembered<T>(how: Way<T>, text: string, table: Table | null): T {
  const { known, make } = how;
  const key = `${table?.name ?? ""}\n${text}`;
  const there = known.get(key) ?? make(text, table);
  if (known.size >= mostTexts) known.clear();
  known.set(key, there);
  return there;
}

function spelledForFile(formula: string, table: Table | null): string {
  const tokens = tokenize(spelledForPeople(formula, table), { withLocation: false, negativeNumbers: false });
  const local = localNames(tokens);
  return tokens.map((token, i) => stored(token, { tokens, i, local, table })).join("");
}

interface Spot {
  readonly tokens: readonly Token[];
  readonly i: number;
  readonly local: ReadonlySet<string>;
  readonly table: Table | null;
}

function stored(token: Token, { tokens, i, local, table }: Spot): string {
  const text = storedAlone(token, local, table);
  const before = tokens.at(i === 0 ? tokens.length : i - 1)?.value;
  const next = tokens.at(i + 1);
  if (isCell(token)) return storedCells(text, next?.value, before);
  return isMark(token.value, tokens.slice(Math.max(0, i - 1), i + 2)) ? "" : text;
}

/** `#` behind cells or `@` before them: the function that files have instead stands round the cells. */
function isMark(value: string, around: readonly Token[]): boolean {
  if (value !== "#" && value !== "@") return false;
  return isCell(value === "#" ? around[0] : around.at(-1));
}

function storedCells(text: string, next?: string, before?: string): string {
  if (next === "#") return `_xlfn.ANCHORARRAY(${text})`;
  return before === "@" ? `_xlfn.SINGLE(${text})` : text;
}

function storedAlone({ type, value }: Token, local: ReadonlySet<string>, table: Table | null): string {
  if (type === "func") return marked(bareName(value));
  if (type === "structured") return withTable(value, table);
  return type === "range_named" && local.has(value.toLowerCase()) ? `_xlpm.${value}` : value;
}

function marked(name: string): string {
  if (fromSheets.has(name)) return `_xlfn._xlws.${name}`;
  return newer.has(name) ? `_xlfn.${name}` : name;
}

function isCell(token: Token | undefined): boolean {
  return token !== undefined && ["range", "range_beam", "range_named", "structured"].includes(token.type);
}

/** `[@a]` of a formula in the table T is `T[[#This Row],[a]]`. */
function withTable(text: string, table: Table | null): string {
  const parsed = parseStructRef(text);
  if (parsed === undefined) return text;
  const name = parsed.table === "" || parsed.table === undefined ? table?.name : parsed.table;
  return name === undefined ? text : stringifyStructRef({ ...parsed, table: name }, { thisRow: true });
}

/**
 * The names that LET gives, in small letters: words behind which a comma stands, straight within its
 * brackets.
 */
function localNames(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  const open: boolean[] = [];
  const words = tokens.filter(({ type }) => type !== "whitespace" && type !== "newline");
  words.forEach(({ type, value }, i) => {
    if (value === "(") open.push(i > 0 && bareName(words[i - 1].value) === "LET");
    if (value === ")") open.pop();
    const isNamed = type === "range_named" && words.at(i + 1)?.value === ",";
    if (isNamed && open.at(-1) === true) names.add(value.toLowerCase());
  });
  return names;
}

/**
 * A formula as it is shown and typed: without the marks of files, `[@a]` within its own table, `A1#`, `@A1`.
 */
export function typedFormula(text: string, place: SpelledPlace): string {
  const mayBeOther = text.includes("_xl") || text.includes("[");
  return mayBeOther ? remembered(forPeople, text, tableAt(place)) : text;
}

function spelledForPeople(text: string, table: Table | null): string {
  const tokens = tokenize(text, { withLocation: false, negativeNumbers: false });
  return functionsAsMarks(tokens)
    .map(({ type, value }) => {
      if (type === "func") return bareName(value);
      if (type === "structured") return withoutTable(value, table);
      return type === "range_named" ? value.replace(/^_xlpm\./i, "") : value;
    })
    .join("");
}

/** `ANCHORARRAY(A1)` is `A1#`, `SINGLE(A1)` is `@A1`. */
function functionsAsMarks(tokens: readonly Token[]): readonly Token[] {
  const shown: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const marked = markedCells(tokens.slice(i, i + 4));
    shown.push(...(marked ?? [tokens[i]]));
    if (marked !== null) i += 3;
  }
  return shown;
}

/** The reference in a function that stands for a mark, with the mark; null for anything else. */
function markedCells([callee, open, cells, close]: readonly Token[]): readonly Token[] | null {
  const name = callee.type === "func" ? bareName(callee.value) : "";
  if (name !== "ANCHORARRAY" && name !== "SINGLE") return null;
  if (`${open.value}${close.value}` !== "()" || !isCell(cells)) return null;
  const mark: Token = { type: "operator", value: name === "SINGLE" ? "@" : "#" };
  return name === "SINGLE" ? [mark, cells] : [cells, mark];
}

function withoutTable(text: string, table: Table | null): string {
  const parsed = parseStructRef(text);
  if (parsed === undefined) return text;
  const isOwn = table !== null && parsed.table?.toLowerCase() === table.name.toLowerCase();
  const isRow = parsed.sections?.includes("this row") === true;
  return stringifyStructRef(isOwn && isRow ? { ...parsed, table: "" } : parsed);
}

function tableAt({ workbook, sheet, row, column }: SpelledPlace): Table | null {
  return (
    workbook
      .tablesOn(sheet)
      .find(
        ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
      ) ?? null
  );
}

/**
 * Writes a formula as a person typed it (without `=`): it may fill more cells than its own, and is kept as
 * files spell it. Its value comes with the next calculation. Refuses (`unsafe`) what is no formula.
 */
export function typeFormula(text: string, place: SpelledPlace): void {
  const { sheet, row, column } = place;
  if (!remembered(wellFormed, text, null))
    throw new EngineError("unsafe", "a formula that is not well-formed", { cell: cellName(row, column) });
  sheet.writeFormula(row, column, { text: storedFormula(text, place), cached: null, spills: true });
}
