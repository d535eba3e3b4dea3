import type { CSSProperties, ReactElement } from "react";
import type { CalculatedColumn, Column } from "react-data-grid";
import { columnIndex, columnName } from "../../engine/address";
import { plainLook } from "../../engine/cell-look";
import type { FrozenRow } from "../book/drawn-row";
import { lookStyle } from "../book/look-style";
import { overhang } from "../book/overhang";
import { cellKind, isUncalculated, shown } from "../book/shown";
import { columnPixels, contains, type SheetView, tablePart } from "../book/sheet-view";
import type { Screen } from "../screen/screen";
import type { Session } from "../screen/session";
import { CellEditor } from "./CellEditor";
import { ColumnLetter } from "./ColumnLetter";
import { FrozenCellEditor } from "./FrozenCellEditor";

type GridColumn = Column<number, FrozenRow>;

const NUMBERS = "#";

/**
 * The grid's columns: the row numbers, then those of the sheet. They ask the screen each time what their
 * cells show, and are the same as long as the view is.
 */
export function gridColumns(session: Session, view: SheetView): readonly GridColumn[] {
  return [numbersOf(session), ...view.columns.map((column) => sheetColumn(session, column))];
}

/** All that a cell shows, in one word: while that is the same it need not be drawn anew. */
export function cellMark(session: Session, column: CalculatedColumn<number, FrozenRow>, row: number): string {
  const { key, cellClass } = column;
  const name = typeof cellClass === "function" ? (cellClass(row) ?? "") : "";
  return key === NUMBERS ? name : `${name} ${textMark(session, row, columnIndex(key))}`;
}

function textMark(session: Session, row: number, column: number): string {
  const { editing, sheet } = session.screen;
  if (editing !== null && isEdited(session.screen, row, column)) return editing.text;
  const { text, width } = drawn(session, row, column);
  return `${String(sheet.style(row, column))} ${String(width)} ${text}`;
}

/** What is drawn of a cell: its text, how it looks, how far it runs over the cells beside it. */
function drawn({ screen, language, words }: Session, row: number, column: number) {
  const { sheet, file, columns } = screen;
  const place = { sheet, row, column };
  const { text, look } = shown(file.book, place, language);
  if (isUncalculated(place)) return { text: words.notCalculated, width: 0, style: PENDING };
  const width = overhang({ ...place, text, look, columns });
  return { text, width, style: look === plainLook ? null : lookStyle(look) };
}

/** A formula that has no result. */
const PENDING: CSSProperties = { fontStyle: "italic", color: "var(--colorNeutralForeground3)" };

function numbersOf({ screen, words }: Session): GridColumn {
  const cellClass = (row: number): string => {
    const { top, bottom } = screen.selected.area;
    return row >= top && row <= bottom ? "line-number named" : "line-number";
  };
  return {
    key: NUMBERS,
    name: words.rowNumbers,
    width: 52,
    frozen: true,
    headerCellClass: "line-number",
    renderHeaderCell: () => <span className="corner">{words.selectAll}</span>,
    cellClass,
    summaryCellClass: ({ row }) => cellClass(row),
    renderCell: ({ row }) => String(row + 1),
    renderSummaryCell: ({ row: { row } }) => String(row + 1),
  };
}

function sheetColumn(session: Session, column: number): GridColumn {
  const { screen } = session;
  const { sheet } = screen;
  const letter = columnName(column);
  const cellClass = classOf(session, column);
  return {
    key: letter,
    name: letter,
    width: columnPixels(sheet.looks.get(column)?.width ?? null),
    minWidth: 24,
    resizable: true,
    frozen: column < sheet.frozenColumns,
    headerCellClass: "letter",
    renderHeaderCell: () => <ColumnLetter screen={screen} column={column} />,
    cellClass,
    summaryCellClass: ({ row }) => cellClass(row),
    editable: true,
    editorOptions: { commitOnOutsideClick: false },
    renderCell: ({ row }) => contentOf(session, row, column),
    renderSummaryCell: ({ row: { row } }) =>
      isEdited(screen, row, column) && screen.editing?.isOnFrozenRow === true ? (
        <FrozenCellEditor session={session} />
      ) : (
        contentOf(session, row, column)
      ),
    renderEditCell: ({ onClose }) => <CellEditor session={session} onClose={onClose} />,
  };
}

function contentOf(session: Session, row: number, column: number): ReactElement | string {
  const { screen } = session;
  if (screen.editing !== null && isEdited(screen, row, column)) return screen.editing.text;
  const { text, width, style } = drawn(session, row, column);
  if (width > 0) return <Looking text={text} style={{ ...style, width, insetInlineEnd: "auto" }} />;
  return style === null ? text : <Looking text={text} style={style} />;
}

function Looking({ text, style }: { readonly text: string; readonly style: CSSProperties }): ReactElement {
  return (
    <span className={style.width === undefined ? "look" : "look over"} style={style}>
      {text}
    </span>
  );
}

function isEdited({ editing, sheet }: Screen, row: number, column: number): boolean {
  return editing?.row === row && editing.column === column && editing.sheet === sheet;
}

function classOf({ screen }: Session, column: number): (row: number) => string {
  return (row) => {
    const { sheet, selected, tables } = screen;
    const kind = cellKind(sheet.cell(row, column));
    const isActive = row === selected.active.row && column === selected.active.column;
    return [
      kind,
      tablePart(tables, row, column) ?? "",
      contains(selected.area, row, column) ? "selected" : "",
      isActive ? "active" : "",
    ].join(" ");
  };
}
