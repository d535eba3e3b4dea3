import { areFine, failed, failureIn, finite, isFailure } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import { isGrid } from "../values/grid";
import type { Argument, Grid, Operand } from "../values/grid";
import type { World } from "../world";
import { endless, whole } from "./function-spec";
import type { FunctionTable } from "./function-spec";
import { eachNumber, eachValue, numbersIn } from "./numbers-in";

function extreme(args: readonly Argument[], at: World, isBetter: (a: number, b: number) => boolean): Operand {
  let best: number | null = null;
  const error = eachNumber(args, at, (number) => {
    if (best === null || isBetter(number, best)) best = number;
  });
  return error ?? best ?? 0;
}

function average(args: readonly Argument[], at: World): Operand {
  let sum = 0;
  let count = 0;
  const error = eachNumber(args, at, (number) => {
    sum += number;
    count++;
  });
  return error ?? (count === 0 ? failed.division : finite(sum / count));
}

function numbersAmong(grid: Grid): number {
  let count = 0;
  for (const value of grid.values()) if (typeof value === "number") count++;
  return count;
}

/** Of cells the numbers; of values given directly all that stand for a number. Errors do not count. */
function countNumbers(args: readonly Argument[], at: World): Operand {
  let count = 0;
  for (const arg of args) {
    if (isGrid(arg)) count += numbersAmong(arg);
    else eachNumber([arg ?? 0], at, () => count++);
  }
  return count;
}

function countFilled(args: readonly Argument[]): number {
  let count = 0;
  eachValue(args, (value) => {
    if (value !== null) count++;
  });
  return count;
}

/** Empty cells, and formulas that show nothing. */
function countBlanks([arg]: readonly Argument[]): Operand {
  if (!isGrid(arg)) return failed.value;
  let filled = 0;
  eachValue([arg], (value) => {
    if (value !== null && value !== "") filled++;
  });
  return arg.rows * arg.columns - filled;
}

/** The n-th of the numbers in order, counted from 1. */
function nth(args: readonly Argument[], at: World, order: (a: number, b: number) => number): Operand {
  const numbers = numbersIn(args.slice(0, 1), at);
  const place = numbersIn(args.slice(1), at);
  if (isFailure(numbers)) return numbers;
  if (isFailure(place)) return place;
  const sorted = [...numbers].sort(order);
  const index = Math.ceil(place[0] ?? 0) - 1;
  return index >= 0 && index < sorted.length ? sorted[index] : failed.number;
}

/** The value below which that share of the numbers lies, between two of them in proportion. */
function percentile(args: readonly Argument[], at: World, parts: number): Operand {
  const found = [numbersIn(args.slice(0, 1), at), numbersIn(args.slice(1), at)] as const;
  if (!areFine(found)) return failureIn(found);
  const [numbers, [part]] = found;
  const share = (parts === 1 ? part : Math.trunc(part)) / parts;
  if (numbers.length === 0 || share < 0 || share > 1) return failed.number;
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place - Math.floor(place));
}

function median(args: readonly Argument[], at: World): Operand {
  const numbers = numbersIn(args, at);
  if (isFailure(numbers)) return numbers;
  if (numbers.length === 0) return failed.number;
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Over so many less than there are: 1 for a sample, 0 for all. */
function variance(args: readonly Argument[], at: World, less: number): Scalar {
  const numbers = numbersIn(args, at);
  if (isFailure(numbers)) return numbers;
  if (numbers.length <= less) return failed.division;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return finite(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - less));
}

function deviation(args: readonly Argument[], at: World, less: number): Scalar {
  const value = variance(args, at, less);
  return typeof value === "number" ? Math.sqrt(value) : value;
}

/** Where a number stands among the others, from 1; equal ones share a place. */
function rank(args: readonly Argument[], at: World): Operand {
  const wanted = numbersIn(args.slice(0, 1), at);
  const numbers = numbersIn(args.slice(1, 2), at);
  const order = numbersIn(args.slice(2), at);
  if (isFailure(wanted)) return wanted;
  if (isFailure(numbers)) return numbers;
  if (isFailure(order)) return order;
  if (!numbers.includes(wanted[0])) return failed.missing;
  const isRising = (order[0] ?? 0) !== 0;
  return 1 + numbers.filter((number) => (isRising ? number < wanted[0] : number > wanted[0])).length;
}

/** Counts, averages, extremes and spreads. */
export const statistics: FunctionTable = {
  AVERAGE: whole(1, endless, average),
  COUNT: whole(1, endless, countNumbers),
  COUNTA: whole(1, endless, countFilled),
  COUNTBLANK: whole(1, 1, countBlanks),
  LARGE: whole(2, 2, (args, at) => nth(args, at, (a, b) => b - a)),
  MAX: whole(1, endless, (args, at) => extreme(args, at, (a, b) => a > b)),
  MEDIAN: whole(1, endless, median),
  MIN: whole(1, endless, (args, at) => extreme(args, at, (a, b) => a < b)),
  PERCENTILE: whole(2, 2, (args, at) => percentile(args, at, 1)),
  "PERCENTILE.INC": whole(2, 2, (args, at) => percentile(args, at, 1)),
  QUARTILE: whole(2, 2, (args, at) => percentile(args, at, 4)),
  "QUARTILE.INC": whole(2, 2, (args, at) => percentile(args, at, 4)),
  RANK: whole(2, 3, rank),
  "RANK.EQ": whole(2, 3, rank),
  SMALL: whole(2, 2, (args, at) => nth(args, at, (a, b) => a - b)),
  STDEV: whole(1, endless, (args, at) => deviation(args, at, 1)),
  "STDEV.P": whole(1, endless, (args, at) => deviation(args, at, 0)),
  "STDEV.S": whole(1, endless, (args, at) => deviation(args, at, 1)),
  STDEVP: whole(1, endless, (args, at) => deviation(args, at, 0)),
  VAR: whole(1, endless, (args, at) => variance(args, at, 1)),
  "VAR.P": whole(1, endless, (args, at) => variance(args, at, 0)),
  "VAR.S": whole(1, endless, (args, at) => variance(args, at, 1)),
  VARP: whole(1, endless, (args, at) => variance(args, at, 0)),
};
