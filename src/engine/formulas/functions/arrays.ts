import type { CellError } from "../../cell";
import { exactKey } from "../criteria/value-key";
import { numberOf, truthOf } from "../values/convert";
import { orderOf } from "../values/compare";
import { filled, isGrid, Matrix } from "../values/grid";
import type { Argument, Grid, Operand } from "../values/grid";
import { areFine, failed, failureIn, finite, isFailure } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import type { World } from "../world";
import { endless, partly, single, whole, wholeNumber } from "./function-spec";
import type { FunctionSpec, FunctionTable } from "./function-spec";
import { gridOf } from "./lookups";

/** The lines of a grid, rows unless `byColumn`, chosen and put in order by their numbers. */
function picked(grid: Grid, lines: readonly number[], byColumn: boolean): Operand {
  if (lines.length === 0) return failed.calculation;
  return byColumn
    ? filled(grid.rows, lines.length, (row, column) => grid.at(row, lines[column]))
    : filled(lines.length, grid.columns, (row, column) => grid.at(lines[row], column));
}

function truthArg(arg: Argument): boolean | CellError {
  return truthOf(single(arg));
}

function lineKey(grid: Grid, line: number, byColumn: boolean): string {
  const length = byColumn ? grid.rows : grid.columns;
  const keys = Array.from({ length }, (_, i) => exactKey(byColumn ? grid.at(i, line) : grid.at(line, i)));
  return JSON.stringify(keys);
}

function unique([cells, byColumnArg, onceArg]: readonly Argument[]): Operand {
  const grid = gridOf(cells);
  const byColumn = truthArg(byColumnArg);
  const onlyOnce = truthArg(onceArg);
  if (isFailure(byColumn)) return byColumn;
  if (isFailure(onlyOnce)) return onlyOnce;
  const count = byColumn ? grid.columns : grid.rows;
  const lines = new Map<string, { readonly line: number; times: number }>();
  for (let line = 0; line < count; line++) {
    const key = lineKey(grid, line, byColumn);
    const known = lines.get(key);
    if (known === undefined) lines.set(key, { line, times: 1 });
    else known.times++;
  }
  const kept = [...lines.values()].filter(({ times }) => !onlyOnce || times === 1);
  return picked(
    grid,
    kept.map(({ line }) => line),
    byColumn,
  );
}

function filter([cells, include, otherwise]: readonly Argument[], at: World): Operand {
  const grid = gridOf(cells);
  const wanted = gridOf(include);
  const byColumn = isAlong(grid, wanted);
  if (!byColumn && (wanted.columns !== 1 || wanted.rows !== grid.rows)) return failed.value;
  const lines = linesChosen(wanted, byColumn, at);
  if (isFailure(lines)) return lines;
  return lines.length === 0 && otherwise !== undefined ? otherwise : picked(grid, lines, byColumn);
}

/** One row of truths over several columns. */
function isAlong(grid: Grid, wanted: Grid): boolean {
  return grid.columns > 1 && wanted.rows === 1 && wanted.columns === grid.columns;
}

/** The numbers of the lines that hold anything but 0, FALSE or nothing. */
function linesChosen(wanted: Grid, byColumn: boolean, at: World): readonly number[] | CellError {
  const lines: number[] = [];
  for (let line = 0; line < (byColumn ? wanted.columns : wanted.rows); line++) {
    const truth = numberOf(byColumn ? wanted.at(0, line) : wanted.at(line, 0), at.date1904);
    if (isFailure(truth)) return truth;
    if (truth !== 0) lines.push(line);
  }
  return lines;
}

interface Key {
  readonly at: (line: number) => Scalar;
  readonly direction: number;
}

/** Numbers, texts, truths, errors; blanks last whichever way. */
function inOrder(a: Scalar, b: Scalar, direction: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (isFailure(a) || isFailure(b)) return (Number(isFailure(a)) - Number(isFailure(b))) * direction;
  const order = orderOf(a, b);
  return isFailure(order) ? 0 : order * direction;
}

function sortedLines(count: number, keys: readonly Key[]): readonly number[] {
  const lines = Array.from({ length: count }, (_, line) => line);
  return lines.sort((a, b) => {
    for (const { at, direction } of keys) {
      const order = inOrder(at(a), at(b), direction);
      if (order !== 0) return order;
    }
    return a - b;
  });
}

function sort([cells, indexArg, orderArg, byColumnArg]: readonly Argument[], at: World): Operand {
  const grid = gridOf(cells);
  const found = [wholeNumber(indexArg, 1, at), wholeNumber(orderArg, 1, at), truthArg(byColumnArg)] as const;
  if (!areFine(found)) return failureIn(found);
  const [index, direction, byColumn] = found;
  const [most, count] = byColumn ? [grid.rows, grid.columns] : [grid.columns, grid.rows];
  if (index < 1 || index > most || Math.abs(direction) !== 1) return failed.value;
  const key = (line: number): Scalar => (byColumn ? grid.at(index - 1, line) : grid.at(line, index - 1));
  return picked(grid, sortedLines(count, [{ at: key, direction }]), byColumn);
}

function sortBy([cells, ...rest]: readonly Argument[], at: World): Operand {
  const grid = gridOf(cells);
  const keys: Key[] = [];
  const byColumn = gridOf(rest[0]).rows === 1 && grid.columns > 1;
  for (let i = 0; i < rest.length; i += 2) {
    const by = gridOf(rest[i]);
    const direction = wholeNumber(rest[i + 1], 1, at);
    if (isFailure(direction)) return direction;
    const isFitting = byColumn ? by.columns === grid.columns : by.rows === grid.rows;
    if (!isFitting || Math.abs(direction) !== 1) return failed.value;
    keys.push({ at: (line) => (byColumn ? by.at(0, line) : by.at(line, 0)), direction });
  }
  return picked(grid, sortedLines(byColumn ? grid.columns : grid.rows, keys), byColumn);
}

