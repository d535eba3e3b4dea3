import type { Sheet } from "../../engine/sheet";
import { refusal } from "../host-error";
import type { Place } from "./place";

/** The ranges that office.js holds on to, by reference id, and those of the batch that runs. */
export class Places {
  private readonly kept = new Map<string, Place>();
  private readonly ids = new Map<Place, string>();
  private passing: Place[] = [];
  private count = 0;

  /** A range that lives as long as the batch, unless it is kept. */
  pass(place: Place): void {
    this.passing.push(place);
  }

  /** The batch is over: what was not kept is forgotten. */
  endBatch(): void {
    this.passing = [];
  }

  /** Holds a range until its id is given back. */
  keep(place: Place): string {
    const known = this.ids.get(place);
    if (known !== undefined) return known;
    const id = `range-${++this.count}`;
    this.kept.set(id, place);
    this.ids.set(place, id);
    return id;
  }

  idOf(place: Place): string | null {
    return this.ids.get(place) ?? null;
  }

  find(id: string): Place | null {
    return this.kept.get(id) ?? null;
  }

  get(id: string): Place {
    const place = this.find(id);
    if (place === null) throw refusal("InvalidReference", "This reference is no longer held.");
    return place;
  }

  remove(id: string): void {
    const place = this.kept.get(id);
    if (place === undefined) return;
    this.kept.delete(id);
    this.ids.delete(place);
  }

  clear(): void {
    this.kept.clear();
    this.ids.clear();
  }

  get keptCount(): number {
    return this.kept.size;
  }

  /** The sheet is gone, and with it every range on it. */
  forget(sheet: Sheet): void {
    for (const place of this.all()) if (place.sheet === sheet) place.move(null);
  }

  /** Every range that must follow its cells. */
  *all(): Iterable<Place> {
    const kept = new Set(this.kept.values());
    yield* kept;
    for (const place of this.passing) if (!kept.has(place)) yield place;
  }
}
