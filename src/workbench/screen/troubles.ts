import { protectSheet } from "../../engine/sheet-settings";
import type { Moods } from "../../host/session/moods";
import type { Session } from "./session";

/** What the host can be made to be like, as the developer's menu names it. */
export type Trouble = "payload" | "readOnly" | "protected" | "slow";

/** Every trouble, as the menu lists them. */
export const TROUBLES: readonly Trouble[] = ["payload", "readOnly", "protected", "slow"];

const SMALL_MESSAGE = 64 * 1024;
const SLOW = 400;

/** A book opened after another finds the host in the same moods: what was asked for is not forgotten. */
export function takeOver(moods: Moods, former: Moods): void {
  moods.requestLimit = former.requestLimit;
  moods.responseLimit = former.responseLimit;
  moods.isReadOnly = former.isReadOnly;
  moods.latency = former.latency;
}

/** Excel's moods as they are now, and how they are changed. */
export class Troubles {
  constructor(private readonly session: Session) {}

  present(): ReadonlySet<Trouble> {
    const { file, sheet } = this.session.screen;
    const { moods } = file.host;
    const present = new Set<Trouble>();
    if (moods.requestLimit !== null) present.add("payload");
    if (moods.isReadOnly) present.add("readOnly");
    if (sheet.protection !== null) present.add("protected");
    if (moods.latency > 0) present.add("slow");
    return present;
  }

  /** Exactly these from now on. */
  set(wanted: readonly string[]): void {
    const { file, sheet } = this.session.screen;
    const { moods } = file.host;
    const limit = wanted.includes("payload") ? SMALL_MESSAGE : null;
    moods.requestLimit = limit;
    moods.responseLimit = limit;
    moods.isReadOnly = wanted.includes("readOnly");
    moods.latency = wanted.includes("slow") ? SLOW : 0;
    const isProtected = wanted.includes("protected");
    if (isProtected !== (sheet.protection !== null))
      protectSheet(sheet, isProtected ? { allowed: [], password: "" } : null);
    this.session.screen.refresh();
  }

  /** One of the add-in's next actions is to fail. */
  get willFail(): boolean {
    return this.session.screen.file.host.moods.willFail;
  }

  /** The n-th action of the add-in from now on fails. */
  failAt(action: number): void {
    this.session.screen.file.host.moods.failAt(action);
  }

  /** Someone else writes into the active cell, as a co-author would. */
  secondClient(): void {
    const { screen, words } = this.session;
    const { sheet, selected } = screen;
    void screen.file.host.secondClient(() => {
      sheet.write(selected.active.row, selected.active.column, words.mood.secondValue);
    });
  }
}
