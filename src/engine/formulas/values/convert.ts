import type { CellError } from "../../cell";
import { isCellError } from "../../cell";
import { textOfNumber } from "./number-text";
import { failed } from "./scalar";
import type { Scalar } from "./scalar";
import { numberOfText } from "./text-number";

/** The number that a value stands for; a blank is 0, TRUE is 1, text must read as a number. */
export function numberOf(value: Scalar, date1904: boolean): number | CellError {
  if (typeof value === "number") return value;
  if (typeof value === "string") return numberOfText(value, date1904) ?? failed.value;
  if (value === null) return 0;
  return typeof value === "boolean" ? Number(value) : value;
}

/** The text that a value reads as; a blank is empty. */
export function textOf(value: Scalar): string | CellError {
  if (typeof value === "string") return value;
  if (typeof value === "number") return textOfNumber(value);
  if (value === null) return "";
  return typeof value === "boolean" ? truthText(value) : value;
}

/** How TRUE and FALSE read. */
function truthText(truth: boolean): string {
  return truth ? "TRUE" : "FALSE";
}

/** Whether a value holds true; a number does unless it is 0, a text only where it says TRUE or FALSE. */
export function truthOf(value: Scalar): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (value === null) return false;
  if (isCellError(value)) return value;
  const word = value.toUpperCase();
  return word === "TRUE" || (word === "FALSE" ? false : failed.value);
}
