import { useSyncExternalStore } from "react";
import type { Screen } from "../screen/screen";

/** Renders anew whenever something on the screen may differ; answers the number of that state. */
export function useRevision(screen: Screen): number {
  return useSyncExternalStore(screen.subscribe, screen.revision);
}

/** The same where one fact of the screen is all that matters, said in a word. */
export function useFact<T extends string | number | boolean>(screen: Screen, fact: () => T): T {
  return useSyncExternalStore(screen.subscribe, fact);
}
