/** Where a cell's content stands between its sides; `general` = texts left, numbers right. */
export type Horizontal =
  "general" | "left" | "center" | "right" | "fill" | "justify" | "centerContinuous" | "distributed";

/** How a cell looks, apart from its number format. Colours are RRGGBB. */
export interface CellLook {
  readonly bold: boolean;
  readonly italic: boolean;
  /** null = automatic, or a colour of the theme. */
  readonly fontColor: string | null;
  /** null = none, or a pattern or colour that is not plain. */
  readonly fill: string | null;
  readonly horizontal: Horizontal;
  readonly wrap: boolean;
  /** It has a line on any side. */
  readonly bordered: boolean;
  /** It cannot be written while its sheet is protected. */
  readonly locked: boolean;
}

/** How a cell looks that was given no look. */
export const plainLook: CellLook = {
  bold: false,
  italic: false,
  fontColor: null,
  fill: null,
  horizontal: "general",
  wrap: false,
  bordered: false,
  locked: true,
};

/** What a made style has of its own; borders can only be taken away, not drawn. */
export type LookChange = Partial<Omit<CellLook, "bordered">> & { readonly bordered?: false };
