import { createContext, useContext, useEffect, useState } from "react";
import type { Language } from "../../domain/kernel/title";
import type { Telling } from "../../locales/telling";
import { loadTelling, tellingAtHand } from "../tellings";
import { useFollowing } from "./use-posting";

/** Provided once, by the pane, as soon as the sentences of its language are there. */
export const TellingContext = createContext<Telling | null>(null);

/** What the language of the pane says of findings; the pane shows nothing that needs it before. */
export function useTelling(): Telling {
  const telling = useContext(TellingContext);
  if (telling === null) throw new Error("this stands outside the pane");
  return telling;
}

/** Fetches the sentences of a language; until they are there those of the one before, null = none yet. */
export function useFetchedTelling(language: Language): Telling | null {
  const follow = useFollowing();
  const [last, learn] = useState<Telling | null>(null);
  const there = tellingAtHand(language);
  const [fetch] = useState(() => (wanted: Language) => follow(loadTelling(wanted).then(learn)));
  useEffect(() => {
    if (there === null) fetch(language);
  }, [there, language, fetch]);
  return there ?? last;
}
