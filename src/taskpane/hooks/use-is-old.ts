import { useBookState } from "./pane-world";

/** Whether the book is another than at the revision at which something was worked out; null = nothing was. */
export function useIsOld(workedOut: number | null): boolean {
  const { isStale, revision } = useBookState();
  return workedOut !== null && (isStale || revision !== workedOut);
}
