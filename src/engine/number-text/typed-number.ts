/** A number as typed, with the format that Excel gives to a cell without one; null = General. */
export interface TypedNumber {
  readonly value: number;
  readonly format: string | null;
}

const currency = "[¥￥$€£]";
const digits = "(?:\\d{1,3}(?:,\\d{1,3})+|\\d+)?(?:\\.\\d*)?";
const shape = new RegExp(
  `^(?<open>\\()?\\s*(?<sign>[+-])?\\s*(?<before>${currency})?\\s*(?<inner>[+-])?(?<digits>${digits})` +
    `(?<exponent>[eE][+-]?\\d+)?\\s*(?<percent>%)?\\s*(?<close>\\))?$`,
);
const fraction = /^(?<sign>-)?(?<whole>\d+)\s+(?<top>\d{1,3})\/(?<bottom>\d{1,3})$/;

/** Reads a number with thousands, a currency sign, %, brackets for minus, an exponent, or `1 1/2`. */
export function typedNumber(text: string): TypedNumber | null {
  const found = shape.exec(text)?.groups;
  return found === undefined ? typedFraction(text) : fromParts(found);
}

type Parts = Readonly<Record<string, string | undefined>>;

function fromParts(parts: Parts): TypedNumber | null {
  const { digits: spelled = "", exponent = "", before, percent } = parts;
  const sign = signOf(parts);
  const size = Number(spelled.replaceAll(",", "") + exponent);
  if (!/\d/.test(spelled) || sign === null || !Number.isFinite(size)) return null;
  const value = percent === undefined ? size : percentOf(size);
  return { value: value === 0 ? 0 : sign * value, format: formatOf({ spelled, exponent, before, percent }) };
}

/** One sign before or behind the currency, or a pair of brackets; null for two of them. */
function signOf({ open, close, sign, inner }: Parts): number | null {
  const marks = [sign, inner, open].filter((mark) => mark !== undefined);
  if ((open === undefined) !== (close === undefined) || marks.length > 1) return null;
  return marks.length === 0 || marks[0] === "+" ? 1 : -1;
}

/** Without the dust of a division: 7% is 0.07. */
function percentOf(size: number): number {
  return Number((size / 100).toPrecision(15));
}

function formatOf({ spelled = "", exponent, before, percent }: Parts): string | null {
  const decimals = /\.\d/.test(spelled) ? ".00" : "";
  if (percent !== undefined) return `0${decimals}%`;
  if (exponent !== "") return "0.00E+00";
  if (before !== undefined) return `${before === "￥" ? "¥" : before}#,##0${decimals}`;
  return spelled.includes(",") ? `#,##0${decimals}` : null;
}

function typedFraction(text: string): TypedNumber | null {
  const match = fraction.exec(text);
  if (match === null) return null;
  const [, sign, whole, top, bottom] = match;
  if (Number(bottom) === 0) return null;
  const size = Number(whole) + Number(top) / Number(bottom);
  return { value: sign === "-" ? -size : size, format: bottom.length > 1 ? "# ??/??" : "# ?/?" };
}
