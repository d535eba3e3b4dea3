import type { Area } from "../../engine/address";
import type { Sheet } from "../../engine/sheet";
import { freezePanes } from "../../engine/sheet-settings";
import { refusal } from "../host-error";
import { edit } from "../session/edit";
import { Place } from "../session/place";
import type { Session } from "../session/session";
import type { Kind } from "./kind";
import { everyCell, placeOf } from "./range-address";

/** The first rows and columns of a sheet that stay in sight. */
export const worksheetFreezePanes: Kind<Sheet> = {
  ways: {
    GetLocation: (sheet) => {
      const area = frozen(sheet);
      if (area === null) throw refusal("ItemNotFound", "Nothing is frozen on this sheet.");
      return { kind: "Range", self: new Place(sheet, area) };
    },
    GetLocationOrNullObject: (sheet) => {
      const area = frozen(sheet);
      return area === null ? null : { kind: "Range", self: new Place(sheet, area) };
    },
  },
  methods: {
    FreezeRows: (sheet, given, session) => freeze(session, sheet, { rows: given.wholeOr(0, 1), columns: 0 }),
    FreezeColumns: (sheet, given, session) =>
      freeze(session, sheet, { rows: 0, columns: given.wholeOr(0, 1) }),
    FreezeAt: (sheet, given, session) => {
      const { area } = given.placeOrNull(0) ?? placeOf(session, sheet, given.text(0));
      return freeze(session, sheet, { rows: area.bottom + 1, columns: area.right + 1 });
    },
    Unfreeze: (sheet, _given, session) => freeze(session, sheet, { rows: 0, columns: 0 }),
  },
};

function frozen({ frozenRows: rows, frozenColumns: columns }: Sheet): Area | null {
  if (rows === 0 && columns === 0) return null;
  return {
    top: 0,
    left: 0,
    bottom: rows === 0 ? everyCell.bottom : rows - 1,
    right: columns === 0 ? everyCell.right : columns - 1,
  };
}

/** A whole row or column beyond the frozen ones is meant as none. */
function freeze(session: Session, sheet: Sheet, count: { rows: number; columns: number }): null {
  const rows = count.rows > everyCell.bottom ? 0 : count.rows;
  const columns = count.columns > everyCell.right ? 0 : count.columns;
  edit(session, { sheet, right: null }, () => freezePanes(sheet, rows, columns));
  return null;
}
