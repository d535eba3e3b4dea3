import { type Platform, type Shortcut, shortcutsIn } from "./shortcuts";

/** What Excel is given of the add-in besides its pages. */
export interface AddInFiles {
  readonly manifest: XMLDocument;
  /** The combinations of keys that run the add-in's actions. */
  readonly shortcuts: readonly Shortcut[];
}

/** The manifest and the shortcuts, as the server has them, for the keyboard of that machine. */
export async function addInFiles(
  ask: (name: string) => Promise<Response>,
  machine: string,
): Promise<AddInFiles> {
  const [manifest, shortcuts] = await Promise.all(
    ["manifest.xml", "shortcuts.json"].map((name) => ask(name)),
  );
  const platform: Platform = machine.startsWith("Mac") ? "mac" : "default";
  return {
    manifest: new DOMParser().parseFromString(await manifest.text(), "application/xml"),
    shortcuts: shortcutsIn(await shortcuts.json(), platform),
  };
}
