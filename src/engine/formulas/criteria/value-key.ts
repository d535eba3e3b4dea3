import { isCellError } from "../../cell";
import { numberOfText } from "../values/text-number";
import type { Scalar } from "../values/scalar";

/** Under what a value is found: numbers and truths as they are, texts in small letters, blanks under null. */
export type ValueKey = number | string | boolean | null;

const errorMark = "\u0000";

/** The key of a value: numbers and texts are apart, upper and lower case are not. */
export function exactKey(value: Scalar): ValueKey {
  if (typeof value === "string") return value.toLowerCase();
  return isCellError(value) ? errorMark + value.error : value;
}

/** The number that a text reads as, of which Excel knows 15 digits; null for other texts. */
export function numberInText(text: string): number | null {
  if (text === "" || text.charCodeAt(0) > 57) return null; // as most texts: they begin with a letter
  const number = numberOfText(text, false);
  if (number === null || text.length < 16 || Number.isSafeInteger(number)) return shortened(text, number);
  return Number(number.toPrecision(15));
}

function shortened(text: string, number: number | null): number | null {
  if (number === null || text.length < 16 || Math.abs(number) < 1e15) return number;
  const [, sign = "", digits = ""] = /^\s*([+-]?)0*(\d+)\s*$/.exec(text) ?? [];
  if (digits === "") return number;
  return Number(sign + digits.slice(0, 15) + "0".repeat(digits.length - 15));
}
