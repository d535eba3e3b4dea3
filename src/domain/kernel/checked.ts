import type { Finding } from "./finding";

/** A value and what was found while making it. */
export interface Checked<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}
