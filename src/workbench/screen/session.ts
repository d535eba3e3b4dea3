import type { Language, WorkbenchWords } from "../../locales/workbench";
import type { Deeds } from "./deeds";
import type { Screen } from "./screen";

/** An open book on the screen, what the user can do to it, and in which words it is shown. */
export interface Session {
  readonly screen: Screen;
  readonly deeds: Deeds;
  readonly words: WorkbenchWords;
  readonly language: Language;
}
