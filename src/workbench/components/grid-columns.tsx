import type { ReactElement } from "react";
import type { Column } from "react-data-grid";
import { columnName } from "../../engine/address";
import { plainLook } from "../../engine/cell-look";
import { lookStyle } from "../book/look-style";
import { cellKind, shown } from "../book/shown";
import { columnPixels, contains, type SheetView, tablePart } from "../book/sheet-view";
import type { Screen } from "../screen/screen";
import type { Session } from "../screen/session";
import { CellEditor } from "./CellEditor";
import { FrozenCellEditor } from "./FrozenCellEditor";

type GridColumn = Column<number, number>;

/**
 * The grid's columns: the row numbers, then those of the sheet. Made anew when anything in them may differ.
 */
export function gridColumns(session: Session, view: SheetView): readonly GridColumn[] {
  return [numbersOf(session), ...view.columns.map((column) => sheetColumn(session, column))];
}

function numbersOf({ screen, words }: Session): GridColumn {
  const { area } = screen.selected;
  const cellClass = (row: number): string =>
    row >= area.top && row <= area.bottom ? "line-number named" : "line-number";
  return {
    key: "#",
    name: words.rowNumbers,
    width: 52,
    frozen: true,
    headerCellClass: "line-number",
    renderHeaderCell: () => null,
    cellClass,
    summaryCellClass: cellClass,
    renderCell: ({ row }) => String(row + 1),
    renderSummaryCell: ({ row }) => String(row + 1),
  };
}

function sheetColumn(session: Session, column: number): GridColumn {
  const { screen } = session;
  const { sheet } = screen;
  const { area } = screen.selected;
  const letter = columnName(column);
  const isNamed = column >= area.left && column <= area.right;
  const cellClass = classOf(session, column);
  const render = ({ row }: { readonly row: number }): ReactElement | string =>
    contentOf(session, row, column);
  return {
    key: letter,
    name: letter,
    width: columnPixels(sheet.looks.get(column)?.width ?? null),
    minWidth: 24,
    resizable: true,
    frozen: column < sheet.frozenColumns,
    headerCellClass: isNamed ? "letter named" : "letter",
    cellClass,
    summaryCellClass: cellClass,
    editable: true,
    editorOptions: { commitOnOutsideClick: false },
    renderCell: render,
    renderSummaryCell: ({ row }) =>
      isEdited(screen, row, column) && screen.editing?.isOnFrozenRow === true ? (
        <FrozenCellEditor session={session} />
      ) : (
        contentOf(session, row, column)
      ),
    renderEditCell: () => <CellEditor session={session} />,
  };
}

function contentOf({ screen, language }: Session, row: number, column: number): ReactElement | string {
  const { editing, sheet, file } = screen;
  if (editing !== null && isEdited(screen, row, column)) return editing.text;
  const { text, look } = shown(file.book, { sheet, row, column }, language);
  if (look === plainLook) return text;
  const style = lookStyle(look);
  return style === null ? (
    text
  ) : (
    <span className="look" style={style}>
      {text}
    </span>
  );
}

function isEdited({ editing, sheet }: Screen, row: number, column: number): boolean {
  return editing?.row === row && editing.column === column && editing.sheet === sheet;
}

function classOf({ screen }: Session, column: number): (row: number) => string {
  const { sheet, selected, file } = screen;
  const tables = file.book.tablesOn(sheet);
  return (row) => {
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
