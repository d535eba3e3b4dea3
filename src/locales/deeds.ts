import type { Language } from "../domain/kernel/title";
import { deedsEnUs } from "./deeds-en-us";
import { deedsZhCn, type DeedWords } from "./deeds-zh-cn";

/** The words of what is done seldom in the task pane, in a language; they load with its dialogs. */
export function deedWords(language: Language): DeedWords {
  return language === "zh-CN" ? deedsZhCn : deedsEnUs;
}
