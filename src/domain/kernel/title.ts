/** The two languages of the product. */
export type Language = "zh-CN" | "en-US";

/** A name in both languages. */
export interface Title {
  readonly zh: string;
  readonly en: string;
}

/** The name in the language asked for. */
export function titleIn(language: Language, title: Title): string {
  return language === "zh-CN" ? title.zh : title.en;
}
