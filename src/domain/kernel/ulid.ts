const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;

/** Character codes of the places: one flat string is made of them, not one link a place. */
function codesOf(digits: readonly number[]): number[] {
  return digits.map((digit) => ALPHABET.charCodeAt(digit));
}

function timeDigits(milliseconds: number): number[] {
  const digits: number[] = [];
  for (let rest = milliseconds; digits.length < TIME_DIGITS; rest = Math.floor(rest / 32)) {
    digits.unshift(rest % 32);
  }
  return digits;
}

/** Adds one to the random places of base-32 digits, in place; answers whether they overflowed. */
function increment(digits: number[], codes: number[]): boolean {
  for (let i = digits.length - 1; i >= TIME_DIGITS; i--) {
    digits[i] = (digits[i] + 1) % 32;
    codes[i] = ALPHABET.charCodeAt(digits[i]);
    if (digits[i] > 0) return false;
  }
  return true;
}

/**
 * A maker of monotonic ULIDs (26 characters, Crockford base 32): each answer is greater than the one before,
 * also within one millisecond and when the clock goes back. `random` gives whole numbers 0–31.
 * Source: the ULID specification.
 */
export function ulids(clock: () => number, random: () => number): () => string {
  let last = -1;
  let digits: number[] = [];
  let codes: number[] = [];
  return () => {
    const now = clock();
    if (now > last || increment(digits, codes)) {
      last = Math.max(now, last + 1);
      digits = [...timeDigits(last), ...Array.from({ length: RANDOM_DIGITS }, random)];
      codes = codesOf(digits);
    }
    return String.fromCharCode(...codes);
  };
}

/**
 * A repeatable source of whole numbers 0–31, for a run whose ids must come out the same. Source: mulberry32.
 */
export function seededDigits(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) >>> 27;
  };
}
