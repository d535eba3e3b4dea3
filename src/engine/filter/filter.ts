import type { Area } from "../address";

/** One comparison of a custom filter; texts may hold the wildcards `*` and `?`. */
export interface Comparison {
  readonly operator: "=" | "<>" | ">" | ">=" | "<" | "<=";
  readonly value: string;
}

/**
 * What one column of a filter lets through: cells that show one of these texts, cells that one comparison or
 * two hold for, or a criterion that only Excel knows (`foreign`, as the file spells it).
 */
export type Criterion =
  | { readonly kind: "values"; readonly values: readonly string[]; readonly blanks: boolean }
  | { readonly kind: "custom"; readonly comparisons: readonly Comparison[]; readonly all: boolean }
  | { readonly kind: "foreign"; readonly xml: string };

/** A filter over an area whose first row is the header; criteria by the column's place in the area. */
export interface Filter {
  readonly area: Area;
  readonly criteria: ReadonlyMap<number, Criterion>;
}
