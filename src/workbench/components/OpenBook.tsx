import { type MouseEvent, type ReactElement, useState } from "react";
import { useKeyboard } from "../hooks/use-keyboard";
import { useRibbon } from "../hooks/use-ribbon";
import type { RibbonButton } from "../ribbon/manifest-ribbon";
import type { Session } from "../screen/session";
import type { Studio } from "../screen/studio";
import { CellMenu, type MenuPlace } from "./CellMenu";
import { FormulaBar } from "./FormulaBar";
import { Grid } from "./Grid";
import { PaneFrame } from "./PaneFrame";
import { Ribbon } from "./Ribbon";
import { SheetTabs } from "./SheetTabs";
import { paneWidths, Splitter } from "./Splitter";
import { StatusBar } from "./StatusBar";

interface OpenBookProps {
  readonly session: Session;
  readonly studio: Studio;
}

/** The open book beside the task pane. A hidden pane goes on running, as in Excel. */
export function OpenBook({ session, studio }: OpenBookProps): ReactElement {
  const [width, setWidth] = useState<number>(paneWidths.first);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const { ribbon, press, run, showsPane } = useRibbon(session, studio.manifest);
  useKeyboard(session, studio.shortcuts, run);
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    if (session.deeds.commit()) setMenu({ x: event.clientX, y: event.clientY });
  };
  const closeMenu = (): void => {
    setMenu(null);
    session.screen.callKeyboard();
  };
  const pressEntry = (button: RibbonButton): void => {
    closeMenu();
    press(button);
  };
  return (
    <>
      <Ribbon session={session} ribbon={ribbon} onPress={press} />
      <main className="desk">
        <section className="sheet-side">
          <FormulaBar session={session} />
          <Grid session={session} onContextMenu={openMenu} />
          <SheetTabs session={session} />
        </section>
        {showsPane && <Splitter label={session.words.splitter} width={width} onWidth={setWidth} />}
        <PaneFrame session={session} width={width} isShown={showsPane} />
      </main>
      <StatusBar session={session} />
      <CellMenu
        session={session}
        place={menu}
        buttons={ribbon.cellMenu}
        onPress={pressEntry}
        onClose={closeMenu}
      />
    </>
  );
}
