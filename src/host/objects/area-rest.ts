import type { Area } from "../../engine/address";

/** What stays of a rectangle when another is cut out of it: up to four rectangles. */
export function without(area: Area, gone: Area): readonly Area[] {
  const top = Math.max(area.top, gone.top);
  const bottom = Math.min(area.bottom, gone.bottom);
  const pieces = [
    { ...area, bottom: top - 1 },
    { ...area, top: bottom + 1 },
    { ...area, top, bottom, right: gone.left - 1 },
    { ...area, top, bottom, left: gone.right + 1 },
  ];
  return pieces.filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}
