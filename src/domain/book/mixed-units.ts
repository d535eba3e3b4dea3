import { decimalText, QUANTITY_SCALE } from "../kernel/numbers";

/** A unit with its size: so many stock units are numerator / denominator of it. */
export interface SizedUnit {
  readonly unit: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** Chinese and Japanese words need no blank between figure and unit. */
const IDEOGRAPH = /[\u3000-\u9fff]/;

function spoken(count: string, unit: string): string {
  return IDEOGRAPH.test(unit) || unit === "" ? `${count}${unit}` : `${count} ${unit}`;
}

/** The units greater than the stock unit whose size is exact in 10⁻⁶ of it, the greatest first. */
function greater(units: readonly SizedUnit[]): { readonly unit: string; readonly size: number }[] {
  const sized = units.map(({ unit, numerator, denominator }) => ({
    unit,
    size: (numerator * QUANTITY_SCALE) / denominator,
  }));
  return sized
    .filter(({ size }) => size > QUANTITY_SCALE && Number.isSafeInteger(size))
    .sort((a, b) => b.size - a.size);
}

/**
 * A quantity (10⁻⁶ of the stock unit) said in as many of the greatest unit as there are whole ones, then of
 * the next, the rest in stock units: 26 of 12 to the box are 2箱2瓶, taken out −(2箱2瓶). Source: DOMAIN §12.
 */
export function mixedUnits(qty: number, stockUnit: string, units: readonly SizedUnit[]): string {
  const parts: string[] = [];
  let rest = Math.abs(qty);
  for (const { unit, size } of greater(units)) {
    const count = Math.floor(rest / size);
    if (count === 0) continue;
    parts.push(spoken(String(count), unit));
    rest -= count * size;
  }
  if (rest > 0 || parts.length === 0) parts.push(spoken(decimalText(rest, 6), stockUnit));
  const text = parts.join(parts.some((part) => part.includes(" ")) ? " " : "");
  if (qty >= 0) return text;
  return parts.length > 1 ? `−(${text})` : `−${text}`;
}