function sumProduct(args: readonly Argument[], at: World): Operand {
  const grids = args.map((arg) =>
    isGrid(arg) ? arg : new Matrix(1, 1, [numberOf(arg ?? null, at.date1904)]),
  );
  const { rows, columns } = grids[0];
  if (grids.some((grid) => grid.rows !== rows || grid.columns !== columns)) return failed.value;
  const used = Math.max(...grids.map(({ usedRows }) => usedRows));
  let sum = 0;
  for (let place = 0; place < used * columns; place++) {
    const row = Math.floor(place / columns);
    const product = productAt(grids, row, place - row * columns);
    if (isFailure(product)) return product;
    sum += product;
  }
  return finite(sum);
}

function productAt(grids: readonly Grid[], row: number, column: number): number | CellError {
  let product: number | CellError = 1;
  for (const grid of grids) product = times(product, factor(grid, row, column));
  return product;
}

/** What is no number counts as 0. */
function factor(grid: Grid, row: number, column: number): number | CellError {
  const value = grid.at(row, column);
  if (typeof value === "number") return value;
  return isFailure(value) ? value : 0;
}

function times(a: number | CellError, b: number | CellError): number | CellError {
  if (typeof a !== "number") return a;
  return typeof b === "number" ? a * b : b;
}

function sequence([rowsArg, columnsArg, startArg, stepArg]: readonly Argument[], at: World): Operand {
  const sizes = [wholeNumber(rowsArg, 1, at), wholeNumber(columnsArg, 1, at)] as const;
  const numbers = [startArg, stepArg].map((arg) =>
    arg === undefined ? 1 : numberOf(single(arg), at.date1904),
  );
  if (!areFine(sizes)) return failureIn(sizes);
  if (!areFine(numbers)) return failureIn(numbers);
  const [rows, columns] = sizes;
  const [start, step] = numbers;
  if (rows < 1 || columns < 1 || rows * columns > 1_048_576) return failed.value;
  return filled(rows, columns, (row, column) => start + (row * columns + column) * step);
}

/** Grids one below the other; what a narrower one lacks is `#N/A`. */
function stacked(args: readonly Argument[], isDown: boolean): Operand {
  const grids = args.map(gridOf);
  const width = Math.max(...grids.map(({ rows, columns }) => (isDown ? columns : rows)));
  const lines = grids.flatMap((grid) =>
    Array.from({ length: isDown ? grid.rows : grid.columns }, (_, line) =>
      Array.from({ length: width }, (__, i) => lineValue(grid, line, { i, isDown })),
    ),
  );
  return isDown
    ? new Matrix(lines.length, width, lines.flat())
    : filled(width, lines.length, (row, column) => lines[column][row]);
}

function lineValue(
  grid: Grid,
  line: number,
  { i, isDown }: { readonly i: number; readonly isDown: boolean },
): Scalar {
  if (isDown) return i < grid.columns ? grid.at(line, i) : failed.missing;
  return i < grid.rows ? grid.at(i, line) : failed.missing;
}

/** The first lines (a negative number: the last), or what is left without them. */
function cut(args: readonly Argument[], at: World, takes: boolean): Operand {
  const grid = gridOf(args[0]);
  const rows = wholeNumber(args[1], takes ? grid.rows : 0, at);
  const columns = wholeNumber(args[2], takes ? grid.columns : 0, at);
  if (isFailure(rows)) return rows;
  if (isFailure(columns)) return columns;
  const down = range(grid.rows, rows, takes);
  const across = range(grid.columns, columns, takes);
  if (down.count <= 0 || across.count <= 0) return failed.calculation;
  return filled(down.count, across.count, (row, column) => grid.at(down.from + row, across.from + column));
}

function range(
  length: number,
  asked: number,
  takes: boolean,
): { readonly from: number; readonly count: number } {
  const size = Math.min(Math.abs(asked), length);
  const count = takes ? size : length - size;
  const isAtStart = takes ? asked > 0 : asked < 0;
  return { from: isAtStart ? 0 : length - count, count };
}

const inArray = (spec: FunctionSpec): FunctionSpec => ({ ...spec, inArray: true });

/** What makes arrays of arrays. */
export const arrays: FunctionTable = {
  DROP: inArray(partly([1, 2], [2, 3], (args, at) => cut(args, at, false))),
  FILTER: inArray(whole(2, 3, filter)),
  HSTACK: inArray(whole(1, endless, (args) => stacked(args, false))),
  SEQUENCE: inArray(partly([0, 1, 2, 3], [1, 4], sequence)),
  SORT: inArray(whole(1, 4, sort)),
  SORTBY: inArray(whole(2, endless, sortBy)),
  SUMPRODUCT: inArray(whole(1, endless, sumProduct)),
  TAKE: inArray(partly([1, 2], [2, 3], (args, at) => cut(args, at, true))),
  TRANSPOSE: inArray(
    whole(1, 1, ([cells]) => {
      const grid = gridOf(cells);
      return filled(grid.columns, grid.rows, (row, column) => grid.at(column, row));
    }),
  ),
  UNIQUE: inArray(whole(1, 3, unique)),
  VSTACK: inArray(whole(1, endless, (args) => stacked(args, true))),
};
