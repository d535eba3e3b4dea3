/** A combination of keys: a letter or digit with the keys that are held down meanwhile. */
export interface KeyCombination {
  readonly character: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Command on a Mac. */
  readonly meta: boolean;
}

/** A combination of keys and the add-in's action that it runs. */
export interface Shortcut {
  readonly action: string;
  readonly keys: KeyCombination;
}

/** On which keyboards the workbench runs. */
export type Platform = "default" | "mac";

/** The shortcuts in the file that the manifest names for them, as they are on a platform. */
export function shortcutsIn(answer: unknown, platform: Platform): readonly Shortcut[] {
  return listAt(answer, "shortcuts").map((each) => {
    const key = memberOf(each, "key");
    const keys = textAt(key, platform) || textAt(key, "default");
    return { action: textAt(each, "action"), keys: combinationIn(keys) };
  });
}

/** `Ctrl+Shift+Alt+1`, taken apart. */
function combinationIn(text: string): KeyCombination {
  const held = new Set(text.split("+").map((part) => part.toLowerCase()));
  return {
    character: text.slice(text.lastIndexOf("+") + 1).toUpperCase(),
    ctrl: held.has("ctrl") || held.has("control"),
    shift: held.has("shift"),
    alt: held.has("alt"),
    meta: held.has("command"),
  };
}

/** The action that a combination of keys runs; null where it is no shortcut. */
export function actionOf(shortcuts: readonly Shortcut[], pressed: KeyCombination): string | null {
  const { character, ctrl, shift, alt, meta } = pressed;
  const found = shortcuts.find(
    ({ keys }) =>
      keys.character === character &&
      keys.ctrl === ctrl &&
      keys.shift === shift &&
      keys.alt === alt &&
      keys.meta === meta,
  );
  return found?.action ?? null;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function textAt(value: unknown, key: string): string {
  const text = memberOf(value, key);
  return typeof text === "string" ? text : "";
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = memberOf(value, key);
  return Array.isArray(list) ? list : [];
}
