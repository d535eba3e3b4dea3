import type { Area } from "./address";

/** Whole rows or whole columns, or the direction in which cells move. */
export type Axis = "rows" | "columns";

/** What of a cell was written: value or formula, what its formula came to, or how it looks. */
export type Written = "cells" | "results" | "formats";

/** Where a sheet tells what happens to it. */
export interface SheetFeed {
  /** Someone listens; else nothing needs telling. */
  readonly isHeard: boolean;
  readonly written: (kind: Written, area: Area) => void;
  /** Rows or columns (both ends included) became hidden or seen, wider or higher. */
  readonly lines: (axis: Axis, span: { readonly from: number; readonly to: number }) => void;
  /** The sheet's tab is shown or hidden. */
  readonly shown: () => void;
  readonly setting: () => void;
}

const nothing = (): void => undefined;

/** Of a sheet that belongs to no workbook yet. */
export const noFeed: SheetFeed = {
  isHeard: false,
  written: nothing,
  lines: nothing,
  shown: nothing,
  setting: nothing,
};
