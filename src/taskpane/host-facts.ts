import type { Language } from "../domain/kernel/title";
import type { Look } from "./hooks/pane-world";

/** How the pane looks: with Excel where it says so, else with the system. */
export function lookOf(
  theme: { readonly isDarkTheme?: boolean } | undefined,
  matches: (query: string) => boolean,
): Look {
  if (matches("(forced-colors: active)")) return "contrast";
  return (theme?.isDarkTheme ?? matches("(prefers-color-scheme: dark)")) ? "dark" : "light";
}

/** The language of the product nearest to one of the host or the browser. */
export function languageOf(tag: string): Language {
  return /^zh\b/i.test(tag) ? "zh-CN" : "en-US";
}

/**
 * The language of the host, and of another one from now on. Excel keeps its language while it runs; the
 * workbench does not, and says it at the pane's frame.
 */
export function hostLanguage(
  pane: Pick<Window, "frameElement" | "addEventListener">,
  displayLanguage: string,
  heard: (language: Language) => void,
): Language {
  const spoken = (): Language => languageOf(pane.frameElement?.getAttribute("lang") ?? displayLanguage);
  pane.addEventListener("languagechange", () => {
    if (pane.frameElement !== null) heard(spoken());
  });
  return spoken();
}

/** The file's name in the address of a document; "" where it has none yet. */
export function fileName(address: string | null | undefined): string {
  const name = (address ?? "").split(/[?#]/)[0].split(/[/\\]/).at(-1) ?? "";
  try {
    return decodeURIComponent(name);
  } catch (refused) {
    if (refused instanceof URIError) return name;
    throw refused;
  }
}

/** What the add-in cannot do everything without, as a user would notice. */
const SETS: readonly (readonly [set: string, least: string])[] = [
  ["ExcelApi", "1.13"],
  ["SharedRuntime", "1.1"],
  ["CustomFunctionsRuntime", "1.1"],
];

/** The requirement sets, as `ExcelApi 1.13`, that a host lacks. */
export function missingSets(has: (set: string, least: string) => boolean): readonly string[] {
  return SETS.filter(([set, least]) => !has(set, least)).map((set) => set.join(" "));
}
