import type { Book } from "../book/book";
import { findMember } from "../book/find-member";
import { NONE } from "../book/lines";
import type { Checked } from "../kernel/checked";
import { type Day, dayFromText, FIRST_DAY, LAST_DAY } from "../kernel/day";
import { finding, type Finding, NOWHERE } from "../kernel/finding";
import { nearest } from "../kernel/nearest";
import { scaled } from "../kernel/numbers";
import type { Title } from "../kernel/title";
import { columnNames, pivotColumn } from "./pivot-columns";
import { type Edges, edgesOf } from "./ageing-edges";
import type { RegisterView } from "./register-view";

/** One word that a parameter may say, by its code or its name in either language. */
export interface ParameterWord {
  readonly code: string;
  readonly title: Title;
}

/** Rows of which a column bears one of the values, "" = blank. */
export interface FilterClause {
  readonly column: string;
  readonly values: readonly string[];
}

/** The master tables whose codes a parameter may name. */
export type CodeTable = "items" | "warehouses" | "partners" | "accounts";

/**
 * What a report may be asked. `day` an ISO date or `today`; `code` a code or name of a master; `word` one of
 * a list; `words` several, with commas; `columns` columns of a register and its masters; `filter` as
 * `column=value,value;column=value`; `flag` yes or no; `edges` days that rise, with commas; `rate` per cent;
 * `text` as it is. `fallback` holds where nothing is said, as if it had been said.
 */
export interface ParameterDefinition {
  readonly id: string;
  readonly title: Title;
  readonly kind:
    "day" | "code" | "word" | "words" | "columns" | "filter" | "flag" | "edges" | "rate" | "text";
  /** The master of a code, the register of columns and filters. */
  readonly table?: CodeTable | "sales" | "purchases";
  readonly words?: readonly ParameterWord[];
  readonly fallback: string | null;
}

/**
 * One decoded value: a day or the place of a master's member, a word's code, a flag, a list; null = not said.
 */
export type ParameterValue =
  number | string | boolean | readonly string[] | readonly FilterClause[] | EdgeList | null;

/** Upper edges of buckets, in days. */
interface EdgeList {
  readonly edges: Edges;
}

/** The decoded values by parameter id. */
export type ReportParameters = Readonly<Record<string, ParameterValue>>;

/** What parameters are decoded against. */
export interface ParameterContext {
  readonly book: Book;
  readonly today: Day;
  readonly view: RegisterView;
}

interface Bad {
  readonly what: string;
  readonly nearest: string | null;
  /** The kind of value that it should be. */
  readonly expected?: string;
}
type Decoded = { readonly value: ParameterValue } | { readonly bad: Bad };
type Decoder = (raw: unknown, definition: ParameterDefinition, context: ParameterContext) => Decoded;

function shown(raw: unknown): string {
  return typeof raw === "string" ? raw : JSON.stringify(raw);
}

function bad(definition: ParameterDefinition, raw: unknown, near: string | null = null): Decoded {
  return { bad: { what: `${definition.id}=${shown(raw)}`, nearest: near, expected: definition.kind } };
}

function listOf(raw: unknown): readonly string[] {
  const parts: readonly unknown[] = Array.isArray(raw) ? raw : shown(raw).split(/[,，]/);
  return parts.map((part) => shown(part).trim()).filter((part) => part !== "");
}

const decodeDay: Decoder = (raw, definition, { today }) => {
  const day = raw === "today" ? today : typeof raw === "number" ? raw : dayFromText(shown(raw).trim());
  const inRange = Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY;
  return inRange ? { value: day } : bad(definition, raw);
};

const decodeFlag: Decoder = (raw, definition) => {
  const word = shown(raw).trim().toLowerCase();
  if (["true", "1", "yes", "y", "是"].includes(word)) return { value: true };
  return ["false", "0", "no", "n", "否"].includes(word) ? { value: false } : bad(definition, raw);
};

/** The members of the master that a parameter names codes of. */
export function membersOf(table: ParameterDefinition["table"], { masters }: Book) {
  if (table === "items") return masters.items;
  if (table === "warehouses") return masters.warehouses;
  return table === "partners" ? masters.partners : masters.accounts;
}

const decodeCode: Decoder = (raw, definition, { book }) => {
  const wanted = shown(raw).trim();
  const members = membersOf(definition.table, book);
  const place = findMember(members, wanted);
  if (place !== NONE) return { value: place };
  return bad(
    definition,
    raw,
    nearest(
      wanted,
      members.map(({ code }) => code),
    ),
  );
};

const decodeWords: Decoder = (raw, definition) => {
  const words = definition.words ?? [];
  const codes: string[] = [];
  for (const wanted of listOf(raw)) {
    const found = words.find(({ code, title }) => [code, title.zh, title.en].includes(wanted));
    if (found === undefined) {
      const names = words.map(({ code }) => code);
      return bad(definition, raw, nearest(wanted, names));
    }
    if (!codes.includes(found.code)) codes.push(found.code);
  }
  return { value: codes };
};

const decodeWord: Decoder = (raw, definition, context) => {
  const decoded = decodeWords(raw, definition, context);
  if ("bad" in decoded || !Array.isArray(decoded.value)) return decoded;
  return decoded.value.length === 1 ? { value: String(decoded.value[0]) } : bad(definition, raw);
};

