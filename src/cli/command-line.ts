import { parseArgs } from "node:util";
import { badStep, type GivenRow, type OptionDefinition } from "../app/options";
import type { Checked } from "../domain/kernel/checked";
import type { Finding } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import { MOMENT_OPTIONS } from "../app/moments";

type Kind = OptionDefinition["kind"];

/** A command line taken apart: what stands by its place, and what is named. */
export interface Words {
  readonly operands: readonly string[];
  readonly named: GivenRow;
}

/** Options that every verb takes on a command line: how to answer, where to write, who acts when. */
const COMMON: readonly (readonly [string, Kind])[] = [
  ["json", "flag"],
  ["help", "flag"],
  ["force", "flag"],
  ...["out", "lang", "format", ...MOMENT_OPTIONS].map((id): [string, Kind] => [id, "text"]),
];

/** How an option is written on a command line: dryRun → dry-run. */
export function dashed(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** An option by the name it has on the command line; `params` is named once for each: `--param k=v`. */
function optionNames(takes: readonly OptionDefinition[]): ReadonlyMap<string, readonly [string, Kind]> {
  const named = takes.filter(({ operand }) => operand !== true);
  return new Map<string, readonly [string, Kind]>([
    ...COMMON.map(([id, kind]) => [id, [id, kind]] as const),
    ...named.map(({ id, kind }) => [dashed(id), [id, kind]] as const),
    ...named.filter(({ id }) => id === "params").map(({ id, kind }) => ["param", [id, kind]] as const),
  ]);
}

const FORMATS = ["table", "csv", "json"];

/** BAD_STEP for a format that no answer has. */
export function badFormat({ named }: Words): readonly Finding[] {
  const format = typeof named["format"] === "string" ? named["format"] : "table";
  return FORMATS.includes(format) ? [] : [badStep(`format ${format}`, nearest(format, FORMATS), "format")];
}

/** Takes the words behind a verb apart. Raises BAD_STEP for an option that it does not take. */
export function commandWords(args: readonly string[], takes: readonly OptionDefinition[]): Checked<Words> {
  const names = optionNames(takes);
  const types = [...names].map(([name, [, kind]]) => [name, { type: typeOf(kind) }] as const);
  const options = Object.fromEntries(types);
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const operands = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const found: Finding[] = [];
  const named: Record<string, unknown> = {};
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const [id, kind] = names.get(token.name) ?? ["", "any"];
    const wrong = id === "" ? strange(token.rawName, names.keys()) : wordless(token, kind);
    if (wrong === null) named[id] = gathered(kind, named[id], token.value ?? "");
    else found.push(wrong);
  }
  return { value: { operands, named }, findings: found };
}

function typeOf(kind: Kind): "boolean" | "string" {
  return kind === "flag" ? "boolean" : "string";
}

function strange(name: string, names: Iterable<string>): Finding {
  const close = nearest(
    name,
    [...names].map((each) => `--${each}`),
  );
  return badStep(name, close);
}

function wordless(
  { rawName, value }: { rawName: string; value?: string | undefined },
  kind: Kind,
): Finding | null {
  return kind !== "flag" && value === undefined ? badStep(rawName, null, "given") : null;
}

/** An option that may be named several times adds up: a list, or names with values. */
function gathered(kind: Kind, before: unknown, text: string): unknown {
  if (kind === "flag") return true;
  if (kind === "texts") return Array.isArray(before) ? [...before.map(String), text] : [text];
  if (kind !== "map" && kind !== "cells") return text;
  const at = text.includes("=") ? text.indexOf("=") : text.length;
  return { ...(typeof before === "object" ? before : {}), [text.slice(0, at)]: text.slice(at + 1) };
}

/**
 * What a verb takes, by place and by name: words left over go to a list that was named (`--only A B`), else
 * they are BAD_STEP.
 */
export function optionsFrom(
  { operands, named }: Words,
  takes: readonly OptionDefinition[],
): Checked<GivenRow> {
  const rest = [...operands];
  const placed = takes.filter(({ operand }) => operand === true);
  const byPlace = placed.flatMap(({ id, kind }): [string, unknown][] => {
    if (kind === "texts") return [[id, rest.splice(0)]];
    return rest.length === 0 ? [] : [[id, kind === "rows" ? rowsIn(rest.shift()) : rest.shift()]];
  });
  const known = new Set<string>([...takes.map(({ id }) => id), ...MOMENT_OPTIONS]);
  const byName = Object.entries(named).filter(([id]) => known.has(id));
  const lists = byName.map(([id, value]): [string, unknown] => [
    id,
    Array.isArray(value) ? [...value.map(String), ...rest.splice(0)] : value,
  ]);
  const findings = rest.map((word) => badStep(word));
  const given: Record<string, unknown> = Object.fromEntries([...byPlace, ...lists]);
  return { value: given, findings };
}

/** Rows typed as JSON; what is no JSON stays a text, which no verb takes for rows. */
function rowsIn(text = ""): unknown {
  try {
    const rows: unknown = JSON.parse(text);
    return rows;
  } catch {
    return text;
  }
}
