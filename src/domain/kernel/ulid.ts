const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM_DIGITS = 16;

function timePart(milliseconds: number): string {
  let text = "";
  for (let rest = milliseconds, i = 0; i < 10; i++, rest = Math.floor(rest / 32))
    text = ALPHABET.charAt(rest % 32) + text;
  return text;
}

/** Adds one to base-32 digits, most significant first; answers whether they overflowed. */
function increment(digits: number[]): boolean {
  for (let i = digits.length - 1; i >= 0; i--) {
    const next = (digits[i] ?? 0) + 1;
    digits[i] = next % 32;
    if (next < 32) return false;
  }
  return true;
}

/**
 * A maker of monotonic ULIDs (26 characters, Crockford base 32): each answer is greater than the one before,
 * also within one millisecond and when the clock goes back. `random` gives whole numbers 0–31. Source: the
 * ULID specification.
 */
export function ulids(clock: () => number, random: () => number): () => string {
  let last = -1;
  let prefix = "";
  let digits: number[] = [];
  return () => {
    const now = clock();
    if (now > last || increment(digits)) {
      last = Math.max(now, last + 1);
      prefix = timePart(last);
      digits = Array.from({ length: RANDOM_DIGITS }, random);
      digits[0] = (digits[0] ?? 0) % 16;
    }
    let text = prefix;
    for (const digit of digits) text += ALPHABET.charAt(digit);
    return text;
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
