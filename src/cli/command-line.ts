import { parseArgs } from "node:util";
import { badStep, type GivenRow, type OptionDefinition } from "../app/options";
import type { Checked } from "../domain/kernel/checked";
import type { Finding } from "../domain/kernel/finding";
import { nearest } from "../domain/kernel/nearest";
import { MOMENT_OPTIONS } from "./moments";

/** Options that every verb takes on a command line: how to answer, where to write, who acts when. */
export const COMMON: readonly { readonly id: string; readonly flag: boolean }[] = [
  ...["json", "help"].map((id) => ({ id, flag: true })),
  ...["out", "lang", "format", ...MOMENT_OPTIONS].map((id) => ({ id, flag: false })),
];

/** A command line taken apart: what stands by its place, and what is named. */
export interface Words {
  readonly operands: readonly string[];
  readonly named: GivenRow;
}

const dashed = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Takes the words behind a verb apart. Raises BAD_STEP for an option that it does not take. */
export function commandWords(args: readonly string[], takes: readonly OptionDefinition[]): Checked<Words> {
  const named = takes.filter(({ operand }) => operand !== true);
  const kinds = new Map<string, { readonly id: string; readonly kind: OptionDefinition["kind"] }>([
    ...COMMON.map(({ id, flag }) => [id, { id, kind: flag ? "flag" : "text" }] as const),
    ...named.map(({ id, kind }) => [dashed(id), { id, kind }] as const),
  ]);
  const options = Object.fromEntries(
    [...kinds].map(([name, { kind }]) => [
      name,
      { type: kind === "flag" ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const found: Finding[] = [];
  const operands: string[] = [];
  const values: Record<string, unknown> = {};
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = kinds.get(token.name);
    if (option === undefined) found.push(badStep(token.rawName, closest(token.name, kinds.keys())));
    else if (option.kind === "flag") values[option.id] = true;
    else if (token.value === undefined) found.push(badStep(`${token.rawName}?`));
    else values[option.id] = gathered(option.kind, values[option.id], token.value);
  }
  return { value: { operands, named: values }, findings: found };
}

function closest(name: string, names: Iterable<string>): string | null {
  const close = nearest(name, names);
  return close === null ? null : `--${close}`;
}

/** An option that may be named several times adds up: a list, or names with values. */
function gathered(kind: OptionDefinition["kind"], before: unknown, text: string): unknown {
  if (kind === "texts") return [...(Array.isArray(before) ? before : []), text];
  if (kind !== "map") return text;
  const [name, ...rest] = text.split("=");
  return { ...(typeof before === "object" ? before : {}), [name]: rest.join("=") };
}

/** What a verb takes by place, then by name. Raises BAD_STEP where a word is left over or one lacks. */
export function optionsFrom(
  { operands, named }: Words,
  takes: readonly OptionDefinition[],
): Checked<GivenRow> {
  const given: Record<string, unknown> = {};
  const rest = [...operands];
  for (const { id, kind } of takes.filter(({ operand }) => operand === true)) {
    if (kind === "texts") given[id] = rest.splice(0);
    else if (rest.length > 0) given[id] = kind === "rows" ? rowsOf(rest.shift() ?? "") : rest.shift();
  }
  const list = takes.find(
    ({ id, kind, operand }) => kind === "texts" && operand !== true && named[id] !== undefined,
  );
  const known = new Set(takes.map(({ id }) => id));
  for (const [id, value] of Object.entries(named)) if (known.has(id)) given[id] = value;
  if (list !== undefined) given[list.id] = [given[list.id], rest.splice(0)].flat();
  for (const { id } of takes) if (MOMENT_OPTIONS.some((option) => option === id)) given[id] = named[id];
  for (const id of MOMENT_OPTIONS) if (named[id] !== undefined) given[id] = named[id];
  return { value: given, findings: rest.map((word) => badStep(word)) };
}

/** Rows typed as JSON; what is no JSON stays a text, which no verb takes for rows. */
function rowsOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
