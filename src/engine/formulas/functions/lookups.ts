import type { CellError } from "../../cell";
import { truthOf } from "../values/convert";
import { isGrid, Matrix } from "../values/grid";
import type { Argument, Grid, Operand } from "../values/grid";
import { areFine, failed, failureIn, isFailure } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import { slice } from "../values/slice";
import type { World } from "../world";
import { partly, single, wholeNumber } from "./function-spec";
import type { FunctionTable } from "./function-spec";
import { exactPlace, listOf, nearestPlace, patternPlace, placeInFalling, placeInRising } from "./searching";
import type { List } from "./searching";

/** An argument as a grid: a single value is one of one cell. */
export function gridOf(arg: Argument): Grid {
  return isGrid(arg) ? arg : new Matrix(1, 1, [arg ?? null]);
}

function match([wantedArg, cells, way]: readonly Argument[], at: World): Operand {
  const wanted = single(wantedArg) ?? 0;
  const list = listOf(gridOf(cells));
  const type = wholeNumber(way, 1, at);
  if (isFailure(wanted)) return wanted;
  if (isFailure(type)) return type;
  if (list === null) return failed.missing;
  const place =
    type === 0
      ? patternPlace(wanted, list, { at })
      : type > 0
        ? placeInRising(wanted, list)
        : placeInFalling(wanted, list);
  return place < 0 ? failed.missing : place + 1;
}

/** Modes of XLOOKUP and XMATCH: 0 exact, -1 or next smaller, 1 or next larger, 2 with wildcards. */
function placeByMode(wanted: Scalar, list: List, modes: Modes): number {
  const search = { at: modes.at, fromEnd: modes.search < 0 };
  if (modes.match === 2) return patternPlace(wanted, list, search);
  const place = exactPlace(wanted, list, search);
  return place >= 0 || modes.match === 0 ? place : nearestPlace(wanted, list, modes.match);
}

interface Modes {
  readonly match: number;
  readonly search: number;
  readonly at: World;
}

function modesOf(match: Argument, search: Argument, at: World): Modes | CellError {
  const matching = wholeNumber(match, 0, at);
  const searching = wholeNumber(search, 1, at);
  if (isFailure(matching)) return matching;
  if (isFailure(searching)) return searching;
  const areKnown = [0, -1, 1, 2].includes(matching) && [1, -1, 2, -2].includes(searching);
  return areKnown ? { match: matching, search: searching === -1 ? -1 : 1, at } : failed.value;
}

function xmatch([wantedArg, cells, matching, searching]: readonly Argument[], at: World): Operand {
  const wanted = single(wantedArg);
  const list = listOf(gridOf(cells));
  const modes = modesOf(matching, searching, at);
  if (isFailure(wanted)) return wanted;
  if (isFailure(modes)) return modes;
  if (list === null) return failed.value;
  const place = placeByMode(wanted, list, modes);
  return place < 0 ? failed.missing : place + 1;
}

function xlookup(args: readonly Argument[], at: World): Operand {
  const [wantedArg, cells, results, otherwise, matching, searching] = args;
  const found = [single(wantedArg), modesOf(matching, searching, at)] as const;
  if (!areFine(found)) return failureIn(found);
  const [wanted, modes] = found;
  const looked = gridOf(cells);
  const list = listOf(looked);
  const answers = gridOf(results);
  if (list === null || !areBeside(looked, answers)) return failed.value;
  const place = placeByMode(wanted, list, modes);
  if (place < 0) return otherwise ?? failed.missing;
  return looked.columns === 1 && answers.rows === looked.rows
    ? slice(answers, { row: place, column: 0, rows: 1, columns: answers.columns })
    : slice(answers, { row: 0, column: place, rows: answers.rows, columns: 1 });
}

function areBeside(looked: Grid, answers: Grid): boolean {
  return looked.columns === 1 ? answers.rows === looked.rows : answers.columns === looked.columns;
}

