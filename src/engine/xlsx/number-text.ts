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
  if (bytes[from] !== minus) return plainNumber(bytes, from, to) ?? slowNumber(bytes, from, to);
  const size = plainNumber(bytes, from + 1, to);
  return size === null ? slowNumber(bytes, from, to) : -size;
}

function plainNumber(bytes: Uint8Array, from: number, to: number): number | null {
  const dot = pointIn(bytes, from, to);
  if (dot < 0 || from === to || to - from > 16) return null;
  const digits = digitsOf(bytes, from, to);
  return digits < 0 ? null : digits / tens[Math.max(to - dot - 1, 0)];
}

/** Where the decimal point stands, `to` where there is none; -1 where there are two. */
function pointIn(bytes: Uint8Array, from: number, to: number): number {
  let found = to;
  for (let at = from; at < to; at++) {
    if (bytes[at] !== point) continue;
    if (found < to) return -1;
    found = at;
  }
  return found;
}

/** The digits as one number, whatever point stands between them; -1 where anything else does. */
function digitsOf(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit !== point - 48) return -1;
  }
  return value;
}

function slowNumber(bytes: Uint8Array, from: number, to: number): number | null | undefined {
  const text = decodeXml(bytes, from, to).trim();
  if (text === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
