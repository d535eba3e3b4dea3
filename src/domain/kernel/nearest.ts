/**
 * One more row of the table of edit distances: how far each beginning of `b` is from one letter more of `a`.
 */
function nextRow(above: readonly number[], letter: string, b: string): number[] {
  const row = [above[0] + 1];
  for (let j = 1; j <= b.length; j++) {
    const swap = above[j - 1] + (letter === b.charAt(j - 1) ? 0 : 1);
    row.push(Math.min(swap, above[j] + 1, row[j - 1] + 1));
  }
  return row;
}

/** How many single-character edits lead from one word to the other, or `limit` + 1 where more than that. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const start = Array.from({ length: b.length + 1 }, (_, j) => j);
  return a.split("").reduce((above, letter) => nextRow(above, letter, b), start)[b.length];
}

/**
 * The word most like the one typed, case aside; null where none is within half its length. The first of
 * equals wins.
 */
export function nearest(typed: string, words: Iterable<string>): string | null {
  const wanted = typed.toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(typed.length / 2)) + 1;
  for (const word of words) {
    const distance = editDistance(wanted, word.toLowerCase(), least - 1);
    if (distance < least) {
      best = word;
      least = distance;
    }
  }
  return best;
}
