import { balanceAt } from "../app/balance-at";
import { cellOf } from "../app/cell-of";
import type { Answer, Desk } from "../app/desk";
import { documentAt } from "../app/document-at";
import { badStep, type GivenRow, readOptions } from "../app/options";
import type { Repair, RepairAnswer } from "../app/repair-book";
import { bookTrouble } from "../app/trouble";
import type { Day } from "../domain/kernel/day";
import { nearest } from "../domain/kernel/nearest";
import type { Place } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import type { Ledgers } from "../domain/posting/ledgers";
import type { BalanceLists } from "../domain/reports/balance-lists";
import type { ReportDefinition } from "../domain/reports/report";
import { type RowBehind, rowsBehind } from "../domain/reports/rows-behind";
import type { CellPlace } from "../workbook/port";
import { BookKeeper } from "./book-keeper";
import type { Balance, BookState, Outcome, Shown, View } from "./book-state";
import { type DeviceUser, deviceUser } from "./device-user";
import type { Surroundings } from "./surroundings";
import { type Told, told } from "./told";

/** The one open book, which pane, ribbon and worksheet functions share. */
export interface OpenBook {
  /** As it stands; the same object until something changes. */
  state(): BookState;
  /** Calls the listener once after every change; answers how to stop. The first one has the book read. */
  subscribe(listener: () => void): () => void;

  /** Reads the book anew, all of it. */
  reload(): Promise<void>;
  /**
   * Any action of the app by its verb with its options by name; never two at once, the next one waits.
   * What the workbook refuses is a finding of the outcome; a defect is thrown.
   */
  perform(verb: string, options?: GivenRow): Promise<Outcome>;
  /** The same for an action called directly, whose answer keeps its type. */
  act<T extends object>(verb: string, work: (desk: Desk) => Answer<T>): Promise<Outcome<T>>;
  /** Stops the action under way where it can be stopped. */
  cancel(): void;

  /**
   * Makes the tables that are missing beside a user's own sheets: in the book's language, in that one where
   * there is no book yet.
   */
  create(language: Language): Promise<Outcome<RepairAnswer>>;
  /**
   * Mends a broken book: makes what is missing, gives back names that were changed. `renamed` says by id,
   * `items` or `items.code`, which table or column it is now ("" = none of them, make it anew): what the
   * findings of the phase offer as their fact `nearest`. What is left comes as findings.
   */
  repair(renamed: Readonly<Record<string, string>>): Promise<Outcome<RepairAnswer>>;
  /** Selects the cell of a finding or the row behind a balance; false where it is no longer there. */
  select(place: Place): Promise<boolean>;
  /** Goes to the sheet that a report was written onto; false where it is no longer there. */
  showReport(report: Pick<ReportDefinition, "title">): Promise<boolean>;
  /**
   * Every balance of what is posted; null while nothing is open. The same object until the revision grows.
   */
  balances(): BalanceLists | null;
  /** The posted rows that make up a balance, in business order; empty where there are none. */
  rowsBehind(balance: Balance): readonly RowBehind[];
  /** The balance that the row the cursor is in belongs to; null where it belongs to none. */
  balanceAtCursor(): Promise<Balance | null>;
  /** The number of the posted document that the row the cursor is in is of; "" = of none. */
  documentAtCursor(): Promise<string>;
  /** The ledgers of what is posted; null while nothing is open. The same object until the revision grows. */
  ledgers(): Ledgers | null;
  /** By the clock of this device. */
  today(): Day;

  /** Asks the pane to show something; balance null = one was asked for, and there is none. */
  show(view: View, balance?: Balance | null): void;
  /** Speaks that language from now on, on this device; the book keeps its own. */
  setLanguage(language: Language): void;
  /** Speaks that language until another is asked for; what was chosen on this device stays chosen. */
  followLanguage(language: Language): void;
  /** Who works here from now on, on this device. */
  setUser(name: string): void;
}

function firstState({ version }: Surroundings, { language, user }: DeviceUser): BookState {
  return {
    phase: { is: "loading", done: 0, waitingForCell: false },
    language,
    bookLanguage: null,
    firstRows: new Map(),
    user,
    busy: null,
    isReadOnly: false,
    isStale: false,
    waitsForCell: false,
    findings: null,
    areFindingsOld: false,
    last: null,
    shown: { view: "start", balance: null, isMissed: false },
    revision: 0,
    version,
  };
}

function request(view: View, balance: Balance | null | undefined): Shown {
  return { view, balance: balance ?? null, isMissed: balance === null };
}

