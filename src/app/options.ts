import { finding, NOWHERE, type Finding } from "../domain/kernel/finding";
import type { Checked } from "../domain/kernel/checked";
import { nearest } from "../domain/kernel/nearest";
import type { Title } from "../domain/kernel/title";

/** What a row is as an action takes it: values by column. */
export type GivenRow = Readonly<Record<string, unknown>>;

/** A cell of a document as an action takes it: line 1 = its first; `value` null clears it. */
export interface GivenCell {
  readonly line: number;
  /** Its id, or its header in either language. */
  readonly column: string;
  readonly value: string | number | boolean | null;
}

/**
 * How the value of an option is given: `texts` a list of texts, `rows` a list of objects, `map` names with
 * values, `cells` a list of line, column and value, or values by `line.column`.
 */
export type OptionKind = "text" | "texts" | "flag" | "rows" | "map" | "cells" | "any";

/** One thing that an action is told. */
export interface OptionDefinition {
  readonly id: string;
  readonly kind: OptionKind;
  readonly title: Title;
  readonly required?: true;
  /** On a command line it stands by its place, not behind its name. */
  readonly operand?: true;
}

/** What an action was told, checked. An option that is not there is "", null, empty or false. */
export interface Options {
  text(id: string): string;
  textOrNull(id: string): string | null;
  texts(id: string): readonly string[];
  flag(id: string): boolean;
  rows(id: string): readonly GivenRow[];
  map(id: string): GivenRow;
  cells(id: string): readonly GivenCell[];
  any(id: string): unknown;
}

/** True for an object of named values. */
export function isRecord(value: unknown): value is GivenRow {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const FITS: Readonly<Record<OptionKind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string" || typeof value === "number",
  texts: (value) => Array.isArray(value) && value.every((each) => typeof each === "string"),
  flag: (value) => typeof value === "boolean",
  rows: (value) => Array.isArray(value) && value.every(isRecord),
  map: isRecord,
  cells: (value) => isRecord(value) || FITS.rows(value),
  any: () => true,
};

/** A request that makes no sense: `what` says which part of it, `nearest` what may have been meant,
 * `expected` what should stand there: a code of the locales. */
export function badStep(what: string, close: string | null = null, expected: string | null = null): Finding {
  return finding("BAD_STEP", NOWHERE, { what, nearest: close, expected });
}

/**
 * Reads what an action takes from named values. Raises BAD_STEP for what it does not take, cannot use, or
 * lacks.
 */
export function readOptions(takes: readonly OptionDefinition[], given: GivenRow): Checked<Options | null> {
  const ids = takes.map(({ id }) => id);
  const strange = Object.keys(given).filter((id) => !ids.includes(id));
  const findings = strange.map((id) => badStep(id, nearest(id, ids)));
  for (const { id, kind, required } of takes) {
    const value = given[id] ?? null;
    if (value === null && required === true) findings.push(badStep(id, null, "given"));
    if (value !== null && !FITS[kind](value)) findings.push(badStep(id, null, kind));
  }
  return { value: findings.length === 0 ? optionsOf(given) : null, findings };
}

function optionsOf(given: GivenRow): Options {
  const at = (id: string): unknown => given[id] ?? null;
  const list = (id: string): readonly unknown[] => {
    const value = at(id);
    return Array.isArray(value) ? value : [];
  };
  const textOrNull = (id: string): string | null => {
    const value = at(id);
    return typeof value === "string" || typeof value === "number" ? String(value) : null;
  };
  const record = (value: unknown): GivenRow => (isRecord(value) ? value : {});
  return {
    text: (id) => textOrNull(id) ?? "",
    textOrNull,
    texts: (id) => list(id).map(String),
    flag: (id) => at(id) === true,
    rows: (id) => list(id).map(record),
    map: (id) => record(at(id)),
    cells: (id) => cellsIn(at(id)),
    any: at,
  };
}

function cellsIn(value: unknown): readonly GivenCell[] {
  if (isRecord(value)) return Object.entries(value).map(([place, cell]) => cellAt(place, cell));
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter(isRecord).map((cell) => ({
    line: Number(cell["line"]),
    column: String(plain(cell["column"]) ?? ""),
    value: plain(cell["value"]),
  }));
}

/** The cell that is named by its line and column, as 1.qty. */
function cellAt(place: string, value: unknown): GivenCell {
  const cut = place.indexOf(".");
  return { line: Number(place.slice(0, cut)), column: place.slice(cut + 1), value: plain(value) };
}

function plain(value: unknown): GivenCell["value"] {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
