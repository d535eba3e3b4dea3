import { titleIn, type Language } from "../domain/kernel/title";

const OURS = {
  zh: "这是程序的错误，请把这一行报告给我们",
  en: "this is our mistake, please report this line",
};

/** What is told of a defect: that it is ours, and what it was; for those who debug also where. */
export function mistake(thrown: unknown, language: Language, debug: boolean): string {
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  const where = debug && thrown instanceof Error ? `\n${thrown.stack ?? ""}` : "";
  return `${titleIn(language, OURS)}: ${what}${where}`;
}
