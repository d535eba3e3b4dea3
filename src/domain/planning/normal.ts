const MOST_STEPS = 200;

/** How likely a standard normal figure is below x ≥ 0. Source: Marsaglia 2004, the series about 0. */
function likelyBelow(x: number): number {
  let sum = x;
  let term = x;
  for (let k = 3; term > sum * Number.EPSILON; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * density(x);
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * How many standard deviations above the mean cover a share p of cases, 0.5 ≤ p < 1: 0.95 → 1.6449. Found by
 * Newton's steps, which only rise, as the curve bends one way above the mean. Source: DOMAIN §9 safety stock.
 */
export function normalQuantile(p: number): number {
  let x = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = x + (p - likelyBelow(x)) / density(x);
    if (!(next > x)) return x;
    x = next;
  }
  return x;
}