/** VLOOKUP, and HLOOKUP along the rows. */
function alongLine(args: readonly Argument[], at: World, isDown: boolean): Operand {
  const [wantedArg, table, numberArg, isNear] = args;
  const nearness = truthOf(isNear === undefined ? true : single(isNear));
  const found = [single(wantedArg) ?? 0, wholeNumber(numberArg, 1, at), nearness] as const;
  if (!areFine(found)) return failureIn(found);
  const [wanted, number, near] = found;
  return inLine(wanted, { cells: gridOf(table), number, near, isDown, at });
}

interface Line {
  readonly cells: Grid;
  /** Which column, or row, holds the answer; from 1. */
  readonly number: number;
  readonly near: boolean;
  readonly isDown: boolean;
  readonly at: World;
}

function inLine(wanted: Scalar, { cells, number, near, isDown, at }: Line): Operand {
  if (number < 1) return failed.value;
  if (number > (isDown ? cells.columns : cells.rows)) return failed.reference;
  const list = headOf(cells, isDown);
  if (list === null) return failed.value;
  const place = near ? placeInRising(wanted, list) : patternPlace(wanted, list, { at });
  if (place < 0) return failed.missing;
  return isDown ? cells.at(place, number - 1) : cells.at(number - 1, place);
}

/** The first column of a table, or its first row. */
function headOf(cells: Grid, isDown: boolean): List | null {
  const size = isDown ? { rows: cells.rows, columns: 1 } : { rows: 1, columns: cells.columns };
  return listOf(slice(cells, { row: 0, column: 0, ...size }));
}

/** The first, or the last, of the longer lines of a grid: its rows where it is wide, else its columns. */
function edge(grid: Grid, isLast: boolean): List | null {
  const { rows, columns } = grid;
  const isWide = columns > rows;
  const [row, column] = [isWide && isLast ? rows - 1 : 0, !isWide && isLast ? columns - 1 : 0];
  return listOf(slice(grid, { row, column, rows: isWide ? 1 : rows, columns: isWide ? columns : 1 }));
}

/**
 * LOOKUP in values that rise: the last that is not above the wanted, and what stands there in the second
 * list.
 */
function lookup([wantedArg, cells, results]: readonly Argument[]): Operand {
  const wanted = single(wantedArg) ?? 0;
  if (isFailure(wanted)) return wanted;
  const looked = gridOf(cells);
  const list = edge(looked, false);
  const answers = results === undefined ? edge(looked, true) : listOf(gridOf(results));
  if (list === null || answers === null) return failed.missing;
  const place = placeInRising(wanted, list);
  return place < 0 || place >= answers.length ? failed.missing : answers.at(place);
}

/** A row of 0 means all rows, a column of 0 all columns; in a single row the one number counts columns. */
function index([cells, rowArg, columnArg]: readonly Argument[], at: World): Operand {
  const grid = gridOf(cells);
  const isRow = columnArg === undefined && grid.rows === 1 && grid.columns > 1;
  const number = wholeNumber(rowArg, 0, at);
  const across = isRow ? number : wholeNumber(columnArg, grid.columns === 1 ? 1 : 0, at);
  const found = [isRow ? 1 : number, across] as const;
  return areFine(found) ? lineOrCell(grid, found[0], found[1]) : failureIn(found);
}

function lineOrCell(grid: Grid, row: number, column: number): Operand {
  if (row < 0 || column < 0) return failed.value;
  if (row > grid.rows || column > grid.columns) return failed.reference;
  const down = row === 0 ? { row: 0, rows: grid.rows } : { row: row - 1, rows: 1 };
  return slice(grid, {
    ...down,
    ...(column === 0 ? { column: 0, columns: grid.columns } : { column: column - 1, columns: 1 }),
  });
}

/** What finds a value in a list, and what stands at a place. */
export const lookups: FunctionTable = {
  HLOOKUP: partly([0, 2, 3], [3, 4], (args, at) => alongLine(args, at, false)),
  INDEX: { ...partly([1, 2], [2, 3], index), inArray: true },
  LOOKUP: { ...partly([0], [2, 3], lookup), inArray: true },
  MATCH: partly([0, 2], [2, 3], match),
  VLOOKUP: partly([0, 2, 3], [3, 4], (args, at) => alongLine(args, at, true)),
  XLOOKUP: partly([0, 4, 5], [3, 6], xlookup),
  XMATCH: partly([0, 2, 3], [2, 4], xmatch),
};