/** The open book over a workbook; it is read when somebody first subscribes. */
export function openBook(surroundings: Surroundings): OpenBook {
  const device = deviceUser(surroundings);
  const { moment } = device.moments;
  const state = told(firstState(surroundings, device));
  const keeper = new BookKeeper(surroundings, moment, state);
  let isRead = false;
  const subscribe: OpenBook["subscribe"] = (listener) => {
    const stop = state.subscribe(listener);
    if (!isRead) void keeper.reload();
    isRead = true;
    return stop;
  };
  return {
    state: () => state.state(),
    subscribe,
    reload: () => keeper.reload(),
    perform: (verb, options = {}) => perform(keeper, verb, options),
    act: (verb, work) => keeper.act(verb, work),
    cancel: () => keeper.cancel(),
    create: (language) => repair(keeper, "create", { language, renamed: {} }),
    repair: (renamed) => repair(keeper, "repair", { language: state.state().language, renamed }),
    select: (place) => select(keeper, surroundings, place),
    showReport: (report) => showReport(keeper, surroundings, report),
    balances: () => keeper.worked?.lists ?? null,
    rowsBehind: (balance) => (keeper.worked === null ? [] : rowsBehind(keeper.worked.ledgers, balance)),
    balanceAtCursor: () => atCursor(keeper, surroundings, { none: null, look: balanceAt }),
    documentAtCursor: () => atCursor(keeper, surroundings, { none: "", look: documentAt }),
    ledgers: () => keeper.worked?.ledgers ?? null,
    today: () => moment.today,
    show: (view, balance) => state.change({ shown: request(view, balance) }),
    ...declaring(device, state),
  };
}

/** What a user says of themselves: kept on the device, told to who listens. */
function declaring(
  device: DeviceUser,
  state: Told<BookState>,
): Pick<OpenBook, "setLanguage" | "followLanguage" | "setUser"> {
  return {
    setLanguage: (language) => {
      device.keepLanguage(language);
      state.change({ language });
    },
    followLanguage: (language) => state.change({ language }),
    setUser: (name) => {
      device.keepUser(name.trim());
      state.change({ user: name.trim() });
    },
  };
}

/** What is done seldom is fetched when it is first asked for, so that the pane is there sooner. */
function repair(
  keeper: BookKeeper,
  verb: "create" | "repair",
  options: Repair,
): Promise<Outcome<RepairAnswer>> {
  return keeper.act(verb, async (desk) => (await import("../app/repair-book")).repairBook(desk, options));
}

async function perform(keeper: BookKeeper, verb: string, given: GivenRow): Promise<Outcome> {
  const { actions } = await import("../app/index");
  const action = actions.find((each) => each.verb === verb);
  const refused = { verb, value: null, isCancelled: false };
  if (action === undefined) {
    const verbs = actions.map((each) => each.verb);
    return { ...refused, findings: [badStep(verb, nearest(verb, verbs))] };
  }
  const { value: options, findings } = readOptions(action.takes, given);
  if (options === null) return { ...refused, findings };
  return keeper.act(verb, (desk) => action.perform(desk, options));
}

/** Does work that changes nothing; where the workbook cannot be read just now it comes to nothing. */
function looking<T>(keeper: BookKeeper, nothing: T, work: (desk: Desk) => Promise<T>): Promise<T> {
  return keeper.inTurn(async () => {
    try {
      return await work(keeper.desk());
    } catch (thrown) {
      if (bookTrouble(thrown, "zh-CN") === null) throw thrown;
      return nothing;
    }
  });
}

function select(keeper: BookKeeper, { workbook }: Surroundings, place: Place): Promise<boolean> {
  return looking(keeper, false, async (desk) => {
    const cell = await cellOf(desk, place);
    if (cell !== null) await workbook.select(cell, keeper.untilFree);
    return cell !== null;
  });
}

function showReport(
  keeper: BookKeeper,
  { workbook }: Surroundings,
  { title }: Pick<ReportDefinition, "title">,
): Promise<boolean> {
  return looking(keeper, false, async () => {
    const { reportSheetName } = await import("../app/run-report");
    const { bookLanguage, language } = keeper.state();
    await workbook.showSheet(reportSheetName(title, bookLanguage ?? language), keeper.untilFree);
    return true;
  });
}

/** What the cell is of that the cursor is in. */
function atCursor<T>(
  keeper: BookKeeper,
  { workbook }: Surroundings,
  { none, look }: { readonly none: T; readonly look: (desk: Desk, cell: CellPlace) => Promise<T> },
): Promise<T> {
  return looking(keeper, none, async (desk) => {
    const cell = await workbook.selected();
    return cell === null ? none : look(desk, cell);
  });
}
