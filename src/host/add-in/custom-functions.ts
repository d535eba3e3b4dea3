import type { Pushes } from "../events/pushes";
import { isJsonList, type Json, textIn } from "../wire/json";

/** What a custom function answered: a value, or the error that its cell shows. */
export type FunctionResult = { readonly value: Json } | { readonly error: string; readonly message: string };

const errors: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

/** Calls of the add-in's worksheet functions that are on their way. */
export class CustomFunctions {
  private readonly running = new Map<number, (result: FunctionResult) => void>();
  private count = 0;
  /** The add-in has said that it takes calls. */
  isReady = false;

  constructor(private readonly pushes: Pushes) {}

  /** Calls a function as a cell does. `id` as in the add-in's metadata; ranges are lists of rows. */
  call(id: string, args: readonly Json[], address = ""): Promise<FunctionResult> {
    const invocation = ++this.count;
    const noFlags = 0;
    this.pushes.addCall([invocation, id.toUpperCase(), args, address, noFlags]);
    return new Promise((resolve) => this.running.set(invocation, resolve));
  }

  /** Results as office.js sends them: `[id, true, value, …]` or `[id, false, message, code]`. */
  answered(results: readonly Json[]): void {
    for (const result of results) if (isJsonList(result)) this.answeredOne(result);
  }

  private answeredOne([id, isDone, value = null, code = null]: readonly Json[]): void {
    const done = this.running.get(Number(id));
    this.running.delete(Number(id));
    if (isDone === true) done?.({ value });
    else done?.({ error: errors[Number(code)] ?? "#VALUE!", message: textIn(value) });
  }
}
