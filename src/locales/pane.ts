import type { Language } from "../domain/kernel/title";
import { paneEnUs } from "./pane-en-us";
import { paneZhCn, type PaneWords } from "./pane-zh-cn";

/** The words of the task pane in a language. */
export function paneWords(language: Language): PaneWords {
  return language === "zh-CN" ? paneZhCn : paneEnUs;
}
