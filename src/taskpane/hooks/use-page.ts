import { useState } from "react";

/** Some of a long list, so that no screen ever holds more rows than it can show quickly. */
export interface Page<T> {
  readonly shown: readonly T[];
  /** Place of the first shown in the list, 0-based. */
  readonly first: number;
  readonly count: number;
  readonly size: number;
  readonly go: (first: number) => void;
}

/** Pages through a list; a list that got shorter shows its last page. */
export function usePage<T>(list: readonly T[], size = 50): Page<T> {
  const [asked, go] = useState(0);
  const last = Math.max(0, Math.floor((list.length - 1) / size) * size);
  const first = Math.min(asked, last);
  return { shown: list.slice(first, first + size), first, count: list.length, size, go };
}
