import type { Language } from "../../locales/workbench";

/** What pressing a button does: runs a function of the add-in, shows the pane, or opens a menu. */
export type RibbonAction =
  { readonly run: string } | { readonly shows: "pane" } | { readonly items: readonly RibbonButton[] };

/** A button that the add-in's manifest puts on the ribbon or into the menu of a cell. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of its picture on this server. */
  readonly icon: string;
  readonly action: RibbonAction;
}

/** What the manifest adds to Excel's own buttons. */
export interface ManifestRibbon {
  readonly group: string;
  readonly buttons: readonly RibbonButton[];
  /** Entries of the menu that the right button of the mouse opens on a cell. */
  readonly cellMenu: readonly RibbonButton[];
}

/** The add-in's buttons as the manifest names them in a language. */
export function manifestRibbon(manifest: XMLDocument, language: Language): ManifestRibbon {
  const words = resources(manifest, language);
  const point = (type: string): Element | null =>
    all(manifest, "ExtensionPoint").find((each) => each.getAttribute("xsi:type") === type) ?? null;
  const group = first(point("PrimaryCommandSurface"), "Group");
  return {
    group: words(first(group, "Label")),
    buttons: controlsIn(group, "Control", words),
    cellMenu: controlsIn(first(point("ContextMenu"), "OfficeMenu"), "Control", words),
  };
}

/** The word or address behind the `resid` of an element. */
type Words = (element: Element | null) => string;

function resources(manifest: XMLDocument, language: Language): Words {
  const known = new Map<string, string>();
  for (const element of all(manifest, "Resources").flatMap((each) => [...each.getElementsByTagName("*")])) {
    const id = element.getAttribute("id");
    const isOurs = (each: Element): boolean => each.getAttribute("Locale") === language;
    const override = [...element.children].find(isOurs)?.getAttribute("Value");
    if (id !== null) known.set(id, override ?? element.getAttribute("DefaultValue") ?? "");
  }
  return (element) => known.get(element?.getAttribute("resid") ?? "") ?? "";
}

function controlsIn(parent: Element | null, tag: string, words: Words): readonly RibbonButton[] {
  return childrenOf(parent, tag).map((control) => ({
    id: control.getAttribute("id") ?? "",
    label: words(first(control, "Label")),
    tip: words(first(first(control, "Supertip"), "Description")),
    icon: localIcon(words(all(control, "Image").find(isLarge) ?? null)),
    action: actionOf(control, words),
  }));
}

function actionOf(control: Element, words: Words): RibbonAction {
  const items = childrenOf(control, "Items").at(0);
  if (items !== undefined) return { items: controlsIn(items, "Item", words) };
  const name = first(control, "FunctionName")?.textContent ?? null;
  return name === null ? { shows: "pane" } : { run: name };
}

function isLarge(image: Element): boolean {
  return image.getAttribute("size") === "32";
}

/** The manifest names the address where the add-in will be; here its pictures are on our own server. */
function localIcon(address: string): string {
  return `icons/${address.slice(address.lastIndexOf("/") + 1)}`;
}

function all(parent: XMLDocument | Element, name: string): readonly Element[] {
  return [...parent.getElementsByTagNameNS("*", name)];
}

function first(parent: Element | null, name: string): Element | null {
  return parent === null ? null : (all(parent, name).at(0) ?? null);
}

function childrenOf(parent: Element | null, name: string): readonly Element[] {
  return [...(parent?.children ?? [])].filter(({ localName }) => localName === name);
}
