import { changeColumns, changeRows, columnLook, rowLook } from "../../engine/sheet-settings";
import { edit } from "../session/edit";
import type { Place } from "../session/place";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import { common } from "./common-value";
import type { Scalar } from "./kind";

/** Whether the rows and columns of a range are hidden; null where some are and some are not. */
export const rangeLines: Readonly<Record<string, Scalar<Place>>> = {
  RowHidden: { get: rowsHidden, set: hideRows },
  ColumnHidden: { get: columnsHidden, set: hideColumns },
  Hidden: {
    get: (place) => {
      const hidden = [rowsHidden(place), columnsHidden(place)];
      return hidden.includes(true) ? true : hidden.includes(null) ? null : false;
    },
  },
};

function rowsHidden({ sheet, area }: Place): boolean | null {
  if (sheet.rowLooks.size === 0) return false;
  const height = area.bottom - area.top + 1;
  return common(
    Array.from({ length: height }, (_, i) => area.top + i),
    (row) => rowLook(sheet, row).hidden,
  );
}

function columnsHidden({ sheet, area }: Place): boolean | null {
  const width = area.right - area.left + 1;
  return common(
    Array.from({ length: width }, (_, i) => area.left + i),
    (column) => columnLook(sheet, column).hidden,
  );
}

function hideRows({ sheet, area }: Place, value: Json, session: Session): void {
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, i) => area.top + i);
  edit(session, { sheet, right: "formatRows" }, () => changeRows(sheet, rows, { hidden: value === true }));
}

function hideColumns({ sheet, area }: Place, value: Json, session: Session): void {
  const { left: from, right: to } = area;
  edit(session, { sheet, right: "formatColumns" }, () =>
    changeColumns(sheet, { from, to }, { hidden: value === true }),
  );
}
