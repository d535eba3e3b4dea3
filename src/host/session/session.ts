import type { Sheet } from "../../engine/sheet";
import type { Typed } from "../../engine/number-text/parse-typed";
import type { Table } from "../../engine/table";
import type { Workbook } from "../../engine/workbook";
import type { CustomFunctions } from "../add-in/custom-functions";
import type { Pane } from "../add-in/pane";
import type { Ribbon } from "../add-in/ribbon";
import type { Settings } from "../add-in/settings";
import type { Listened } from "../events/listened";
import type { Pushes } from "../events/pushes";
import type { Calculation } from "./calculation";
import type { Changes } from "./changes";
import type { Json } from "../wire/json";
import type { Counters } from "./counters";
import type { EventPlaces } from "./event-places";
import type { Ids } from "./ids";
import type { LastCell } from "./last-cell";
import type { Moods } from "./moods";
import type { Places } from "./places";
import type { Protections } from "./protections";
import type { Selection } from "./selection";
import type { Locale, Words } from "./words";

/** What an add-in switches on and off while the workbook is open. */
export interface Runtime {
  /** False while the add-in does not want to hear of what happens. */
  enableEvents: boolean;
}

/** The open workbook and what Excel keeps beside it while it is open. */
export interface Session {
  readonly book: Workbook;
  readonly ids: Ids;
  readonly places: Places;
  readonly changes: Changes;
  readonly calculation: Calculation;
  readonly eventPlaces: EventPlaces;
  readonly lastCell: LastCell;
  readonly protections: Protections;
  readonly selection: Selection;
  readonly counters: Counters;
  readonly moods: Moods;
  readonly listened: Listened;
  readonly pushes: Pushes;
  readonly settings: Settings;
  readonly ribbon: Ribbon;
  readonly pane: Pane;
  readonly functions: CustomFunctions;
  /** By which fields each table was last sorted. */
  readonly sorts: WeakMap<Table, Json>;
  /** What texts meant that were written, by number format and text. */
  readonly texts: Map<string, Typed>;
  readonly runtime: Runtime;
  /** The workbook's file as its title bar says it. */
  readonly fileName: string;
  readonly locale: Locale;
  readonly words: Words;
  /** What strict mode has to say, in order. */
  readonly remarks: string[];
}

/** The name of the sheet as it stands before `!` in an address. */
export function quotedSheetName(sheet: Sheet): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name) ? sheet.name : `'${sheet.name.replaceAll("'", "''")}'`;
}
