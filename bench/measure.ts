/** Times in milliseconds of several runs of one piece of work, and what the last run answered. */
export interface Measured<T> {
  readonly median: number;
  readonly least: number;
  readonly answer: T;
}

const LARGE_PIECE = 31 * 2 ** 20;

/**
 * Has the system's allocator keep what is freed: it learns how much to keep in hand by the largest piece that
 * was given back. Else every run waits for the machine to hand out fresh pages, which on some takes longer
 * than the work, and the floor, which asks for less of them, does not.
 */
export function keepFreedMemory(): void {
  new Uint8Array(LARGE_PIECE).fill(1);
  globalThis.gc?.();
  globalThis.gc?.();
}

/**
 * Runs the work once to warm up, then `runs` times, each after the garbage of the last is gone; takes the
 * median.
 */
export function measure<T>(work: () => T, runs = 7): Measured<T> {
  let answer = work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    globalThis.gc?.();
    globalThis.gc?.(); // buffers that the first found are only given back by the next
    const start = performance.now();
    answer = work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1], least: times[0], answer };
}

/** One line of the report: what, its median, its ratio to the floor of the same run, and what it came to. */
export function tell(
  what: string,
  median: number,
  beside: { readonly floor?: number; readonly note?: string } = {},
): void {
  const ratio = beside.floor === undefined ? "" : `${(median / beside.floor).toFixed(1)}× floor`;
  console.log(
    `${what.padEnd(58)}${median.toFixed(1).padStart(10)} ms  ${ratio.padEnd(12)} ${beside.note ?? ""}`,
  );
}
