import { sheetLimits } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Where Ctrl and an arrow lead: to the last of the filled cells that follow one another, or over blank ones
 * to the next that is filled, or to the end of the sheet.
 */
export function dataEdge(
  sheet: Sheet,
  from: Place,
  step: { readonly down: number; readonly right: number },
): Place {
  const next = ({ row, column }: Place): Place => ({ row: row + step.down, column: column + step.right });
  const end = {
    row: Math.max(sheet.end, from.row + 1),
    column: Math.max(sheet.columnCount, from.column + 1),
  };
  const isFilled = ({ row, column }: Place): boolean => sheet.cell(row, column) !== null;
  const isInside = ({ row, column }: Place): boolean =>
    row >= 0 && column >= 0 && row < end.row && column < end.column;
  let at = next(from);
  const runs = isFilled(from) && isInside(at) && isFilled(at);
  while (isInside(at) && isFilled(at) === runs) at = next(at);
  if (!runs && isInside(at)) return at;
  const back = { row: at.row - step.down, column: at.column - step.right };
  return runs ? back : sheetEdge(from, step);
}

function sheetEdge(from: Place, { down, right }: { readonly down: number; readonly right: number }): Place {
  const edge = (way: number, at: number, count: number): number => (way === 0 ? at : way < 0 ? 0 : count - 1);
  return {
    row: edge(down, from.row, sheetLimits.rows),
    column: edge(right, from.column, sheetLimits.columns),
  };
}
