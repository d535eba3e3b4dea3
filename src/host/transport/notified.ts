import type { Leaving, Pressed } from "../add-in/keyboard";
import { isJsonObject, type Json, listIn } from "../wire/json";

/** What office.js calls the things that it tells the window round the pane, by number. */
const leavings: ReadonlyMap<number, Leaving> = new Map<number, Leaving>([
  [5, "to-workbook"],
  [6, "to-workbook"],
  [13, "onward"],
  [14, "back"],
  [16, "to-workbook"],
]);
const shortcutPressed = 39;
/** What tells the pane to take the keyboard to its first control. */
export const enterPane = 4;

/**
 * What a notice of the pane's says of the keyboard: the add-in's id, a number, and a key where it is about
 * one; null where it is about something else. Escape (15) closes things in the pane, and stays there.
 */
export function pressedIn(notice: Json): Pressed | null {
  const [, action = null, key = null] = listIn(notice);
  const leaves = leavings.get(Number(action));
  if (leaves !== undefined) return { leaves };
  if (action !== shortcutPressed || !isJsonObject(key)) return null;
  const { keyCode, ctrlKey, shiftKey, altKey, metaKey } = key;
  return {
    key: {
      keyCode: Number(keyCode),
      ctrlKey: ctrlKey === true,
      shiftKey: shiftKey === true,
      altKey: altKey === true,
      metaKey: metaKey === true,
    },
  };
}
