import { deedWords } from "../../locales/deeds";
import { useWords } from "./pane-world";

/** The words of the dialogs of what is done seldom, in the language of the pane. */
export function useDeedWords() {
  return deedWords(useWords().language);
}
