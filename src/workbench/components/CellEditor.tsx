import { type ReactElement, useEffect, useLayoutEffect, useRef } from "react";
import { choicesFor } from "../book/choices";
import { useRevision } from "../hooks/use-revision";
import type { Session } from "../screen/session";

/** Where the active cell's text is typed. Opened by a key it begins blank, else with what the cell holds. */
export function CellEditor({ session }: { readonly session: Session }): ReactElement {
  const { screen, deeds, words } = session;
  useRevision(screen);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const { current } = input;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  useEffect(() => () => void deeds.commit(), [deeds]);
  const choices = choicesFor(screen.file.book, { sheet: screen.sheet, ...screen.selected.active });
  return (
    <>
      <input
        ref={input}
        list="choices"
        autoComplete="off"
        aria-label={words.cellEditor}
        spellCheck={false}
        value={screen.editing?.text ?? ""}
        onChange={({ target }) => screen.type(target.value)}
      />
      <datalist id="choices">
        {choices.map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
    </>
  );
}
