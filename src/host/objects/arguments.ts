import { refusal } from "../host-error";
import { Place } from "../session/place";
import type { Json } from "../wire/json";
import type { Thing } from "./thing";

/** The arguments of one call, by place. What does not fit is refused with InvalidArgument. */
export class Arguments {
  constructor(
    private readonly values: readonly Json[],
    /** The objects among them, by place. */
    private readonly things: readonly (Thing | null)[] = [],
  ) {}

  /** The argument as it came; null where it was left out. */
  json(index: number): Json {
    return this.values[index] ?? null;
  }

  isGiven(index: number): boolean {
    return this.json(index) !== null || (this.things[index] ?? null) !== null;
  }

  text(index: number): string {
    const value = this.json(index);
    if (typeof value !== "string") throw refused(index, "a text");
    return value;
  }

  textOr<T>(index: number, fallback: T): string | T {
    return this.isGiven(index) ? this.text(index) : fallback;
  }

  whole(index: number): number {
    const value = this.json(index);
    if (typeof value !== "number" || !Number.isInteger(value)) throw refused(index, "a whole number");
    return value;
  }

  wholeOr(index: number, fallback: number): number {
    return this.isGiven(index) ? this.whole(index) : fallback;
  }

  flag(index: number, fallback = false): boolean {
    const value = this.json(index);
    if (value === null) return fallback;
    if (typeof value !== "boolean") throw refused(index, "true or false");
    return value;
  }

  thing(index: number): Thing | null {
    return this.things[index] ?? null;
  }

  /** The range given as an object; null where it is something else. */
  placeOrNull(index: number): Place | null {
    const self = this.things[index]?.self;
    return self instanceof Place ? self : null;
  }
}

function refused(index: number, wanted: string): Error {
  return refusal("InvalidArgument", `Argument ${index + 1} is not ${wanted}.`);
}
