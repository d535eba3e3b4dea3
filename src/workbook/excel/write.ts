/**
 * What came of a write, once the round trip is over: rows (0-based) that were changed meanwhile, or not kept.
 */
export interface Outcome {
  readonly changed: readonly number[];
  readonly lost: readonly number[];
}

/** A write that is on its way. */
export interface Written {
  readonly outcome: () => Outcome;
  /** Asks that it be taken back, so far as it can. */
  readonly undo: (context: Excel.RequestContext) => void;
}

/** One thing to write: several go in one round trip. */
export interface Write {
  /** The table, or the sheet, that it is about. */
  readonly what: string;
  readonly cells: number;
  /** It cannot be taken back, so what goes before it must have proved right. */
  readonly isLast: boolean;
  readonly queue: (context: Excel.RequestContext) => Written;
  /** The same in two parts; null where it has no parts. */
  readonly halves: (() => readonly Write[]) | null;
}

/** What comes of a write of which nothing is asked. */
export const plainly: Written = { outcome: () => ({ changed: [], lost: [] }), undo: () => undefined };

/** A write that has no parts. */
export function whole(what: string, cells: number, queue: (context: Excel.RequestContext) => Written): Write {
  return { what, cells, queue, isLast: false, halves: null };
}
