import { decodeXml } from "./xml-text";

const tens = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${String(power)}`));
const minus = 45;
const point = 46;

/**
 * The number that a run of bytes spells: blank = null, no number = undefined. Up to 15 digits without an
 * exponent come out exact, for then both the digits and the power of ten they are divided by are.
 */
export function readNumber(bytes: Uint8Array, from: number, to: number): number | null | undefined {
  if (from === to) return null;
  const isNegative = bytes[from] === minus;
  let value = 0;
  let fraction = -1;
  const first = isNegative ? from + 1 : from;
  for (let at = first; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === point - 48 && fraction < 0) fraction = to - at - 1;
    else return slowNumber(bytes, from, to);
  }
  if (to - first > 16 || to === first) return slowNumber(bytes, from, to);
  const size = fraction > 0 ? value / (tens[fraction] ?? 1) : value;
  return isNegative ? -size : size;
}

function slowNumber(bytes: Uint8Array, from: number, to: number): number | null | undefined {
  const text = decodeXml(bytes, from, to).trim();
  if (text === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