function unknownColumn(
  names: readonly string[],
  { table }: ParameterDefinition,
  view: RegisterView,
): Bad | null {
  const register = table ?? "sales";
  const stranger = names.find((name) => pivotColumn(view, register, name) === null);
  if (stranger === undefined) return null;
  return { what: stranger, nearest: nearest(stranger, columnNames(view, register)) };
}

const decodeColumns: Decoder = (raw, definition, { view }) => {
  const names = listOf(raw);
  const unknown = unknownColumn(names, definition, view);
  return unknown === null ? { value: names } : { bad: unknown };
};

function clausesOf(raw: unknown): readonly FilterClause[] | null {
  if (typeof raw === "object" && raw !== null && !Array.isArray(raw)) {
    return Object.entries(raw).map(([column, values]: [string, unknown]) => {
      const list: readonly unknown[] = Array.isArray(values) ? values : [values];
      return { column, values: list.map((value) => (value === null ? "" : shown(value))) };
    });
  }
  const clauses = shown(raw)
    .split(/[;；]/)
    .map((part) => part.trim());
  const pairs = clauses.filter((part) => part !== "").map((part) => /^([^=]+)=(.*)$/.exec(part));
  if (pairs.includes(null)) return null;
  return pairs.map((pair) => {
    const values = (pair?.[2] ?? "").split(/[,，]/).map((value) => value.trim());
    return { column: (pair?.[1] ?? "").trim(), values };
  });
}

const decodeFilter: Decoder = (raw, definition, { view }) => {
  const clauses = clausesOf(raw);
  if (clauses === null) return bad(definition, raw);
  const names = clauses.map(({ column }) => column);
  const unknown = unknownColumn(names, definition, view);
  return unknown === null ? { value: clauses } : { bad: unknown };
};

/** Per cent, 0 or more, as 10⁻⁶. */
const decodeRate: Decoder = (raw, definition) => {
  const rate = scaled(Number(shown(raw).trim().replace(/%$/, "")), 6);
  return rate >= 0 && rate < Infinity ? { value: rate } : bad(definition, raw);
};

const decodeEdges: Decoder = (raw, definition) => {
  const edges = edgesOf(listOf(raw));
  return edges === null ? bad(definition, raw) : { value: { edges } };
};

const DECODERS: Readonly<Record<ParameterDefinition["kind"], Decoder>> = {
  day: decodeDay,
  code: decodeCode,
  word: decodeWord,
  words: decodeWords,
  columns: decodeColumns,
  filter: decodeFilter,
  flag: decodeFlag,
  edges: decodeEdges,
  rate: decodeRate,
  text: (raw) => ({ value: shown(raw).trim() }),
};

function decode(parameter: ParameterDefinition, said: unknown, context: ParameterContext): Decoded {
  const isSaid = said !== undefined && said !== null && said !== "";
  const asked: unknown = isSaid ? said : parameter.fallback;
  return asked === null ? { value: null } : DECODERS[parameter.kind](asked, parameter, context);
}

/**
 * The parameters of a report as they were asked for, blank ones at their fallback. Raises BAD_STEP (what,
 * nearest, expected) for a parameter the report does not have and for a value that makes no sense; the value
 * is then the fallback's.
 */
export function reportParameters(
  definition: { readonly parameters: readonly ParameterDefinition[] },
  raw: Readonly<Record<string, unknown>>,
  context: ParameterContext,
): Checked<ReportParameters> {
  const findings: Finding[] = [];
  const report = (facts: Bad): number => findings.push(finding("BAD_STEP", NOWHERE, { ...facts }));
  const ids = definition.parameters.map(({ id }) => id);
  for (const name of Object.keys(raw)) {
    if (!ids.includes(name)) report({ what: name, nearest: nearest(name, ids) });
  }
  const values: Record<string, ParameterValue> = {};
  for (const parameter of definition.parameters) {
    const decoded = decode(parameter, raw[parameter.id], context);
    if ("bad" in decoded) report(decoded.bad);
    values[parameter.id] = "bad" in decoded ? null : decoded.value;
  }
  return { value: values, findings };
}

/** A day, a rate, or the place of a master's member; `absent` where it was not said. */
export function numberIn(parameters: ReportParameters, id: string, absent: number): number {
  const value = parameters[id];
  return typeof value === "number" ? value : absent;
}

/** The code of a word, or a text; null where it was not said. */
export function wordIn(parameters: ReportParameters, id: string): string | null {
  const value = parameters[id];
  return typeof value === "string" ? value : null;
}

/** The words or columns of a list, in the order said. */
export function listIn(parameters: ReportParameters, id: string): readonly string[] {
  const value = parameters[id];
  return Array.isArray(value) ? value.filter((part: unknown) => typeof part === "string") : [];
}

/** The upper edges of buckets; null where they were not said. */
export function edgesIn(parameters: ReportParameters, id: string): Edges | null {
  const value = parameters[id];
  return typeof value === "object" && value !== null && "edges" in value ? value.edges : null;
}

/** The clauses of a filter; a row must satisfy all of them. */
export function filterIn(parameters: ReportParameters, id: string): readonly FilterClause[] {
  const value = parameters[id];
  if (!Array.isArray(value)) return [];
  return value.filter((part: string | FilterClause): part is FilterClause => typeof part === "object");
}
