import type { Workbook } from "../../engine/workbook";
import { CustomFunctions } from "../add-in/custom-functions";
import { Pane } from "../add-in/pane";
import { Ribbon } from "../add-in/ribbon";
import { Settings } from "../add-in/settings";
import { Listened } from "../events/listened";
import { Pushes } from "../events/pushes";
import { Changes } from "./changes";
import { Counters } from "./counters";
import { EventPlaces } from "./event-places";
import { Ids } from "./ids";
import { LastCell } from "./last-cell";
import { Moods } from "./moods";
import { Places } from "./places";
import { Protections } from "./protections";
import { Selection } from "./selection";
import type { Session } from "./session";

/** What Excel keeps beside a workbook that has just been opened; `wake` is called when someone edits it. */
export function openSession(book: Workbook, wake: () => void): Session {
  const pushes = new Pushes();
  const places = new Places();
  return {
    book,
    ids: new Ids(),
    places,
    changes: new Changes(book, places, wake),
    eventPlaces: new EventPlaces(places),
    lastCell: new LastCell(),
    protections: new Protections(book),
    runtime: { enableEvents: true },
    selection: new Selection(book),
    counters: new Counters(),
    moods: new Moods(),
    listened: new Listened(),
    pushes,
    settings: new Settings(),
    ribbon: new Ribbon(),
    pane: new Pane(pushes),
    functions: new CustomFunctions(pushes),
    remarks: [],
  };
}
