import type { ReactElement } from "react";
import { useRevision } from "../hooks/use-revision";
import { selectionFigures } from "../book/selection-figures";
import type { Session } from "../screen/session";
import { Troubles, TROUBLES } from "../screen/troubles";

/** Whether a cell is being edited, and the sum, mean and count of what is selected. */
export function StatusBar({ session }: { readonly session: Session }): ReactElement {
  const { screen, words, language } = session;
  useRevision(screen);
  const { count, numbers, sum } = selectionFigures(screen.sheet, screen.filled);
  const shown = (value: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
  return (
    <footer className="status">
      <span role="status">{screen.editing === null ? words.ready : words.editing}</span>
      <Moods session={session} />
      {screen.uncalculated > 0 && (
        <span className="moods">{words.uncalculated(shown(screen.uncalculated))}</span>
      )}
      <span className="figures">
        {numbers > 1 && <span>{words.average(shown(sum / numbers))}</span>}
        {count > 1 && <span>{words.count(shown(count))}</span>}
        {numbers > 1 && <span>{words.sum(shown(sum))}</span>}
      </span>
      <span className="purpose">{words.purpose}</span>
    </footer>
  );
}

/** What the developer's menu has made the host like; nothing where it is as good as Excel. */
function Moods({ session }: { readonly session: Session }): ReactElement | null {
  const { mood } = session.words;
  const troubles = new Troubles(session);
  const present = troubles.present();
  const told = TROUBLES.filter((trouble) => present.has(trouble)).map((trouble) => mood[trouble]);
  if (troubles.willFail) told.push(mood.willFail);
  return told.length === 0 ? null : <span className="moods">{mood.present(told)}</span>;
}
