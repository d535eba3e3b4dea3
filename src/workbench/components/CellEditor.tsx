import { type ReactElement, useEffect, useLayoutEffect, useRef } from "react";
import { choicesFor } from "../book/choices";
import { useRevision } from "../hooks/use-revision";
import type { Screen } from "../screen/screen";
import type { Session } from "../screen/session";

interface CellEditorProps {
  readonly session: Session;
  /** Takes the editor off the cell; where asked to, the keyboard goes to the cell. */
  readonly onClose?: (keeps: false, takesKeyboard: boolean) => void;
}

/**
 * Where the active cell's text is typed. Opened by a key it begins blank, else with what the cell holds. It
 * closes when editing ends, wherever that was: by a button of the ribbon too.
 */
export function CellEditor({ session, onClose }: CellEditorProps): ReactElement {
  const { screen, deeds, words } = session;
  useRevision(screen);
  const input = useRef<HTMLInputElement>(null);
  useClosing(screen, onClose);
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
        onChange={({ target }) => deeds.type(target.value)}
      />
      <datalist id="choices">
        {choices.map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
    </>
  );
}

/** The grid opens its editor for a key before the key is typed: only editing that was begun can end. */
function useClosing(screen: Screen, onClose: CellEditorProps["onClose"]): void {
  const isEditing = screen.editing !== null;
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !isEditing) onClose?.(false, !isTypedElsewhere());
    wasEditing.current = isEditing;
  }, [isEditing, onClose]);
}

/** One types in another field already, or has gone to the pane. */
function isTypedElsewhere(): boolean {
  const { activeElement } = document;
  if (activeElement instanceof HTMLIFrameElement) return true;
  return activeElement instanceof HTMLInputElement && activeElement.closest(".rdg-editor-container") === null;
}
