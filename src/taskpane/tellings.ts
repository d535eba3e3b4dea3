import type { Language } from "../domain/kernel/title";
import type { Telling } from "../locales/telling";

const known = new Map<Language, Telling>();

/** What a language says of findings, where that was loaded; null = not yet. */
export function tellingAtHand(language: Language): Telling | null {
  return known.get(language) ?? null;
}

/** Loads what a language says of findings once it is asked for, since most panes speak one language only. */
export async function loadTelling(language: Language): Promise<Telling> {
  const telling =
    language === "zh-CN" ? (await import("../locales/zh-cn")).zhCn : (await import("../locales/en-us")).enUs;
  known.set(language, telling);
  return telling;
}
