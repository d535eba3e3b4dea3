import { type FirstRows, placeNames } from "../app/place-names";
import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import { sentence } from "../locales/sentence";
import { tellings } from "../locales/tellings";

/** In which language a person is told of a book, and where its tables stand on their sheets. */
export interface Voice {
  readonly language: Language;
  readonly firstRows: FirstRows;
}

/** Who speaks of no book, or of one without sheets, where rows are those of a table's body. */
export function plainVoice(language: Language): Voice {
  return { language, firstRows: new Map() };
}

/** What a finding says to a person: where, what, why, and what to do. */
export function message({ language, firstRows }: Voice, found: Finding): string {
  return sentence(tellings[language], found, placeNames(language, firstRows));
}
