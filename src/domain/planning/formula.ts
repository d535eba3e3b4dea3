import type { Title } from "../kernel/title";
import type { FormulaParameter } from "./formula-parameter";
import type { Inputs } from "./inputs";

/** One figure of an answer: null where it is not defined. */
export type Outcome = number | string | boolean | null;

/** One of several figures that belong together, by name. */
type OutcomeRow = Readonly<Record<string, Outcome>>;

/** What a formula answers, by the ids of its results. */
export type Outcomes = Readonly<Record<string, Outcome | readonly Outcome[] | readonly OutcomeRow[]>>;

/** Why a formula cannot be worked out: which parameter is at fault, and what should stand there. */
export interface Refused {
  readonly what: string;
  readonly expected: string;
}

/** A formula that stands by itself: what it is told, what it answers. Source: DOMAIN §9, §10, §8.4. */
export interface Formula {
  readonly code: string;
  readonly title: Title;
  readonly parameters: readonly FormulaParameter[];
  /** What it answers, in order. */
  readonly results: readonly { readonly id: string; readonly title: Title }[];
  run(inputs: Inputs): Outcomes | Refused;
}

/** True where a formula was not worked out. */
export function isRefused(made: Outcomes | Refused): made is Refused {
  return "what" in made && "expected" in made;
}

/**
 * A figure rounded to so many decimals, half away from zero; null where it is not finite. For figures that
 * roots and deviations make, which no whole numbers hold.
 */
export function roundedTo(figure: number | null, decimals: number): number | null {
  if (figure === null || !Number.isFinite(figure)) return null;
  const scale = 10 ** decimals;
  const rounded = Math.round(Math.abs(figure) * scale * (1 + HALF_SLACK)) / scale;
  return figure < 0 && rounded !== 0 ? -rounded : rounded;
}

/** What binary fractions lose below a half that was meant. */
const HALF_SLACK = 1e-12;

/** How many decimals the figures of planning have unless it is said otherwise. */
export const PLANNING_DECIMALS = 2;
