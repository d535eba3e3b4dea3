import type { ReactElement } from "react";
import { usePaneFrame } from "../hooks/use-pane-frame";
import type { Session } from "../screen/session";

interface PaneFrameProps {
  readonly session: Session;
  readonly width: number;
  readonly isShown: boolean;
}

/**
 * The add-in's task pane, in a frame: its own page, with Microsoft's office.js, as Excel on the web has it.
 */
export function PaneFrame({ session, width, isShown }: PaneFrameProps): ReactElement {
  const holder = usePaneFrame(session.screen.file, session.language);
  return (
    <aside
      ref={holder}
      className="pane"
      aria-label={session.words.pane}
      style={{ width }}
      hidden={!isShown}
    />
  );
}
