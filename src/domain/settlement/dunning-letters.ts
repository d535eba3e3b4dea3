import type { DunningLevel } from "../book/dunning";
import { type Language, type Title, titleIn } from "../kernel/title";

const FIRST: Title = {
  zh: "{partner}：贵方单据 {number} 的款项 {open} 已于 {due} 到期，至今 {days} 天。如已付款，请不必理会；否则请尽快安排。",
  en: "{partner}: {open} on our document {number} was due on {due}, {days} days ago. If you have paid, please disregard this; else please do so soon.",
};
const SECOND: Title = {
  zh: "{partner}：再次提醒，单据 {number} 的款项 {open} 已逾期 {days} 天（到期日 {due}）。请于 7 天内付清，或告知付款日期。",
  en: "{partner}: a second reminder that {open} on our document {number}, due on {due}, is {days} days overdue. Please pay within 7 days, or tell us when you will.",
};
const LAST: Title = {
  zh: "{partner}：最后通知。单据 {number} 的款项 {open} 已逾期 {days} 天（到期日 {due}），逾期利息 {interest}。请立即付清，否则将停止发货并依法追讨。",
  en: "{partner}: final notice. {open} on our document {number}, due on {due}, is {days} days overdue, with interest of {interest}. Please pay at once, or we shall stop deliveries and take legal steps.",
};

/** The levels of a book that says nothing of its own. Source: DOMAIN §8.5. */
export const DUNNING_LEVELS: readonly DunningLevel[] = [
  { level: 1, days: 7, letter: FIRST },
  { level: 2, days: 30, letter: SECOND },
  { level: 3, days: 60, letter: LAST },
];

/** What a letter says of one debt, by the names that stand in braces. */
export type LetterFacts = Readonly<
  Record<"partner" | "number" | "due" | "days" | "open" | "interest", string>
>;

/** The words of a level, in a language, for one debt; a level without words of its own has the usual ones. */
export function dunningLetter(
  { level, letter }: DunningLevel,
  language: Language,
  facts: LetterFacts,
): string {
  const usual = DUNNING_LEVELS[Math.min(level, DUNNING_LEVELS.length) - 1];
  const text = titleIn(language, letter) === "" ? titleIn(language, usual.letter) : titleIn(language, letter);
  const said = new Map<string, string>(Object.entries(facts));
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => said.get(name) ?? whole);
}
