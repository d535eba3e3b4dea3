import { isCellError } from "../../cell";
import { commonSize, valueAt } from "../values/broadcast";
import { truthOf, numberOf } from "../values/convert";
import { orderOf } from "../values/compare";
import { filled, isGrid } from "../values/grid";
import type { Grid, Operand } from "../values/grid";
import { failed } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import type { World } from "../world";
import type { Evaluate } from "./program";

/** An argument of a form; it is made ready when it is asked for, and in one of the two ways alone. */
export interface FormArgument {
  /** As values. */
  readonly value: () => Evaluate;
  /** As it stands: cells stay cells. */
  readonly operand: () => Evaluate;
}

/** A function that chooses which of its arguments is worked out. */
export interface Form {
  readonly least: number;
  readonly most: number;
  readonly build: (args: readonly FormArgument[]) => Evaluate;
}

type Choose = (selector: Scalar, at: World) => Evaluate | Scalar;

/** Chooses by one value; several values choose each for itself. */
function chosenBy(selector: Evaluate, choose: Choose, branches: readonly Evaluate[]): Evaluate {
  return (at) => {
    const selected = selector(at);
    if (!isGrid(selected)) {
      const chosen = choose(selected, at);
      return typeof chosen === "function" ? chosen(at) : chosen;
    }
    const results = new Map(branches.map((branch) => [branch, branch(at)] as const));
    const { rows, columns } = commonSize([selected, ...results.values()]);
    return filled(rows, columns, (row, column) => {
      const chosen = choose(valueAt(selected, row, column), at);
      return typeof chosen === "function" ? valueAt(results.get(chosen) ?? null, row, column) : chosen;
    });
  };
}

function buildIf([condition, ...others]: readonly FormArgument[]): Evaluate {
  const branches = others.map(({ operand }) => operand());
  const choose: Choose = (selector) => {
    const truth = truthOf(selector);
    if (isCellError(truth)) return truth;
    return branches.at(truth ? 0 : 1) ?? truth;
  };
  return chosenBy(condition.value(), choose, branches);
}

/** The first value, unless it is an error of the kind that is caught. */
function buildRescue(catches: (error: string) => boolean) {
  const isCaught = (one: Scalar): boolean => isCellError(one) && catches(one.error);
  return ([tried, otherwise]: readonly FormArgument[]): Evaluate => {
    const [first, second] = [tried.value(), otherwise.operand()];
    return (at) => {
      const value = first(at);
      if (!isGrid(value)) return isCaught(value) ? second(at) : value;
      return rescued(value, second(at), isCaught);
    };
  };
}

function rescued(value: Grid, rescue: Operand, isCaught: (one: Scalar) => boolean): Operand {
  const { rows, columns } = commonSize([value, rescue]);
  return filled(rows, columns, (row, column) => {
    const one = valueAt(value, row, column);
    return isCaught(one) ? valueAt(rescue, row, column) : one;
  });
}

function buildIfs([condition, result, ...rest]: readonly FormArgument[]): Evaluate {
  const branch = result.operand();
  const other: Evaluate = rest.length < 2 ? () => failed.missing : buildIfs(rest);
  const choose: Choose = (selector) => {
    const truth = truthOf(selector);
    return isCellError(truth) ? truth : truth ? branch : other;
  };
  return chosenBy(condition.value(), choose, [branch, other]);
}

/** Pairs of a value and a result; a single argument at the end is the result where none is equal. */
function buildSwitch([selector, ...rest]: readonly FormArgument[]): Evaluate {
  const isResult = (i: number): boolean => i % 2 === 1 || i === rest.length - 1;
  const parts = rest.map((arg, i) => (isResult(i) ? arg.operand() : arg.value()));
  const choose: Choose = (selected, at) => {
    if (isCellError(selected)) return selected;
    for (let i = 0; i + 1 < parts.length; i += 2) {
      const wanted = parts[i](at);
      if (!isGrid(wanted) && orderOf(selected, wanted) === 0) return parts[i + 1];
    }
    return parts.length % 2 === 1 ? parts[parts.length - 1] : failed.missing;
  };
  return chosenBy(
    selector.value(),
    choose,
    parts.filter((_, i) => isResult(i)),
  );
}

function buildChoose([number, ...rest]: readonly FormArgument[]): Evaluate {
  const choices = rest.map(({ operand }) => operand());
  const choose: Choose = (selector, at) => {
    const place = numberOf(selector, at.date1904);
    if (isCellError(place)) return place;
    const index = Math.trunc(place) - 1;
    return index >= 0 && index < choices.length ? choices[index] : failed.value;
  };
  return chosenBy(number.value(), choose, choices);
}

/** The functions that choose, by name. */
export const forms: Readonly<Record<string, Form | undefined>> = {
  CHOOSE: { least: 2, most: 255, build: buildChoose },
  IF: { least: 2, most: 3, build: buildIf },
  IFERROR: { least: 2, most: 2, build: buildRescue(() => true) },
  IFNA: { least: 2, most: 2, build: buildRescue((error) => error === failed.missing.error) },
  IFS: { least: 2, most: 254, build: buildIfs },
  SWITCH: { least: 3, most: 254, build: buildSwitch },
};
