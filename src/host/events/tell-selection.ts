import { areaName } from "../../engine/address";
import type { Session } from "../session/session";
import { eventTypes } from "./event-types";
import { tellOfSheet } from "./telling";

/** Tells office.js that other cells are selected, or another sheet is in front. */
export function tellSelection(session: Session): void {
  if (!session.runtime.enableEvents) return;
  const { sheet } = session.selection;
  const fields = { address: areaName(session.selection.area(sheet)) };
  tellOfSheet({ session, doer: "user" }, sheet, { type: eventTypes.worksheetSelectionChanged, fields });
  session.pushes.add(eventTypes.documentSelectionChanged, "", {});
}
