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
import { type Locale, wordsIn } from "./words";

/** The file, in which language Excel is, and who is called when someone edits the workbook. */
export interface SessionForm {
  readonly fileName: string;
  readonly locale: Locale;
  readonly wake: () => void;
}

/** What Excel keeps beside a workbook that has just been opened. */
export function openSession(book: Workbook, { fileName, locale, wake }: SessionForm): Session {
  const pushes = new Pushes();
  const ids = new Ids();
  const places = new Places();
  return {
    book,
    ids,
    places,
    changes: new Changes(book, { ids, places }, wake),
    eventPlaces: new EventPlaces(places),
    lastCell: new LastCell(),
    protections: new Protections(book),
    runtime: { enableEvents: true, isStructureProtected: false, calculationMode: "Automatic" },
    fileName,
    locale,
    words: wordsIn[locale],
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
