import { type KeyboardEvent, type ReactElement, type RefObject, useEffect, useRef } from "react";
import type { Sheet } from "../../engine/sheet";
import { useFact } from "../hooks/use-revision";
import type { Screen } from "../screen/screen";
import type { Session } from "../screen/session";

const STEPS = new Map([
  ["ArrowLeft", -1],
  ["ArrowRight", 1],
]);

/** Brings the element to sight whenever the sheet is another one. */
function useInSight(sheet: Sheet): RefObject<HTMLButtonElement | null> {
  const front = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    front.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [sheet]);
  return front;
}

function seenSheets(screen: Screen): readonly Sheet[] {
  return screen.file.book.sheets.filter(({ visibility }) => visibility === "visible");
}

/** The sheets of the book by their names; hidden ones have no tab. */
export function SheetTabs({
  session: { screen, deeds, words },
}: {
  readonly session: Session;
}): ReactElement {
  useFact(screen, () => [screen.sheet, ...seenSheets(screen)].map(({ name }) => name).join("/"));
  const sheets = seenSheets(screen);
  const { sheet } = screen;
  const front = useInSight(sheet);
  const go = (index: number): void => {
    if (deeds.commit()) screen.activate(sheets[index]);
  };
  const goOn = (event: KeyboardEvent, index: number): void => {
    const next = index + (STEPS.get(event.key) ?? 0);
    if (next === index || next < 0 || next >= sheets.length) return;
    go(next);
    focusSibling(event.currentTarget, next);
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label={words.sheets}>
        {sheets.map((each, index) => (
          <button
            key={each.name}
            ref={each === sheet ? front : null}
            type="button"
            role="tab"
            aria-selected={each === sheet}
            tabIndex={each === sheet ? 0 : -1}
            onClick={() => go(index)}
            onKeyDown={(event) => goOn(event, index)}
          >
            {each.name}
          </button>
        ))}
      </div>
      <NewSheet label={words.newSheet} onClick={deeds.addSheet} />
    </div>
  );
}

function focusSibling(tab: Element, index: number): void {
  const sibling = tab.parentElement?.children.item(index);
  if (sibling instanceof HTMLElement) sibling.focus();
}

function NewSheet({
  label,
  onClick,
}: {
  readonly label: string;
  readonly onClick: () => void;
}): ReactElement {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick}>
      +
    </button>
  );
}
