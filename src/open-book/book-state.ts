import type { Finding } from "../domain/kernel/finding";
import type { Language } from "../domain/kernel/title";
import type { Balance } from "../domain/reports/rows-behind";

export type { Balance } from "../domain/reports/rows-behind";

/** How much is in the registers of the book. */
export interface Counts {
  /** Rows of the registers that hold something. */
  readonly rows: number;
  /** Documents posted, void ones left out. */
  readonly documents: number;
  /** Documents not yet posted. */
  readonly drafts: number;
}

/** What all balances come to: money in units of currency, signs as people say them (debts positive). */
export interface Totals {
  readonly stockValue: number;
  readonly receivable: number;
  readonly payable: number;
  readonly cash: number;
}

/**
 * Where the open book stands. `loading`: its tables are being read, `done` from 0 to 1; while a cell is being
 * edited that waits until the user leaves it. `none`: the workbook
 * has no table of a book; `create` makes them beside a user's own sheets. `broken`: tables or key columns are
 * missing; `repair` mends what it can. `trouble`: the workbook cannot be read now (what it `thrown` says that
 * in any language). `open`: all is there.
 */
export type Phase =
  | { readonly is: "loading"; readonly done: number; readonly waitingForCell: boolean }
  | { readonly is: "none" }
  | { readonly is: "broken"; readonly findings: readonly Finding[] }
  | { readonly is: "trouble"; readonly finding: Finding; readonly thrown: unknown }
  | { readonly is: "open"; readonly counts: Counts; readonly totals: Totals };

/** An action under way. */
export interface Busy {
  readonly verb: string;
  /** From 0 to 1; 0 where nothing is known. */
  readonly done: number;
  /** It can be stopped now and leave the book as it was. */
  readonly canCancel: boolean;
  /** A cell is being edited; the action goes on once the user leaves it. */
  readonly waitingForCell: boolean;
}

/** What an action came to: as the action answers it; value null = not done and the book is as it was. */
export interface Outcome<T extends object = object> {
  readonly verb: string;
  readonly value: T | null;
  readonly findings: readonly Finding[];
  /** The user stopped it. */
  readonly isCancelled: boolean;
  /** What the workbook refused it with, to be said anew in another language. */
  readonly thrown?: unknown;
}

/** What the pane is asked to show: by a ribbon button, a shortcut or a menu. */
export type View =
  "start" | "findings" | "post" | "recompute" | "balances" | "reports" | "correct" | "months" | "verify";

/** A request to the pane; a new object each time, so that the same view can be asked for again. */
export interface Shown {
  readonly view: View;
  /** For `balances`: the balance whose rows are asked for; null = the list. */
  readonly balance: Balance | null;
  /** The rows behind a cell were asked for that belongs to no balance. */
  readonly isMissed: boolean;
}

/** All that the pane shows of the open book; a new object after every change, never changed itself. */
export interface BookState {
  readonly phase: Phase;
  /** The language the program speaks, kept per device. */
  readonly language: Language;
  /** The language the book is written in; null where there is none. */
  readonly bookLanguage: Language | null;
  /** Which row of its sheet, counted from 1, is the first of each table's body, by the table's id. */
  readonly firstRows: ReadonlyMap<string, number>;
  /** Who works here, as declared on this device, not verified; "" = nobody said. */
  readonly user: string;
  readonly busy: Busy | null;
  /** The workbook cannot be written, as it was when it was last asked. */
  readonly isReadOnly: boolean;
  /** Changed by others or by hand since it was last read; what is shown may be old until the next action. */
  readonly isStale: boolean;
  /** The user wants to be taken to a place, and a cell is being edited: it goes on once it is left. */
  readonly waitsForCell: boolean;
  /** What the last check or posting found, place by place; null = not checked since it was opened. */
  readonly findings: readonly Finding[] | null;
  /** Others changed tables, or somebody by hand, after `findings` were found; so until the next check. */
  readonly areFindingsOld: boolean;
  /** The last action that came to an end, whoever started it; null = none yet. */
  readonly last: Outcome | null;
  readonly shown: Shown;
  /** Grows with every reading that found something new: what was worked out from the book before is old. */
  readonly revision: number;
  /** Version of the program. */
  readonly version: string;
}
