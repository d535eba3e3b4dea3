import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import type { Language } from "../../domain/kernel/title";
import type { BookState } from "../../open-book/book-state";
import type { OpenBook } from "../../open-book/open-book";
import { paneWords } from "../../locales/pane";

/** How Excel looks: its theme, or the system's where it has none. */
export type Look = "light" | "dark" | "contrast";

/** What the pane is told of where it runs; all of it is made in main. */
export interface PaneHost {
  /** File name of the workbook; "" = not known. */
  readonly bookName: string;
  readonly look: Look;
  /** Requirement sets, as `ExcelApi 1.13`, that we use and this host lacks. */
  readonly missing: readonly string[];
  /** The workbook was opened to be read only. */
  readonly isReadOnly: boolean;
  /** Today as 2026-01-30, of the user's clock. */
  readonly today: () => string;
  /** Puts a text on the clipboard; rejects where that is not allowed. */
  readonly copy: (text: string) => Promise<void>;
  /** Loads the page anew. */
  readonly restart: () => void;
}

/** What every component of the pane can reach: the one open book, and where it runs. */
export interface PaneWorld {
  readonly book: OpenBook;
  readonly host: PaneHost;
}

/** Provided once, by the pane. */
export const PaneContext = createContext<PaneWorld | null>(null);

/** The open book and the host; outside the pane there is none, and asking is a defect. */
export function usePaneWorld(): PaneWorld {
  const world = useContext(PaneContext);
  if (world === null) throw new Error("this stands outside the pane");
  return world;
}

/** The open book as it stands; the component shows itself anew after every change of it. */
export function useBookState(): BookState {
  const { book } = usePaneWorld();
  const [subscribe, state] = useMemo(
    () => [(listener: () => void) => book.subscribe(listener), () => book.state()] as const,
    [book],
  );
  return useSyncExternalStore(subscribe, state);
}

/** The workbook cannot be written: it was opened so, or has become so since. */
export function useIsReadOnly(): boolean {
  const { host } = usePaneWorld();
  return useBookState().isReadOnly || host.isReadOnly;
}

/** The language of the pane and its words. */
export function useWords() {
  const { language } = useBookState();
  return wordsIn(language);
}

/** The words of the pane in a language, with the language. */
export function wordsIn(language: Language) {
  return { language, words: paneWords(language) };
}
