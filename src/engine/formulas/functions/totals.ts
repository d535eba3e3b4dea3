import { isCellError } from "../../cell";
import { Matrix, Reference, isGrid } from "../values/grid";
import type { Argument, Operand } from "../values/grid";
import { failed } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import type { World } from "../world";
import { endless, wholeNumber } from "./function-spec";
import type { FunctionTable } from "./function-spec";
import { mathematics } from "./mathematics";
import { statistics } from "./statistics";

/** What each number of SUBTOTAL does; with 100 added it also leaves out rows that were hidden by hand. */
const works: Readonly<Record<number, FunctionTable[string] | undefined>> = {
  1: statistics["AVERAGE"],
  2: statistics["COUNT"],
  3: statistics["COUNTA"],
  4: statistics["MAX"],
  5: statistics["MIN"],
  6: mathematics["PRODUCT"],
  7: statistics["STDEV.S"],
  8: statistics["STDEV.P"],
  9: mathematics["SUM"],
  10: statistics["VAR.S"],
  11: statistics["VAR.P"],
};

const nested = /\b(?:SUBTOTAL|AGGREGATE)\s*\(/i;

/** The cells that count: those in rows that are seen, and no subtotals themselves. */
function counted(cells: Reference, at: World, alsoByHand: boolean): Matrix {
  const { sheet, top, left, columns } = cells;
  const kept: Scalar[] = [];
  for (let row = top; row < top + cells.usedRows; row++) {
    if (at.isRowHidden(sheet, row, alsoByHand)) continue;
    const inRow = Array.from({ length: columns }, (_, i) => left + i);
    const plain = inRow.filter((column) => !nested.test(sheet.formula(row, column) ?? ""));
    for (const column of plain) kept.push(sheet.cell(row, column));
  }
  return new Matrix(kept.length, 1, kept);
}

function subtotal([which, ...args]: readonly Argument[], at: World): Operand {
  const number = wholeNumber(which, 0, at);
  if (isCellError(number)) return number;
  const work = works[number > 100 ? number - 100 : number];
  if (work === undefined) return failed.value;
  if (args.some((arg) => isGrid(arg) && !(arg instanceof Reference))) return failed.value;
  const cells = args.map((arg) => (arg instanceof Reference ? counted(arg, at, number > 100) : arg));
  return work.call(cells, at);
}

function moment(at: World, serialOf: (moment: NonNullable<World["moment"]>) => number): Operand {
  if (at.moment === null) return failed.missing;
  return serialOf(at.moment) - (at.date1904 ? 1462 : 0);
}

/** Totals of what is seen. */
export const totals: FunctionTable = {
  SUBTOTAL: { least: 2, most: endless, isWhole: (index) => index > 0, call: subtotal },
};

/** What changes with the time alone. */
export const timed: FunctionTable = {
  NOW: { least: 0, most: 0, isWhole: () => true, call: (_, at) => moment(at, ({ nowSerial }) => nowSerial) },
  TODAY: {
    least: 0,
    most: 0,
    isWhole: () => true,
    call: (_, at) => moment(at, ({ todaySerial }) => todaySerial),
  },
};
