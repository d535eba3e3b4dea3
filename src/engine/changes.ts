import { covers } from "./address";
import type { Area } from "./address";
import type { Sheet } from "./sheet";
import type { Axis, SheetFeed, Written } from "./sheet-feed";
import type { Table } from "./table";

/** Cells that were written. */
export interface WrittenArea {
  readonly kind: Written;
  readonly sheet: Sheet;
  readonly area: Area;
}

/**
 * Cells that were put in or taken out: `area` is the block itself (whole rows or columns reach from end to
 * end). What stood there, or behind it in the direction of the axis, moved by `count`.
 */
export interface MovedCells {
  readonly kind: "insert" | "delete";
  readonly sheet: Sheet;
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
  readonly area: Area;
}

/** Rows or columns (both ends included) that became hidden or seen, wider or higher. */
export interface LinesLook {
  readonly kind: "lines";
  readonly sheet: Sheet;
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
}

/** A sheet was added, deleted, moved among its tabs, shown, hidden or renamed; `name` is the one it had. */
export interface SheetChange {
  readonly kind: "sheet";
  readonly did: "added" | "deleted" | "moved" | "renamed" | "shown";
  readonly sheet: Sheet;
  readonly name: string;
}

/** A table was added, deleted, renamed, or got other columns or another size; `name` is the one it had. */
export interface TableChange {
  readonly kind: "table";
  readonly did: "added" | "deleted" | "renamed" | "reshaped";
  readonly table: Table;
  readonly name: string;
}

/** Something else of a sheet (protection, filter, panes, rules) or of the workbook (names; sheet null). */
export interface SettingChange {
  readonly kind: "setting";
  readonly sheet: Sheet | null;
}

/** One thing that happened to a workbook. */
export type BookChange = WrittenArea | MovedCells | LinesLook | SheetChange | TableChange | SettingChange;

/** Someone who follows a workbook: takes in order what has happened since the last time. */
export interface ChangeReader {
  readonly take: () => readonly BookChange[];
  readonly close: () => void;
}

/** So many single areas a reader keeps; more are joined to the smallest rectangle round them. */
const mostAreas = 2048;

/**
 * What happens to a workbook. Writing costs nothing while nobody reads; neighbouring cells are joined as they
 * are written, so that a block written cell by cell is one change.
 */
export class ChangeFeed {
  private readonly readers: Pending[] = [];
  /** Someone reads. */
  isHeard = false;

  /** Follows the workbook from now on; `wake` is called once when there is something to take. */
  subscribe(wake: () => void = () => undefined): ChangeReader {
    const reader = new Pending(wake);
    this.readers.push(reader);
    this.isHeard = true;
    return { take: () => reader.take(), close: () => this.close(reader) };
  }

  /** Cells of a sheet were written. */
  written(kind: Written, sheet: Sheet, area: Area): void {
    for (const reader of this.readers) reader.write(kind, sheet, area);
  }

  /** Something else happened. */
  tell(change: BookChange): void {
    for (const reader of this.readers) reader.add(change);
  }

  /** Where that sheet tells what happens to it. */
  of(sheet: Sheet): SheetFeed {
    return new FeedOfSheet(this, sheet);
  }

  private close(reader: Pending): void {
    const at = this.readers.indexOf(reader);
    if (at >= 0) this.readers.splice(at, 1);
    this.isHeard = this.readers.length > 0;
  }
}

class FeedOfSheet implements SheetFeed {
  private readonly changes: ChangeFeed;
  private readonly sheet: Sheet;

  constructor(changes: ChangeFeed, sheet: Sheet) {
    this.changes = changes;
    this.sheet = sheet;
  }

  get isHeard(): boolean {
    return this.changes.isHeard;
  }

  written(kind: Written, area: Area): void {
    this.changes.written(kind, this.sheet, area);
  }

  lines(axis: Axis, { from, to }: { readonly from: number; readonly to: number }): void {
    this.changes.tell({ kind: "lines", sheet: this.sheet, axis, from, to });
  }

  shown(): void {
    this.changes.tell({ kind: "sheet", did: "shown", sheet: this.sheet, name: this.sheet.name });
  }

  setting(): void {
    this.changes.tell({ kind: "setting", sheet: this.sheet });
  }
}

/** What one reader has not taken yet. */
class Pending {
  private changes: BookChange[] = [];
  /** The changes before this one are separated from the later by one that is no written area. */
  private run = 0;
  private readonly wake: () => void;

  constructor(wake: () => void) {
    this.wake = wake;
  }

  take(): readonly BookChange[] {
    const taken = this.changes;
    this.changes = [];
    this.run = 0;
    return taken;
  }

  add(change: BookChange): void {
    this.changes.push(change);
    this.run = this.changes.length;
    if (this.changes.length === 1) this.wake();
  }

  write(kind: Written, sheet: Sheet, area: Area): void {
    const last = this.lastArea(1, kind, sheet);
    const joined = last === null ? null : joinedArea(last, area);
    if (joined === null) this.changes.push({ kind, sheet, area });
    else if (joined !== last) this.changes[this.changes.length - 1] = { kind, sheet, area: joined };
    this.joinLast(kind, sheet);
    if (this.changes.length - this.run > mostAreas) this.condense();
    if (this.changes.length === 1 && last === null) this.wake();
  }

  /** A row that is whole now may continue the rows above it. */
  private joinLast(kind: Written, sheet: Sheet): void {
    const last = this.lastArea(1, kind, sheet);
    const before = this.lastArea(2, kind, sheet);
    const joined = last === null || before === null ? null : joinedArea(before, last);
    if (joined !== null) this.changes.splice(-2, 2, { kind, sheet, area: joined });
  }

  private lastArea(back: number, kind: string, sheet: Sheet): Area | null {
    const at = this.changes.length - back;
    const change = at < this.run ? undefined : this.changes[at];
    if (change === undefined || change.kind !== kind) return null;
    return "area" in change && change.sheet === sheet ? change.area : null;
  }

  private condense(): void {
    const areas = new Map<Written, Map<Sheet, Area>>();
    for (const change of this.changes.splice(this.run)) {
      if (!isWritten(change)) continue;
      const known = areas.get(change.kind) ?? new Map<Sheet, Area>();
      const area = known.get(change.sheet);
      known.set(change.sheet, area === undefined ? change.area : around(area, change.area));
      areas.set(change.kind, known);
    }
    for (const [kind, found] of areas) {
      for (const [sheet, area] of found) this.changes.push({ kind, sheet, area });
    }
  }
}

function isWritten(change: BookChange): change is WrittenArea {
  return change.kind === "cells" || change.kind === "results" || change.kind === "formats";
}

/** Both as one rectangle: the first itself when it covers the second; null when they do not make one. */
function joinedArea(a: Area, b: Area): Area | null {
  if (covers(a, b)) return a;
  const isColumn = a.left === b.left && a.right === b.right && b.top <= a.bottom + 1 && a.top <= b.bottom + 1;
  if (isColumn) return around(a, b);
  return isRow(a, b) ? around(a, b) : null;
}

function isRow(a: Area, b: Area): boolean {
  return a.top === b.top && a.bottom === b.bottom && b.left <= a.right + 1 && a.left <= b.right + 1;
}

function around(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
