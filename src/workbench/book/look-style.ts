import type { CSSProperties } from "react";
import type { CellLook, Horizontal } from "../../engine/cell-look";

const alignments = new Map<Horizontal, "left" | "center" | "right" | "justify">([
  ["left", "left"],
  ["center", "center"],
  ["centerContinuous", "center"],
  ["right", "right"],
  ["justify", "justify"],
]);

/** How a page shows a cell's look; null where it is plain. */
export function lookStyle({
  bold,
  italic,
  fontColor,
  fill,
  horizontal,
  wrap,
}: CellLook): CSSProperties | null {
  const textAlign = alignments.get(horizontal);
  const style: CSSProperties = {
    ...(bold && { fontWeight: 600 }),
    ...(italic && { fontStyle: "italic" }),
    ...(fontColor && { color: `#${fontColor}` }),
    ...(fill && { backgroundColor: `#${fill}` }),
    ...(textAlign && { textAlign }),
    ...(wrap && { whiteSpace: "normal" }),
  };
  return Object.keys(style).length === 0 ? null : style;
}
