import { useMemo } from "react";
import { documentTypes } from "../../domain/documents/index";
import { titleIn } from "../../domain/kernel/title";
import { useWords } from "./pane-world";

/** What a type of document is called, by its code; a code that is none is said as it is. */
export function useTypeTitle(): (code: string) => string {
  const { language } = useWords();
  return useMemo(() => {
    const titles = new Map(documentTypes.map(({ code, title }) => [code, titleIn(language, title)]));
    return (code) => titles.get(code) ?? code;
  }, [language]);
}
