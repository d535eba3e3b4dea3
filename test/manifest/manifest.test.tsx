import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addressOf, manifestFor } from "../../dev/manifest.js";
import { commandIds } from "../../src/commands/commands";
import { manifestFaults } from "./manifest-faults";

const root = join(__dirname, "../..");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
const production = manifestFor(manifest, "https://books.example.com/tz");
const shortcuts: Shortcuts = JSON.parse(readFileSync(join(root, "assets/web/shortcuts.json"), "utf8"));
const english: Record<string, unknown> = JSON.parse(
  readFileSync(join(root, "assets/web/shortcuts.en-US.json"), "utf8"),
);
const { version }: { version: string } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

interface Shortcuts {
  readonly actions: readonly { readonly id: string; readonly name: string }[];
  readonly shortcuts: readonly { readonly action: string; readonly key: Readonly<Record<string, string>> }[];
  readonly resources: { readonly default: Readonly<Record<string, unknown>> };
}

const actions = [...commandIds];
const surroundings = { actions, icons: join(root, "assets/icons"), version };
const faultsOf = (xml: string): string[] =>
  manifestFaults(new DOMParser().parseFromString(xml, "application/xml"), surroundings);
const changed = (from: string | RegExp, to: string): string[] => {
  const xml = manifest.replace(from, to);
  expect(xml).not.toBe(manifest);
  return faultsOf(xml);
};

describe("manifest", () => {
  it("has nothing that Office would stumble over, for development and for an address of its own", () => {
    expect(faultsOf(manifest)).toEqual([]);
    expect(faultsOf(production)).toEqual([]);
  });

  it.each<[string, string | RegExp, string, string]>([
    [
      "an address without https",
      "https://localhost:3000/support",
      "http://localhost:3000/support",
      "not https",
    ],
    ["a domain without its protocol", "<AppDomain>https://", "<AppDomain>", "domain without https"],
    [
      "a resource that is not there",
      'resid="Check.Tip"',
      'resid="Check.Tipp"',
      "resid Check.Tipp is nowhere",
    ],
    [
      "a resource that is not used",
      'resid="GetStarted.Title"',
      'resid="Group.Label"',
      "GetStarted.Title is not used",
    ],
    [
      "a label that is too long",
      'DefaultValue="检查"',
      `DefaultValue="${"查".repeat(126)}"`,
      "longer than 125",
    ],
    [
      "a label without English",
      /<bt:Override Locale="en-US" Value="Check"\/>/,
      "",
      "Check.Label has no English",
    ],
    ["a size of an icon left out", /<bt:Image size="80" resid="Icon.Check.80"\/>/, "", "sizes 16,32"],
    ["an icon that is not there", "icons/check-16.png", "icons/tick-16.png", "icon tick-16.png"],
    ["an icon of another size", "icons/check-16.png", "icons/check-99.png", "icon check-99.png"],
    ["a control twice", 'id="Taizhang.Post"', 'id="Taizhang.Check"', "Taizhang.Check stands twice"],
    ["a button that nothing answers", "<FunctionName>post<", "<FunctionName>posted<", "nothing does posted"],
    ["elements out of order", /<Version>.*<\/Version>/, "", "Version is missing"],
    [
      "a set that an iPad lacks",
      'Set Name="ExcelApi"',
      'Set Name="SharedRuntime"',
      "SharedRuntime is required",
    ],
    [
      "another page for commands",
      'FunctionFile resid="Taskpane.Url"',
      'FunctionFile resid="Support.Url"',
      "not one",
    ],
    ["another version", "<Version>0.1", "<Version>7.1", "version 7.1"],
  ])("is refused with %s", (_what, ...[from, to, fault]) => {
    expect(changed(from, to).join("\n")).toContain(fault);
  });

  it("names no machine of a developer once it is written for an address", () => {
    expect(production).not.toContain("localhost");
    expect(production).toContain("<AppDomain>https://books.example.com</AppDomain>");
    expect(production).toContain('"https://books.example.com/tz/taskpane.html"');
  });

  it("is written for no address that others could not open", () => {
    const refused = [
      "http://a.example",
      "https://localhost:3000",
      "books",
      "https://a.example/?x=1",
      undefined,
    ];
    for (const given of refused) expect(addressOf(given).problem).toBeTruthy();
    expect(addressOf("https://a.example/tz/").address).toBe("https://a.example/tz");
  });
});

describe("shortcuts", () => {
  it("run what the pane answers, with a name in each language", () => {
    for (const { id, name } of shortcuts.actions) {
      expect(actions).toContain(id);
      expect(name).toBe(`\${resource.${id}}`);
      expect(shortcuts.resources.default).toHaveProperty(id);
      expect(english).toHaveProperty(id);
    }
    expect(shortcuts.shortcuts.map(({ action }) => action)).toEqual(shortcuts.actions.map(({ id }) => id));
  });

  it("are Ctrl, Shift, Alt and one key, none of them twice", () => {
    const keys = shortcuts.shortcuts.map(({ key }) => key["default"]);
    for (const key of keys) expect(key).toMatch(/^Ctrl\+Shift\+Alt\+[0-9A-Z]$/);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

const xsd = process.env["TAIZHANG_MANIFEST_XSD"] ?? join(root, "../shared/manifest-xsd");
const schema = join(xsd, "OfficeAppManifestV1_1.xsd");
const canValidate = existsSync(schema) && spawnSync("xmllint", ["--version"]).status === 0;

describe("schema of Office manifests", () => {
  const title = "is kept by the manifest";
  if (canValidate) {
    it.each([
      ["development", manifest],
      ["production", production],
    ])(`${title} for %s`, (_name, xml) => {
      const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", schema, "-"], { input: xml });
      expect([status, stderr.toString().trim()]).toEqual([0, "- validates"]);
    });
    it("refuses a manifest whose elements are out of order", () => {
      const xml = manifest.replace(/<Version>.*<\/Version>/, "");
      expect(spawnSync("xmllint", ["--noout", "--schema", schema, "-"], { input: xml }).status).not.toBe(0);
    });
  } else it.skip(`${title} (skipped: no xmllint, or no schema in TAIZHANG_MANIFEST_XSD)`, () => undefined);
});
