import { type MouseEventHandler, type ReactElement, type UIEvent, useMemo, useRef, useState } from "react";
import DataGrid, { type CellMouseEvent, type DataGridHandle, type Renderers } from "react-data-grid";
import type { FrozenRow } from "../book/drawn-row";
import type { SheetView } from "../book/sheet-view";
import { useGridInStep } from "../hooks/use-grid-in-step";
import { useMouseSelection } from "../hooks/use-mouse-selection";
import { useRevision } from "../hooks/use-revision";
import type { Session } from "../screen/session";
import { gridColumns } from "./grid-columns";
import { SheetRow } from "./SheetRow";

const LINE = 24;
const heights = { rowHeight: LINE, headerRowHeight: LINE, summaryRowHeight: LINE } as const;
/** So many rows before the end of the grid the sheet gets more of them. */
const NEAR_END = 40;

/** The mouse selects by itself (use-mouse-selection). */
const keepSelection = (_: unknown, event: CellMouseEvent): void => event.preventGridDefault();

const lastLine = ({ scrollTop, clientHeight }: Element): number =>
  Math.ceil((scrollTop + clientHeight) / LINE);

interface GridProps {
  readonly session: Session;
  readonly onContextMenu: MouseEventHandler;
}

/** The cells of the sheet in front. */
export function Grid({ session, onContextMenu }: GridProps): ReactElement {
  const { screen, deeds, words } = session;
  useRevision(screen);
  const { sheet } = screen;
  const [reach, setReach] = useState({ sheet, rows: 0 });
  const view = screen.view(reach.sheet === sheet ? reach.rows : 0);
  const ref = useRef<DataGridHandle>(null);
  const { focusCell, onKeyDownCapture, onDoubleClick, ...inStep } = useGridInStep(session, view, ref);
  const drawn = useDrawn(session, view);
  const mouse = useMouseSelection(session, view, focusCell);
  const reachFurther = ({ currentTarget }: UIEvent): void => {
    const last = lastLine(currentTarget) + NEAR_END;
    if (last > view.rows.length) setReach({ sheet, rows: last + view.frozen.length + NEAR_END });
  };
  return (
    <div
      className="grid"
      {...mouse}
      {...deeds.clipboard}
      {...{ onContextMenu, onKeyDownCapture, onDoubleClick }}
    >
      <DataGrid
        key={sheet.name}
        ref={ref}
        className="rdg-light"
        aria-label={words.grid(sheet.name)}
        rows={view.rows}
        {...drawn}
        {...heights}
        {...inStep}
        onCellClick={keepSelection}
        onCellDoubleClick={(_, event) => {
          if (!deeds.begin(deeds.text, false)) event.preventGridDefault();
        }}
        onColumnResize={(index, width) => deeds.widen(view.columns[index - 1], width)}
        onScroll={reachFurther}
      />
    </div>
  );
}

/** What the grid draws: columns and rows are the same while the view is, frozen rows are drawn each time. */
function useDrawn(session: Session, view: SheetView) {
  const { screen } = session;
  const revision = useRevision(screen);
  const columns = useMemo(() => gridColumns(session, view), [session, view]);
  const renderers = useMemo<Renderers<number, FrozenRow>>(
    () => ({ renderRow: (key, props) => <SheetRow key={key} session={session} {...props} /> }),
    [session],
  );
  const topSummaryRows = useMemo(() => view.frozen.map((row) => ({ row, revision })), [view, revision]);
  return { columns, renderers, topSummaryRows };
}
