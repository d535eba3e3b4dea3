import type { BookChange, ChangeReader, MovedCells } from "../../engine/changes";
import { followHeaderCells } from "../../engine/structure/header-cells";
import { type Shift, shiftedArea } from "../../engine/structure/shift";
import type { Workbook } from "../../engine/workbook";
import type { Calculation } from "./calculation";
import type { Ids } from "./ids";
import type { Places } from "./places";
import { takeInRows } from "./take-in-rows";

/** What must know of every change. */
export interface Followers {
  readonly ids: Ids;
  readonly places: Places;
  readonly calculation: Calculation;
}

/**
 * What happens to the workbook, whoever does it: ranges follow their cells, headers and tables what was
 * typed.
 */
export class Changes {
  private readonly reader: ChangeReader;
  private settled: BookChange[] = [];
  private isWoken = false;

  /** `wake` is called when something happened that nobody has taken yet. */
  constructor(
    private readonly book: Workbook,
    private readonly followers: Followers,
    wake: () => void,
  ) {
    this.reader = book.changes.subscribe(() => {
      this.isWoken = true;
      followers.calculation.touch();
      wake();
    });
  }

  /** Lets everything follow what has happened so far. Costs nothing when nothing has. */
  settle(): void {
    while (this.isWoken) {
      this.isWoken = false;
      for (const change of this.reader.take()) {
        this.follow(change);
        this.settled.push(change);
      }
    }
  }

  /** All that happened since the last time, in order. */
  take(): readonly BookChange[] {
    this.settle();
    const taken = this.settled;
    this.settled = [];
    return taken;
  }

  private follow(change: BookChange): void {
    if (change.kind === "insert" || change.kind === "delete") this.shift(change);
    else if (change.kind === "sheet" && change.did === "deleted") this.followers.places.forget(change.sheet);
    else if (change.kind === "table") this.followers.ids.follow(change.table);
    else if (change.kind === "cells") {
      followHeaderCells(this.book, change.sheet, change.area);
      takeInRows(this.book, change.sheet, change.area);
    }
  }

  private shift(change: MovedCells): void {
    const shift = shiftOf(change);
    for (const place of this.followers.places.all()) {
      const area = place.sheet === change.sheet ? place.areaOrNull : null;
      if (area !== null) place.move(shiftedArea(area, shift));
    }
  }
}

function shiftOf({ kind, axis, at, count, area }: MovedCells): Shift {
  const sides = axis === "rows" ? { from: area.left, to: area.right } : { from: area.top, to: area.bottom };
  return { kind, axis, at, count, ...sides };
}
