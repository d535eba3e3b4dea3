import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestRibbon } from "./manifest-ribbon";

const text = readFileSync(join(__dirname, "..", "..", "..", "manifest.xml"), "utf8");
const manifest = new DOMParser().parseFromString(text, "application/xml");

describe("the ribbon of the manifest", () => {
  it("has the add-in's buttons in their order, with their words in each language", () => {
    const chinese = manifestRibbon(manifest, "zh-CN");
    expect(chinese.group).toBe("台账");
    expect(chinese.buttons.map(({ label }) => label)).toEqual([
      "台账",
      "检查",
      "过账",
      "重算",
      "报表",
      "更多",
    ]);
    const english = manifestRibbon(manifest, "en-US");
    expect(english.buttons.map(({ label }) => label)).toEqual([
      "Taizhang",
      "Check",
      "Post",
      "Recompute",
      "Reports",
      "More",
    ]);
    expect(english.buttons[1].tip).toMatch(/^Checks every draft/);
  });

  it("says what each button does and where its picture is", () => {
    const { buttons } = manifestRibbon(manifest, "en-US");
    const [pane, check, , , , more] = buttons;
    expect(pane.action).toEqual({ shows: "pane" });
    expect(check).toMatchObject({
      id: "Taizhang.Check",
      icon: "icons/check-32.png",
      action: { run: "check" },
    });
    expect(more.action).toMatchObject({
      items: [{ action: { run: "nextFinding" } }, { action: { run: "rowsBehind" } }],
    });
  });

  it("has the entries for the menu of a cell", () => {
    const { cellMenu } = manifestRibbon(manifest, "zh-CN");
    expect(cellMenu.map(({ action }) => action)).toEqual([{ run: "rowsBehind" }, { run: "check" }]);
  });
});
