import { readFileSync } from "node:fs";
import { join } from "node:path";
import { actionOf, shortcutsIn } from "./shortcuts";

const file: unknown = JSON.parse(
  readFileSync(join(__dirname, "..", "..", "..", "assets", "web", "shortcuts.json"), "utf8"),
);
const none = { ctrl: false, shift: false, alt: false, meta: false };

describe("the add-in's shortcuts in the workbench", () => {
  it("run the action that the file names for them", () => {
    const shortcuts = shortcutsIn(file, "default");
    expect(actionOf(shortcuts, { character: "1", ctrl: true, shift: true, alt: true, meta: false })).toBe(
      "check",
    );
    expect(actionOf(shortcuts, { character: "6", ctrl: true, shift: true, alt: true, meta: false })).toBe(
      "nextFinding",
    );
  });

  it("are those with Command on a Mac", () => {
    const shortcuts = shortcutsIn(file, "mac");
    expect(actionOf(shortcuts, { ...none, character: "2", shift: true, alt: true, meta: true })).toBe("post");
    expect(
      actionOf(shortcuts, { character: "2", ctrl: true, shift: true, alt: true, meta: false }),
    ).toBeNull();
  });

  it("are none with a key more, a key less or another key", () => {
    const shortcuts = shortcutsIn(file, "default");
    const check = { character: "1", ctrl: true, shift: true, alt: true, meta: false };
    expect(actionOf(shortcuts, { ...check, meta: true })).toBeNull();
    expect(actionOf(shortcuts, { ...check, shift: false })).toBeNull();
    expect(actionOf(shortcuts, { ...check, character: "9" })).toBeNull();
  });

  it("are none where the file is no list of them", () => {
    expect(shortcutsIn(null, "default")).toEqual([]);
    expect(shortcutsIn({ shortcuts: "none" }, "mac")).toEqual([]);
  });
});
