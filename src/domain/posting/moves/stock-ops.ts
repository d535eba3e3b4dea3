/** Quantity comes in. */
export const ADD = 0;
/** Quantity goes out. */
export const TAKE = 1;
/** Quantity is, from now on, what was counted; NaN = was not counted. */
export const COUNT = 2;
/** Quantity stays, its value changes. */
export const REVALUE = 3;
/** What a count found more or less, here, is taken back; its quantity is NaN. */
export const UNCOUNT = 4;
/** Pieces were counted by serial number: quantity is what they came to more, or less (negative). */
export const FOUND = 5;

/** Takes one effect: of a line on a bin, what it does, and how much. */
export type PutEffect = (line: number, bin: number, op: number, qty: number) => void;
