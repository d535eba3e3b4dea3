import { seededDigits, ulids } from "../domain/kernel/ulid";

/** A source of rowIds that can be made repeatable. */
export interface NewIds {
  /** A new id, greater than every one before it since the last restart. */
  next(): string;
  /** From now on the random part comes from the seed; null = from the machine. */
  follow(seed: number | null): void;
  /** Begins as if no id had been given out. */
  restart(seed: number | null): void;
}

/** Ids from a clock in milliseconds and a source of random whole numbers 0–31. */
export function newIds(clock: () => number, digit: () => number): NewIds {
  let floor = 0;
  let latest = 0;
  const milliseconds = (): number => {
    latest = Math.max(clock(), floor);
    return latest;
  };
  const maker = (seed: number | null): (() => string) =>
    ulids(milliseconds, seed === null ? digit : seededDigits(seed));
  let next = maker(null);
  return {
    next: () => next(),
    follow: (seed) => {
      if (latest > 0) floor = latest + 1;
      next = maker(seed);
    },
    restart: (seed) => {
      floor = 0;
      latest = 0;
      next = maker(seed);
    },
  };
}
