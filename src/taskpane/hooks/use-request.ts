import { useEffect } from "react";
import type { Shown, View } from "../../open-book/book-state";

const heeded = new WeakSet<Shown>();

/** Heeds what a ribbon button or a shortcut asks the pane to show, each request once. */
export function useRequest(asked: Shown, heed: (view: View) => void): void {
  useEffect(() => {
    if (heeded.has(asked)) return;
    heeded.add(asked);
    heed(asked.view);
  });
}
