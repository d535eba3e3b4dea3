import type { Pushes } from "../events/pushes";
import { isJsonList, isJsonObject, type Json, textIn } from "../wire/json";

/** What a custom function answered: a value, or the error that its cell shows. */
export type FunctionResult = { readonly value: Json } | { readonly error: string; readonly message: string };

/** A call of a function: its id as in the add-in's metadata, ranges as lists of rows, the cell's address. */
export interface FunctionCall {
  readonly id: string;
  readonly args: readonly Json[];
  readonly address: string;
}

type Listener = (result: FunctionResult) => void;

/** Numbers of errors on the wire. */
const errors: Readonly<Partial<Record<number, string>>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

/** What the flags of a call say: it can be cancelled, and it may answer many times. */
const [plain, streaming] = [0, 3];

/** Calls of the add-in's worksheet functions that are on their way. */
export class CustomFunctions {
  private readonly running = new Map<number, Listener>();
  private readonly readied = new Set<() => void>();
  private count = 0;
  private ready = false;

  constructor(private readonly pushes: Pushes) {}

  /** The add-in has said that it takes calls. */
  get isReady(): boolean {
    return this.ready;
  }

  /** Is told each time that an add-in is ready, or has gone. */
  listen(listener: () => void): void {
    this.readied.add(listener);
  }

  /** An add-in is ready to be called, or (false) gone with all that it was to answer. */
  makeReady(isReady: boolean): void {
    if (!isReady) this.running.clear();
    this.ready = isReady;
    for (const listener of this.readied) listener();
  }

  /** Calls a function once. */
  call(call: FunctionCall): Promise<FunctionResult> {
    return new Promise((resolve) => {
      const invocation = this.start(call, plain, (result) => {
        this.running.delete(invocation);
        resolve(result);
      });
    });
  }

  /** Calls a function that answers again whenever its result changes, until the answer is called. */
  stream(call: FunctionCall, listener: Listener): () => void {
    const invocation = this.start(call, streaming, listener);
    return () => {
      if (this.running.delete(invocation)) this.pushes.addCancel({ invocationId: invocation });
    };
  }

  /** Results as office.js sends them: `[id, true, value, …]` or `[id, false, message, code]`. */
  answered(results: readonly Json[]): void {
    for (const result of results) if (isJsonList(result)) this.answeredOne(result);
  }

  private start({ id, args, address }: FunctionCall, flags: number, listener: Listener): number {
    const invocation = ++this.count;
    this.running.set(invocation, listener);
    this.pushes.addCall([invocation, id.toUpperCase(), args, address, flags]);
    return invocation;
  }

  private answeredOne([id, isDone, value = null, code = null]: readonly Json[]): void {
    const listener = this.running.get(Number(id));
    listener?.(isDone === true ? resultOf(value) : failure(code, value));
  }
}

/** A streamed error comes as a value that says so. */
function resultOf(value: Json): FunctionResult {
  if (isJsonObject(value) && "code" in value) {
    return { error: textIn(value["code"]) || "#VALUE!", message: textIn(value["message"]) };
  }
  return { value };
}

function failure(code: Json, message: Json): FunctionResult {
  return { error: errors[Number(code)] ?? "#VALUE!", message: textIn(message) };
}
