/** How many single-character edits lead from one word to the other, or `limit` + 1 where more than that. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (above[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? limit + 1;
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
