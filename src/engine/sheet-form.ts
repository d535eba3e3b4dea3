import type { Area } from "./address";

/** How a row stands. */
export interface RowLook {
  /** In points; null = as high as its content needs. */
  readonly height: number | null;
  /** The height is what its content needed when the file was written, and follows it. */
  readonly isFitted: boolean;
  readonly hidden: boolean;
  readonly outline: number;
  /** What cells without a style of their own look like; -1 = nothing of the kind. */
  readonly style: number;
}

/**
 * What a protected sheet still allows, by the names of the file format (`formatCells`, `sort`, `autoFilter`).
 */
export interface Protection {
  readonly allowed: readonly string[];
  /** Attributes that guard the protection by a password, as the file spells them. */
  readonly password: string;
}

/** What the file keeps about a sheet besides its cells, in groups that are written anew together. */
export type SheetSetting =
  "view" | "columns" | "rows" | "merges" | "validations" | "filter" | "protection" | "tab";

/** Which words a rule of validation compares with; the names are those of the file format. */
export interface ValidationRule {
  readonly kind: "whole" | "decimal" | "date" | "time" | "textLength" | "custom" | "none";
  readonly operator: string;
  readonly formula2: string | null;
}

/** Words shown to who selects a cell, or who typed what is not allowed. */
export interface ValidationWords {
  readonly style: "stop" | "warning" | "information";
  readonly title: string;
  readonly text: string;
}

/** What may be typed into cells; without a rule `formula` is a list: quoted words, a range or a name. */
export interface Validation {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly rule?: ValidationRule;
  /** Absent = a blank cell is allowed. */
  readonly refusesBlanks?: boolean;
  /** A list without its arrow. */
  readonly hidesList?: boolean;
  /** Absent = what is not allowed is let through in silence. */
  readonly error?: ValidationWords;
  readonly prompt?: Omit<ValidationWords, "style">;
}
