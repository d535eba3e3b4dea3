import { placeNames } from "../app/place-names";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { sentence } from "../locales/sentence";

const names = { "zh-CN": placeNames("zh-CN"), "en-US": placeNames("en-US") };

/** What a finding says to a person: where, what, why, and what to do. */
export function message(language: Language, found: Finding): string {
  return sentence(language, found, names[language]);
}
