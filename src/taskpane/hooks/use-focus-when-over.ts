import { type RefCallback, useEffect, useRef } from "react";

/**
 * Where the keyboard goes once something is over that had it, unless it is elsewhere by then. Fluent's own
 * way (`useRestoreFocusTarget`) fetches it back as soon as somebody goes on in the sheet beside the pane.
 */
export function useFocusWhenOver(isUnderWay: boolean): RefCallback<HTMLElement> {
  const button = useRef<HTMLElement | null>(null);
  const wasUnderWay = useRef(false);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (wasUnderWay.current && !isUnderWay && isLost) button.current?.focus();
    wasUnderWay.current = isUnderWay;
  }, [isUnderWay]);
  return (element) => {
    button.current = element;
  };
}
