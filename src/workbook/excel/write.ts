/**
 * What came of a write, once the round trip is over: rows (0-based) that were changed meanwhile, or not kept.
 */
export interface Outcome {
  readonly changed: readonly number[];
  readonly lost: readonly number[];
  /** The columns of the table were others than was believed. */
  readonly hasOtherColumns?: boolean;
}

/** A write that is on its way. */
export interface Written {
  readonly outcome: () => Outcome;
  /** Asks how it stands by now, so that it can be taken back; null where nothing is to be taken back. */
  readonly undo: ((context: Excel.RequestContext) => Undoing) | null;
}

/**
 * Takes a write back once it is known how it stands; what somebody has written over it since stays. Told
 * whether anything of the writes behind it had to stay; answers what stays as it is: rows (0-based), none
 * where it is not rows; null where all is as it was.
 */
export type Undoing = (isLeft: boolean) => readonly number[] | null;

/** One thing to write: several go in one round trip. */
export interface Write {
  /** The table, or the sheet, that it is about. */
  readonly what: string;
  readonly cells: number;
  /** Bytes, at a guess rather too many, of what Excel answers to it; 0 = as good as nothing. */
  readonly answer: number;
  /** It makes something new and is not taken back, so what goes before it must have proved right. */
  readonly isMaking: boolean;
  /** Headers of the table that must be there when it is written; null = whichever there are. */
  readonly headers: readonly string[] | null;
  /** The last body row (0-based) of the table that must be there before anything is written; null = none. */
  readonly lastRow: number | null;
  /** It gives the table rows, or makes it: what follows needs none to be there before. */
  readonly makesRows: boolean;
  readonly queue: (context: Excel.RequestContext) => Written;
  /** The same in two parts; null where it has no parts. */
  readonly halves: (() => readonly Write[]) | null;
}

/** What comes of a write of which nothing is asked. */
export const plainly: Written = { outcome: () => ({ changed: [], lost: [] }), undo: null };

/** A write that has no parts. */
export function whole(what: string, cells: number, queue: (context: Excel.RequestContext) => Written): Write {
  const plain = { answer: 0, isMaking: false, headers: null, lastRow: null, makesRows: false, halves: null };
  return { ...plain, what, cells, queue };
}
