import { type KeyboardEvent, type ReactElement, useState } from "react";
import { Checkmark20Regular } from "@fluentui/react-icons/svg/checkmark";
import { Dismiss20Regular } from "@fluentui/react-icons/svg/dismiss";
import { areaName } from "../../engine/address";
import { useRevision } from "../hooks/use-revision";
import { stepAfter } from "../screen/grid-keys";
import type { Session } from "../screen/session";

/** Where the selection is, and what the active cell holds: both can be typed into. */
export function FormulaBar({ session }: { readonly session: Session }): ReactElement {
  const { screen, deeds, words } = session;
  useRevision(screen);
  const { editing } = screen;
  return (
    <div className="formula-bar">
      <NameBox key={areaName(screen.selected.area)} session={session} />
      <button
        type="button"
        aria-label={words.cancel}
        disabled={editing === null}
        onMouseDown={(event) => event.preventDefault()}
        onClick={deeds.giveUp}
      >
        <Dismiss20Regular />
      </button>
      <button
        type="button"
        aria-label={words.accept}
        disabled={editing === null}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => deeds.commit()}
      >
        <Checkmark20Regular />
      </button>
      <span className="fx" aria-hidden>
        fx
      </span>
      <input
        className="content"
        aria-label={words.formulaBar}
        spellCheck={false}
        value={editing?.text ?? deeds.text}
        onChange={({ target }) => deeds.type(target.value)}
        onKeyDown={(event) => pressedInBar(session, event)}
        onBlur={() => deeds.commit()}
      />
    </div>
  );
}

function pressedInBar({ screen, deeds }: Session, event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing) return;
  const step = stepAfter(event);
  if (step === null && event.key !== "Escape") return;
  event.preventDefault();
  if (step === null) deeds.giveUp();
  else if (deeds.commit()) screen.move(step);
  screen.callKeyboard();
}

/** Made anew for each selection, so that what was typed and not used does not stay. */
function NameBox({ session: { screen, deeds, words } }: { readonly session: Session }): ReactElement {
  const place = areaName(screen.selected.area);
  const [text, setText] = useState(place);
  return (
    <input
      className="name-box"
      aria-label={words.nameBox}
      spellCheck={false}
      value={text}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => setText(place)}
      onKeyDown={({ key }) => {
        if (key === "Escape") setText(place);
        if (key === "Escape" || (key === "Enter" && deeds.goTo(text))) screen.callKeyboard();
      }}
    />
  );
}
