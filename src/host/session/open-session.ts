import type { Workbook } from "../../engine/workbook";
import { CustomFunctions } from "../add-in/custom-functions";
import { Pane } from "../add-in/pane";
import { Ribbon } from "../add-in/ribbon";
import { Settings } from "../add-in/settings";
import { Listened } from "../events/listened";
import { Pushes } from "../events/pushes";
import type { CalculationMoment } from "../../engine/formulas/world";
import { type AddInFunctions, CellFunctions } from "../add-in/cell-functions";
import { Calculation } from "./calculation";
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
  /** The local day and time; null where nobody tells. */
  readonly moment: () => CalculationMoment | null;
  /** The worksheet functions that the add-in has; null = none. */
  readonly addInFunctions: AddInFunctions | null;
  readonly wake: () => void;
}

/** What Excel keeps beside a workbook that has just been opened. */
export function openSession(book: Workbook, form: SessionForm): Session {
  const { fileName, locale } = form;
  const pushes = new Pushes();
  const functions = new CustomFunctions(pushes);
  const counters = new Counters();
  const calculation = calculationOf(book, { functions, counters }, form);
  const ids = new Ids();
  const places = new Places();
  return {
    book,
    ids,
    places,
    changes: new Changes(book, { ids, places, calculation }, form.wake),
    calculation,
    eventPlaces: new EventPlaces(places),
    lastCell: new LastCell(),
    protections: new Protections(book),
    sorts: new WeakMap(),
    texts: new Map(),
    runtime: { enableEvents: true },
    fileName,
    locale,
    words: wordsIn[locale],
    selection: new Selection(book),
    counters,
    moods: new Moods(),
    listened: new Listened(),
    pushes,
    settings: new Settings(),
    ribbon: new Ribbon(),
    pane: new Pane(pushes),
    functions,
    remarks: [],
  };
}

/** Formulas call the functions of the add-in; one of their results wakes the host for a calculation. */
function calculationOf(
  book: Workbook,
  { functions, counters }: Pick<Session, "functions" | "counters">,
  form: SessionForm,
): Calculation {
  const { addInFunctions, locale, moment, wake } = form;
  const changed = (name: string) => {
    calculation.callAgain(name);
    wake();
  };
  const custom = addInFunctions === null ? null : new CellFunctions(addInFunctions, functions, changed);
  const calculation = new Calculation(book, {
    ...{ moment, custom, locale },
    calculated: () => {
      counters.calculations++;
    },
  });
  return calculation;
}
