import { useSyncExternalStore } from "react";
import type { Screen } from "../screen/screen";

/** Renders anew whenever something on the screen may differ; answers the number of that state. */
export function useRevision(screen: Screen): number {
  return useSyncExternalStore(screen.subscribe, screen.revision);
}
