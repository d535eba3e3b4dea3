import type { Sheet } from "../../sheet";
import type { Table } from "../../table";
import type { Workbook } from "../../workbook";
import type { Evaluate, Read, Reason } from "./program";

/** Where a formula stands when it is made ready; other rows of its column use the same program. */
export interface Home {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  /** The table in whose body it stands. */
  readonly table: Table | null;
}

/** What has been found out about a formula so far. */
export class Draft {
  readonly home: Home;
  /** The cell that relative references count from: the home, or the first cell of the sheet within a name. */
  base: { readonly row: number; readonly column: number };
  readonly reads: Read[] = [];
  readonly calls = new Set<string>();
  /** Names of the workbook that it uses, each with its formula. */
  readonly names = new Map<string, string>();
  /** Names that are being worked out, so that none is worked out within itself. */
  readonly open = new Set<string>();
  /** What LET calls by a name, and the place where its value is kept. */
  readonly scope = new Map<string, number>();
  slots = 0;
  readsAnything = false;
  isTimed = false;
  seesHiddenRows = false;
  trouble: Reason | null = null;

  constructor(home: Home) {
    this.home = home;
    this.base = home;
  }

  /** Notes why the formula cannot be calculated. */
  fail(code: Reason["code"], what: string): Evaluate {
    this.trouble ??= { code, what };
    return () => null;
  }

  /** Notes that it reads more than can be told beforehand. */
  failOpen(code: Reason["code"], what: string): Evaluate {
    this.readsAnything = true;
    return this.fail(code, what);
  }
}
