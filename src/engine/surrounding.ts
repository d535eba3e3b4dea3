import type { Area } from "./address";
import type { Sheet } from "./sheet";

/** The block of cells around an area, up to blank rows and columns: what Excel calls the current region. */
export function surrounding(sheet: Sheet, area: Area): Area {
  let region = area;
  for (let grown = grow(sheet, region); grown !== region; grown = grow(sheet, region)) region = grown;
  return region;
}

/** One row or column wider on each side on which a neighbour is filled; the same when none is. */
function grow(sheet: Sheet, area: Area): Area {
  const wide = { left: Math.max(area.left - 1, 0), right: area.right + 1 };
  const high = { top: Math.max(area.top - 1, 0), bottom: area.bottom + 1 };
  const top = area.top > 0 && isFilled(sheet, { ...wide, top: high.top, bottom: high.top });
  const bottom = isFilled(sheet, { ...wide, top: high.bottom, bottom: high.bottom });
  const left = area.left > 0 && isFilled(sheet, { ...high, left: wide.left, right: wide.left });
  const right = isFilled(sheet, { ...high, left: wide.right, right: wide.right });
  if (![top, bottom, left, right].includes(true)) return area;
  return {
    top: top ? high.top : area.top,
    bottom: bottom ? high.bottom : area.bottom,
    left: left ? wide.left : area.left,
    right: right ? wide.right : area.right,
  };
}

function isFilled(sheet: Sheet, { top, left, bottom, right }: Area): boolean {
  for (let column = left; column <= Math.min(right, sheet.columnCount - 1); column++) {
    const row = sheet.column(column).nextFilled(top);
    if (row >= 0 && row <= bottom) return true;
  }
  return false;
}
