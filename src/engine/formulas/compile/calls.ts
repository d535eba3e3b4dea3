import { commonSize, valueAt } from "../values/broadcast";
import { filled, isGrid, Matrix, Reference } from "../values/grid";
import type { Argument, Grid, Operand } from "../values/grid";
import type { FunctionSpec } from "../functions/function-spec";
import { failed } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import type { CustomCall, World } from "../world";
import type { Evaluate } from "./program";

/** How an argument is worked out; null where nothing stands between the commas. */
export type ArgumentCode = Evaluate | null;

/** A call of a function whose arguments are all worked out first. */
export function callOf(spec: FunctionSpec, args: readonly ArgumentCode[]): Evaluate {
  const isLifted = args.map((_, i) => !spec.isWhole(i));
  const canLift = isLifted.includes(true);
  const { call } = spec;
  return (at) => {
    const values: Argument[] = [];
    let hasGrid = false;
    for (let i = 0; i < args.length; i++) {
      const value = args[i]?.(at);
      values.push(value);
      if (canLift && isLifted[i] && isGrid(value)) hasGrid = true;
    }
    return hasGrid ? lifted(spec, values, at) : call(values, at);
  };
}

/** Calls the function for every place of the arrays that stand where it wants single values. */
function lifted(spec: FunctionSpec, values: readonly Argument[], at: World): Operand {
  const spread = values.flatMap((value, i) => (!spec.isWhole(i) && isGrid(value) ? [value] : []));
  const { rows, columns } = commonSize(spread);
  return filled(rows, columns, (row, column) => {
    const args = values.map((value, i) =>
      spec.isWhole(i) || value === undefined ? value : valueAt(value, row, column),
    );
    return firstOf(spec.call(args, at));
  });
}

function firstOf(operand: Operand): Scalar {
  return isGrid(operand) ? operand.at(0, 0) : operand;
}

/** A call of a function that the host provides. */
export function customCallOf(name: string, args: readonly ArgumentCode[]): Evaluate {
  return (at) => {
    const call: CustomCall = {
      name,
      args: args.map((arg) => handedOver(arg?.(at) ?? null)),
      place: { sheet: at.sheet, row: at.row, column: at.column },
    };
    const value = at.custom?.call(call);
    return value === undefined ? failed.missing : value;
  };
}

function handedOver(argument: Operand): Scalar | readonly (readonly Scalar[])[] {
  const operand = dereferenced(argument);
  if (!isGrid(operand)) return operand;
  return Array.from({ length: operand.usedRows }, (_, row) =>
    Array.from({ length: operand.columns }, (__, column) => operand.at(row, column)),
  );
}

/**
 * Of several cells the one in the row or the column of the formula, as formulas took them before arrays
 * spilled. An array stays one.
 */
export function intersected(operand: Operand, at: World): Operand {
  if (!(operand instanceof Reference)) return dereferenced(operand);
  const { rows, columns, top, left } = operand;
  const row = rows === 1 ? 0 : at.row - top;
  const column = columns === 1 ? 0 : at.column - left;
  const isLine = rows === 1 || columns === 1;
  return isLine && isWithin(row, rows) && isWithin(column, columns) ? operand.at(row, column) : failed.value;
}

function isWithin(place: number, count: number): boolean {
  return place >= 0 && place < count;
}

/** `@`: of several cells the one beside the formula, of an array the first value. */
export function singled(operand: Operand, at: World): Scalar {
  return firstOf(intersected(operand, at));
}

/** The value of an operand: of a single cell what it holds, several stay as they are. */
export function dereferenced(operand: Operand): Operand {
  return isGrid(operand) && operand.rows === 1 && operand.columns === 1 ? operand.at(0, 0) : operand;
}

/** The cells from the first of one reference to the last of the other. */
export function spanned(a: Operand, b: Operand): Operand {
  if (!(a instanceof Reference) || !(b instanceof Reference) || a.sheet !== b.sheet) return failed.value;
  const top = Math.min(a.top, b.top);
  const left = Math.min(a.left, b.left);
  const bottom = Math.max(a.top + a.rows, b.top + b.rows);
  const right = Math.max(a.left + a.columns, b.left + b.columns);
  return new Reference(a.sheet, { top, left }, { rows: bottom - top, columns: right - left });
}

/** The cells that two references share. */
export function shared(a: Operand, b: Operand): Operand {
  if (!(a instanceof Reference) || !(b instanceof Reference)) return failed.value;
  if (a.sheet !== b.sheet) return failed.value;
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const rows = Math.min(a.top + a.rows, b.top + b.rows) - top;
  const columns = Math.min(a.left + a.columns, b.left + b.columns) - left;
  return rows > 0 && columns > 0 ? new Reference(a.sheet, { top, left }, { rows, columns }) : failed.none;
}

/** What a formula at that cell has spilled into; the error where nothing was. */
export function spilled(operand: Operand): Operand {
  if (!(operand instanceof Reference)) return failed.reference;
  const { sheet, top, left } = operand;
  const block = sheet.blocks.find((area) => area.top === top && area.left === left);
  if (block !== undefined)
    return new Reference(
      sheet,
      { top, left },
      {
        rows: block.bottom - top + 1,
        columns: block.right - left + 1,
      },
    );
  return sheet.formula(top, left) === null || !sheet.column(left).spills(top) ? failed.reference : operand;
}

/** An array written out in the formula. */
export function arrayOf(rows: readonly (readonly Scalar[])[]): Grid {
  return new Matrix(rows.length, rows[0]?.length ?? 0, rows.flat());
}
