import { isCellError } from "../../cell";
import type { CellError } from "../../cell";
import { numberOf, textOf, truthOf } from "../values/convert";
import { isGrid } from "../values/grid";
import type { Argument, Operand } from "../values/grid";
import { failed } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import type { World } from "../world";

/** A function of the language. */
export interface FunctionSpec {
  readonly least: number;
  readonly most: number;
  /**
   * True for the arguments that are taken as they are; of the others the function sees one value at a time.
   */
  readonly isWhole: (index: number) => boolean;
  /** Its arguments are worked out for every cell they name, in old formulas too, as SUMPRODUCT does. */
  readonly inArray?: boolean;
  readonly call: (args: readonly Argument[], at: World) => Operand;
}

/** Functions by their name in capitals. */
export type FunctionTable = Readonly<Record<string, FunctionSpec>>;

/** No more arguments than that. */
export const endless = 255;

/** A function that takes every argument as it is. */
export function whole(least: number, most: number, call: FunctionSpec["call"]): FunctionSpec {
  return { least, most, isWhole: () => true, call };
}

/** A function that sees one value at a time of the arguments at these places (from 0), the others whole. */
export function partly(
  single: readonly number[],
  counts: readonly [number, number],
  call: FunctionSpec["call"],
): FunctionSpec {
  return { least: counts[0], most: counts[1], isWhole: (index) => !single.includes(index), call };
}

/** What a plain function is given: values that were turned into what it wants. */
export class Given {
  private readonly values: readonly Scalar[];

  constructor(values: readonly Scalar[]) {
    this.values = values;
  }

  get count(): number {
    return this.values.length;
  }

  number(index: number, fallback = 0): number {
    const value = this.values[index];
    return typeof value === "number" ? value : fallback;
  }

  text(index: number, fallback = ""): string {
    const value = this.values[index];
    return typeof value === "string" ? value : fallback;
  }

  truth(index: number, fallback = false): boolean {
    const value = this.values[index];
    return typeof value === "boolean" ? value : fallback;
  }

  value(index: number): Scalar {
    return this.values[index] ?? null;
  }

  /** True when nothing was given there, not even an empty place between commas. */
  isMissing(index: number): boolean {
    return index >= this.values.length;
  }
}

const turned: Readonly<Record<string, (value: Scalar, date1904: boolean) => Scalar>> = {
  n: numberOf,
  t: textOf,
  b: truthOf,
  v: (value) => value,
};

/**
 * A function of single values. The kinds say what it wants of each: n number, t text, b truth, v any value;
 * `*` at the end: as many more of the last. The first error among what it is given is the answer.
 */
export function plain(
  kinds: string,
  least: number,
  apply: (given: Given, at: World) => Scalar,
): FunctionSpec {
  const letters = kinds.replace("*", "");
  const most = kinds.endsWith("*") ? endless : letters.length;
  const call = (args: readonly Argument[], at: World): Operand => {
    const given = taken(args, letters, at.date1904);
    return given instanceof Given ? apply(given, at) : given;
  };
  return { least, most, isWhole: () => false, call };
}

function taken(args: readonly Argument[], letters: string, date1904: boolean): Given | CellError {
  const values: Scalar[] = [];
  for (let i = 0; i < args.length; i++) {
    const value = turned[letters.charAt(Math.min(i, letters.length - 1))](single(args[i]), date1904);
    if (isCellError(value)) return value;
    values.push(value);
  }
  return new Given(values);
}

/** One value where one is wanted: of several the first. */
export function single(arg: Argument): Scalar {
  if (arg === undefined) return null;
  return isGrid(arg) ? (arg.rows > 0 ? arg.at(0, 0) : failed.calculation) : arg;
}

/** The whole number that an argument stands for; the fallback where there is none. */
export function wholeNumber(arg: Argument, fallback: number, at: World): number | CellError {
  if (arg === undefined) return fallback;
  const number = numberOf(single(arg), at.date1904);
  return isCellError(number) ? number : Math.trunc(number);
}
