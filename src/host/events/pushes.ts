import type { Json } from "../wire/json";

/** One event on its way to office.js: category, type, target id, its JSON, a running number. */
export type Push = readonly [number, number, string, string, number];

/** Takes events to office.js. */
export type PushListener = (pushes: readonly Push[]) => void;

/** The category of events, and that of calls of custom functions. */
export const pushCategories = { customFunction: 1, event: 65_536 } as const;

/** Events that wait to be delivered, and who delivers them. */
export class Pushes {
  private readonly listeners = new Set<PushListener>();
  private waiting: Push[] = [];
  private count = 0;

  /** Hears every event from now on, until the answer is called. */
  listen(listener: PushListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Lets an event wait for its delivery. */
  add(type: number, target: string, value: Json): void {
    this.waiting.push([pushCategories.event, type, target, JSON.stringify(value), ++this.count]);
  }

  /** Lets the call of a custom function wait for its delivery. */
  addCall(value: Json): void {
    const callType = 1000;
    this.waiting.push([pushCategories.customFunction, callType, "", JSON.stringify(value), ++this.count]);
  }

  /** Lets the cancelling of such a call wait for its delivery. */
  addCancel(value: Json): void {
    const cancelType = 1001;
    this.waiting.push([pushCategories.customFunction, cancelType, "", JSON.stringify(value), ++this.count]);
  }

  /** Delivers what waits, in order. */
  deliver(): void {
    if (this.waiting.length === 0) return;
    const pushes = this.waiting;
    this.waiting = [];
    for (const listener of this.listeners) listener(pushes);
  }
}
