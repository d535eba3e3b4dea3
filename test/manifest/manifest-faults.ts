import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What a manifest is held against: what its pages associate, which files are served, what package it is of.
 */
export interface Surroundings {
  /** Names that the pane gives to Office.actions.associate. */
  readonly actions: readonly string[];
  /** The folder in which the files of `/icons/…` stand. */
  readonly icons: string;
  readonly version: string;
}

const ORDER = (
  "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl " +
  "AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides ExtendedOverrides"
).split(" ");
const LIMITS: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250 };
const STRING_LIMITS: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250 };

const all = (within: Document | Element, name: string): Element[] =>
  Array.from(within.getElementsByTagName("*")).filter(({ localName }) => localName === name);
const text = (element: Element | undefined): string => element?.textContent.trim() ?? "";
const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? "";
const twice = (names: readonly string[]): string[] => names.filter((name, i) => names.indexOf(name) !== i);

/** Every text that stands in an attribute of the manifest, by the attribute's element. */
function urls(document: Document): { element: Element; url: string }[] {
  return Array.from(document.getElementsByTagName("*")).flatMap((element) =>
    Array.from(element.attributes)
      .filter(({ name, value }) => !name.startsWith("xmlns") && /^[a-z]+:\/\//.test(value))
      .map(({ value }) => ({ element, url: value })),
  );
}

/** Width and height that a PNG says of itself; null where there is none. */
function pngSize(file: string): readonly [number, number] | null {
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  return bytes.toString("latin1", 1, 4) === "PNG" ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
}

function orderFaults(document: Document): string[] {
  const names = Array.from(document.documentElement.children).map(({ localName }) => localName);
  const wanted = ORDER.filter((name) => names.includes(name));
  const missing = ORDER.filter((name) => !names.includes(name)).map((name) => `${name} is missing`);
  return names.join() === wanted.join() ? missing : [...missing, `order: ${names.join(" ")}`];
}

function addressFaults(document: Document): string[] {
  const wrong = urls(document).filter(({ url }) => !url.startsWith("https://"));
  const domains = all(document, "AppDomain").map(text);
  const strange = domains.filter((domain) => !domain.startsWith("https://"));
  return [
    ...wrong.map(({ url }) => `not https: ${url}`),
    ...strange.map((domain) => `domain without https: ${domain}`),
  ];
}

function resourceFaults(document: Document): string[] {
  const resources = all(document, "Resources").flatMap((element) => Array.from(element.children));
  const entries = resources.flatMap((element) => Array.from(element.children));
  const known = entries.map((entry) => attribute(entry, "id"));
  const used = Array.from(document.getElementsByTagName("*"))
    .filter((element) => element.hasAttribute("resid"))
    .map((element) => attribute(element, "resid"));
  return [
    ...used.filter((id) => !known.includes(id)).map((id) => `resid ${id} is nowhere`),
    ...known.filter((id) => !used.includes(id)).map((id) => `resource ${id} is not used`),
    ...twice(known).map((id) => `resource ${id} stands twice`),
    ...known.filter((id) => id.length > 32).map((id) => `resource ${id} is longer than 32`),
  ];
}

function textFaults(document: Document): string[] {
  const heads = Object.entries(LIMITS).flatMap(([name, most]) =>
    all(document, name)
      .filter((element) => element.parentElement === document.documentElement)
      .map((element) => ({ element, most, name })),
  );
  const strings = Object.entries(STRING_LIMITS).flatMap(([name, most]) =>
    all(document, name).flatMap((list) =>
      Array.from(list.children).map((element) => ({ element, most, name: attribute(element, "id") })),
    ),
  );
  return [...heads, ...strings].flatMap(({ element, most, name }) => {
    const english = all(element, "Override").find((each) => attribute(each, "Locale") === "en-US");
    const texts = [attribute(element, "DefaultValue"), attribute(english, "Value")];
    const isSame = name === "Functions.Namespace";
    return [
      ...texts
        .filter((each) => each.length > most)
        .map((each) => `${name} is longer than ${String(most)}: ${each}`),
      ...(english === undefined && !isSame ? [`${name} has no English`] : []),
    ];
  });
}

function controlFaults(document: Document): string[] {
  const ids = ["Control", "Item", "Group"].flatMap((name) =>
    all(document, name).map((each) => attribute(each, "id")),
  );
  const icons = all(document, "Icon").map((icon) =>
    all(icon, "Image")
      .map((image) => attribute(image, "size"))
      .sort((a, b) => Number(a) - Number(b))
      .join(),
  );
  return [
    ...twice(ids).map((id) => `control ${id} stands twice`),
    ...icons.filter((sizes) => sizes !== "16,32,80").map((sizes) => `an icon has sizes ${sizes}`),
  ];
}

function iconFaults(document: Document, { icons }: Surroundings): string[] {
  return urls(document)
    .filter(({ url }) => url.endsWith(".png"))
    .flatMap(({ url }) => {
      const name = url.slice(url.lastIndexOf("/") + 1);
      const wanted = Number(/-(\d+)\.png$/.exec(name)?.[1]);
      const size = pngSize(join(icons, name));
      return size?.[0] === wanted && size[1] === wanted ? [] : [`icon ${name} is not there in its size`];
    });
}

function actionFaults(document: Document, { actions }: Surroundings): string[] {
  const named = all(document, "FunctionName").map(text);
  return [...new Set(named)].filter((name) => !actions.includes(name)).map((name) => `nothing does ${name}`);
}

function requirementFaults(document: Document): string[] {
  const requirements = all(document, "Requirements").find(
    (element) => element.parentElement === document.documentElement,
  );
  const sets =
    requirements === undefined ? [] : all(requirements, "Set").map((set) => attribute(set, "Name"));
  const tooMuch = sets.filter((name) =>
    ["SharedRuntime", "RibbonApi", "CustomFunctionsRuntime"].includes(name),
  );
  return tooMuch.map((name) => `${name} is required, so an iPad would not show the add-in`);
}

function sharedRuntimeFaults(document: Document): string[] {
  const places = ["Runtime", "FunctionFile"].flatMap((name) => all(document, name));
  const pages = ["Page", "Script"].flatMap((name) =>
    all(document, name).flatMap((page) => all(page, "SourceLocation")),
  );
  const ids = new Set([...places, ...pages].map((element) => attribute(element, "resid")));
  return ids.size === 1 ? [] : [`runtime, page and function file are not one: ${[...ids].join(" ")}`];
}

function versionFaults(document: Document, { version }: Surroundings): string[] {
  const said = text(all(document, "Version").at(0));
  return said === `${version}.0` ? [] : [`version ${said} is not that of the package, ${version}.0`];
}

/**
 * All that Office would stumble over and the schema does not see: an address that is not https, a resource
 * that is not there, a text too long, an icon missing, a button that does nothing. Empty = none.
 */
export function manifestFaults(document: Document, surroundings: Surroundings): string[] {
  return [
    ...orderFaults(document),
    ...addressFaults(document),
    ...resourceFaults(document),
    ...textFaults(document),
    ...controlFaults(document),
    ...iconFaults(document, surroundings),
    ...actionFaults(document, surroundings),
    ...requirementFaults(document),
    ...sharedRuntimeFaults(document),
    ...versionFaults(document, surroundings),
  ];
}
