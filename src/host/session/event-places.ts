import type { Place } from "./place";
import type { Places } from "./places";

/** So many ranges of past events can still be asked for. */
const most = 256;

/** The ranges that events speak of, held for a while so that a handler can ask for them. */
export class EventPlaces {
  private readonly ids: string[] = [];

  constructor(private readonly places: Places) {}

  keep(place: Place): string {
    const id = this.places.keep(place);
    this.ids.push(id);
    const oldest = this.ids.length > most ? this.ids.shift() : undefined;
    if (oldest !== undefined) this.places.remove(oldest);
    return id;
  }
}
