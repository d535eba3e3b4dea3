import type { StyleChange } from "../../engine/cell-styles";
import { changeColumns, columnLook } from "../../engine/sheet-settings";
import { edit } from "../session/edit";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import { forEachCell } from "./clear-cells";
import { isEntireColumn } from "./range-address";

/** Lets cells look different; whole columns lend the look to cells yet to be written, too. */
export function restyle(session: Session, place: Place, change: StyleChange): void {
  const { sheet, area } = place;
  edit(session, { sheet, right: "formatCells" }, () => {
    if (isEntireColumn(area)) restyleColumns(session, place, change);
    else restyleCells(session, place, change);
  });
}

function restyleCells({ book }: Session, { sheet, area }: Place, change: StyleChange): void {
  forEachCell(area, (row, column) => {
    const style = sheet.style(row, column);
    const wanted = book.styles.with(style, change);
    if (wanted !== style) sheet.restyle(row, column, wanted);
  });
}

/** Cells that have a style of their own get the change too. */
function restyleColumns({ book }: Session, { sheet, area }: Place, change: StyleChange): void {
  for (let index = area.left; index <= area.right; index++) {
    const style = book.styles.with(columnLook(sheet, index).style, change);
    changeColumns(sheet, { from: index, to: index }, { style });
    const column = sheet.column(index);
    const rows = Array.from({ length: column.end }, (_, row) => row).filter((row) => column.style(row) >= 0);
    for (const row of rows) sheet.restyle(row, index, book.styles.with(column.style(row), change));
  }
}
