import type { KeyboardEvent, ReactElement } from "react";
import { pressedInEditor } from "../screen/grid-keys";
import type { Session } from "../screen/session";
import { CellEditor } from "./CellEditor";

/** The editor of a cell on a frozen row, such as a table's header. */
export function FrozenCellEditor({ session }: { readonly session: Session }): ReactElement {
  const press = (event: KeyboardEvent): void => {
    // The grid would take an arrow for a step to the next cell.
    event.stopPropagation();
    pressedInEditor(session, event, () => session.screen.callKeyboard());
  };
  return (
    <div className="rdg-editor-container on-frozen-row" onKeyDown={press}>
      <CellEditor session={session} />
    </div>
  );
}
