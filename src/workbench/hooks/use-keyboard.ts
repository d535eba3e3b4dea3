import { useEffect } from "react";
import type { Leaving, PaneKey } from "../../host/add-in/keyboard";
import { actionOf, type KeyCombination, type Shortcut } from "../ribbon/shortcuts";
import type { Session } from "../screen/session";

const F6 = 117;

/**
 * The add-in's shortcuts, wherever the keyboard is: on the page, or in the pane, whose office.js then tells
 * of the key as it tells Excel. Ctrl+F6 goes between the workbook and the pane; Tab leads out of the pane.
 */
export function useKeyboard(
  { screen }: Session,
  shortcuts: readonly Shortcut[],
  run: (action: string) => void,
): void {
  const { keyboard } = screen.file.host;
  useEffect(() => {
    const ran = (keys: KeyCombination): boolean => {
      const action = actionOf(shortcuts, keys);
      if (action !== null) run(action);
      return action !== null;
    };
    const press = (event: KeyboardEvent): void => {
      const isToPane = event.key === "F6" && (event.ctrlKey || event.metaKey);
      if (isToPane) keyboard.enterPane();
      if (!isToPane && !ran(onPage(event))) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", press, { capture: true });
    const stop = keyboard.listen((pressed) => {
      if ("leaves" in pressed) leave(pressed.leaves, () => screen.callKeyboard());
      else if (pressed.key.keyCode !== F6) ran(inPane(pressed.key));
    });
    return () => {
      window.removeEventListener("keydown", press, { capture: true });
      stop();
    };
  }, [screen, keyboard, shortcuts, run]);
}

/** By the place of the key: with Shift it may write another character. */
function onPage({ code, ctrlKey, shiftKey, altKey, metaKey }: KeyboardEvent): KeyCombination {
  const [, character = ""] = /^(?:Digit|Key)(.)$/.exec(code) ?? [];
  return { character, ctrl: ctrlKey, shift: shiftKey, alt: altKey, meta: metaKey };
}

function inPane({ keyCode, ctrlKey, shiftKey, altKey, metaKey }: PaneKey): KeyCombination {
  const character = String.fromCharCode(keyCode);
  return { character, ctrl: ctrlKey, shift: shiftKey, alt: altKey, meta: metaKey };
}

/** After the pane the page begins anew; before it is its border, which can be dragged. */
function leave(where: Leaving, toWorkbook: () => void): void {
  if (where === "to-workbook") toWorkbook();
  else document.querySelector<HTMLElement>(where === "back" ? ".splitter" : ".title button")?.focus();
}
