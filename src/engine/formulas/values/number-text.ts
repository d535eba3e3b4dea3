/** Significant digits that Excel shows and keeps of a number. */
const digits = 15;

/**
 * A number as it reads when it becomes text: up to 15 significant digits; from 1E+21 on and below 1E-9 with
 * an exponent.
 */
export function textOfNumber(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number);
  const rounded = Number(number.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size >= 1e21 || (size < 1e-9 && size > 0)) return exponential(rounded);
  return size >= 1e15 ? BigInt(rounded).toString() : plain(rounded);
}

function plain(number: number): string {
  const text = String(number);
  return text.includes("e") ? number.toFixed(24).replace(/0+$/, "") : text;
}

function exponential(number: number): string {
  const [mantissa = "", exponent = ""] = number.toExponential().split("e");
  const sign = exponent.startsWith("-") ? "-" : "+";
  return `${mantissa}E${sign}${exponent.replace(/^[+-]/, "").padStart(2, "0")}`;
}
