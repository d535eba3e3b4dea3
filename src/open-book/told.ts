/** A value that tells its listeners when it is another one. */
export interface Told<T> {
  /** The same object until something changes. */
  state(): T;
  /** Puts new values in the place of some; listeners are called once. */
  change(some: Partial<T>): void;
  /** Answers how to stop. */
  subscribe(listener: () => void): () => void;
  /** How many listen. */
  listeners(): number;
}

/** A value that is told, with what it is at first. */
export function told<T extends object>(first: T): Told<T> {
  let now = first;
  const listeners = new Set<() => void>();
  return {
    state: () => now,
    change: (some) => {
      now = { ...now, ...some };
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      // one listener may subscribe twice and stop once
      const own = (): void => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    listeners: () => listeners.size,
  };
}
