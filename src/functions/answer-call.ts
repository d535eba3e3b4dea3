import { dayAsked } from "../app/day-asked";
import type { Day } from "../domain/kernel/day";
import type { AskedFigures, Found } from "../domain/reports/asked-figures";
import type { FunctionFacts, FunctionTrouble } from "../locales/worksheet-functions";
import {
  type ArgumentDefinition,
  type ArgumentKind,
  type Asked,
  type FunctionDefinition,
  NOT_ASKED,
} from "./definitions";

/** A figure, or why there is none. */
export type CallAnswer =
  { readonly figure: number } | { readonly trouble: FunctionTrouble; readonly facts?: FunctionFacts };

/** What a call is answered from. */
export interface AnswerSource {
  readonly figures: AskedFigures;
  /** What holds where no day is said. */
  readonly today: Day;
}

type Read = { readonly value: number } | Extract<CallAnswer, { readonly trouble: FunctionTrouble }>;

function textOf(argument: unknown): string {
  return typeof argument === "string" || typeof argument === "number" ? String(argument).trim() : "";
}

function member(kind: Exclude<ArgumentKind, "asOf">, argument: unknown, figures: AskedFigures): Read {
  const value = textOf(argument);
  const found: Found = figures[kind](value);
  return "place" in found
    ? { value: found.place }
    : { trouble: kind, facts: { value, nearest: found.nearest } };
}

function day(argument: unknown, today: Day): Read {
  const cell = typeof argument === "number" ? argument : textOf(argument);
  const value = dayAsked(cell, today);
  return value === null ? { trouble: "day", facts: { value: textOf(argument), nearest: null } } : { value };
}

/** Reads one argument; a blank one is as if it were left out. */
function read({ kind, optional }: ArgumentDefinition, argument: unknown, source: AnswerSource): Read | null {
  if (textOf(argument) === "") return optional === true ? null : { trouble: "blank" };
  return kind === "asOf" ? day(argument, source.today) : member(kind, argument, source.figures);
}

/** What a function answers to the arguments of a call. */
export function answerCall(
  definition: FunctionDefinition,
  given: readonly unknown[],
  source: AnswerSource,
): CallAnswer {
  let asked: Asked = { ...NOT_ASKED, asOf: source.today };
  for (const [place, argument] of definition.takes.entries()) {
    const said = read(argument, given[place], source);
    if (said !== null && "trouble" in said) return said;
    if (said !== null) asked = { ...asked, [argument.kind]: said.value };
  }
  const figure = definition.answer(source.figures, asked);
  return figure === null ? { trouble: "nothing-there" } : { figure };
}
