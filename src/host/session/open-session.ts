import type { Workbook } from "../../engine/workbook";
import { CustomFunctions } from "../add-in/custom-functions";
import { Pane } from "../add-in/pane";
import { Ribbon } from "../add-in/ribbon";
import { Settings } from "../add-in/settings";
import { Listened } from "../events/listened";
import { Pushes } from "../events/pushes";
import { Counters } from "./counters";
import { Ids } from "./ids";
import { Moods } from "./moods";
import { Places } from "./places";
import { Selection } from "./selection";
import type { Session } from "./session";

/** What Excel keeps beside a workbook that has just been opened. */
export function openSession(book: Workbook): Session {
  const pushes = new Pushes();
  return {
    book,
    ids: new Ids(),
    places: new Places(),
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
