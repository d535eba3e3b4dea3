/**
 * Decimal rounding as Excel shows numbers: to 15 significant digits first, so that 2.675 to two places is
 * 2.68; halves away from zero. A negative number of places rounds to tens, hundreds and so on.
 */
export function rounded(number: number, places: number): number {
  return scaledBy(number, places, (scaled) => Math.sign(scaled) * Math.floor(Math.abs(scaled) + 0.5));
}

/** Away from zero. */
export function roundedUp(number: number, places: number): number {
  return scaledBy(number, places, (scaled) => Math.sign(scaled) * Math.ceil(Math.abs(scaled)));
}

/** Towards zero. */
export function roundedDown(number: number, places: number): number {
  return scaledBy(number, places, Math.trunc);
}

function scaledBy(number: number, places: number, round: (scaled: number) => number): number {
  const digits = Math.trunc(places);
  if (number === 0 || digits > 20) return number;
  if (digits < -308) return 0;
  const scaled = clean(digits >= 0 ? number * 10 ** digits : number / 10 ** -digits);
  const result = round(scaled);
  return Math.abs(result) > 1e21 ? number : Number(`${String(result)}e${String(-digits)}`);
}

/** Without what lies beyond the 15th significant digit. */
function clean(number: number): number {
  return Math.abs(number) < 1e15 ? Number(number.toPrecision(15)) : number;
}
