import type { ReactElement } from "react";
import { useRevision } from "../hooks/use-revision";
import { selectionFigures } from "../book/selection-figures";
import type { Session } from "../screen/session";

/** Whether a cell is being edited, and the sum, mean and count of what is selected. */
export function StatusBar({
  session: { screen, words, language },
}: {
  readonly session: Session;
}): ReactElement {
  useRevision(screen);
  const { count, numbers, sum } = selectionFigures(screen.sheet, screen.filled);
  const shown = (value: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
  return (
    <footer className="status">
      <span role="status">{screen.editing === null ? words.ready : words.editing}</span>
      <span className="figures">
        {numbers > 1 && <span>{words.average(shown(sum / numbers))}</span>}
        {count > 1 && <span>{words.count(shown(count))}</span>}
        {numbers > 1 && <span>{words.sum(shown(sum))}</span>}
      </span>
      <span className="purpose">{words.purpose}</span>
    </footer>
  );
}
