import type { Answer, Desk } from "../app/desk";
import type { GivenRow } from "../app/options";
import type { Place } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import type { BalanceLists } from "../domain/reports/balance-lists";
import type { RowBehind } from "../domain/reports/rows-behind";
import type { Balance, BookState, Outcome, View } from "./book-state";

/** The one open book, which pane, ribbon and worksheet functions share. */
export interface OpenBook {
  /** As it stands; the same object until something changes. */
  state(): BookState;
  /** Calls the listener once after every change; answers how to stop. */
  subscribe(listener: () => void): () => void;

  /** Reads the book anew, all of it; the first time it is called by itself when someone subscribes. */
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

  /** Makes the tables that are missing beside a user's own sheets, in that language. */
  create(language: Language): Promise<Outcome>;
  /** Selects the cell of a finding or the row behind a balance; false where it is no longer there. */
  select(place: Place): Promise<boolean>;
  /**
   * Every balance of what is posted; null while nothing is open. The same object until the revision grows.
   */
  balances(): BalanceLists | null;
  /** The posted rows that make up a balance, in business order; empty where there are none. */
  rowsBehind(balance: Balance): readonly RowBehind[];

  /** Asks the pane to show something. */
  show(view: View, balance?: Balance): void;
  /** Speaks that language from now on, on this device; the book keeps its own. */
  setLanguage(language: Language): void;
  /** Who works here from now on, on this device. */
  setUser(name: string): void;
}
