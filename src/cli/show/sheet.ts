import type { Title } from "../../domain/kernel/title";

/** What stands in a row under a column; undefined and null = blank. */
export type Shown = string | number | boolean | null | undefined;

/** An answer that is rows under columns. */
export interface AnswerSheet {
  readonly columns: readonly { readonly id: string; readonly title: Title; readonly kind: string }[];
  readonly rows: readonly Readonly<Record<string, Shown>>[];
  readonly totals?: Readonly<Record<string, Shown>> | null;
}

/** True for an answer that is rows under columns. */
export function isSheet(value: object | null): value is AnswerSheet {
  return value !== null && "columns" in value && "rows" in value;
}
