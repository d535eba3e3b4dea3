import { type AskedFigures, askedFigures } from "../domain/reports/asked-figures";
import { type FunctionTrouble, functionTrouble } from "../locales/worksheet-functions";
import type { Phase } from "../open-book/book-state";
import type { OpenBook } from "../open-book/open-book";
import { answerCall, type CallAnswer } from "./answer-call";
import { functionDefinitions, type FunctionDefinition } from "./definitions";

/** What Excel hands a streaming function behind its arguments. */
export interface Invocation {
  setResult(result: unknown): void;
  /** Called by Excel once nobody wants results any more; set by us. */
  onCanceled?: (() => void) | undefined;
}

/** The host's own value for an error of a cell, which it shows with what it means. */
export type CellFailure = (error: "#N/A" | "#VALUE!", message: string) => unknown;

/** A function as the host calls it: its arguments, then the invocation. */
export type StreamingFunction = (...called: readonly unknown[]) => void;

/** What the functions are made over. */
export interface FunctionSurroundings {
  readonly book: OpenBook;
  readonly failure: CellFailure;
  /** Does something after so many milliseconds, unless it is stopped before. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

/** One cell that waits for results. */
interface Call {
  readonly definition: FunctionDefinition;
  readonly given: readonly unknown[];
  readonly invocation: Invocation;
  /** What was last told, as text; so that nothing is told twice. */
  told: string;
}

const MINUTE = 60_000;

/** Codes that were typed wrong or not at all are #VALUE!; a figure that is not there, or not yet, is #N/A. */
const WRONG: ReadonlySet<FunctionTrouble> = new Set(["item", "warehouse", "partner", "day", "blank"]);

/**
 * The worksheet functions by id. Each call is answered at once with what is known, #N/A while the book is
 * being read, and again when it or the day changes: all calls in one wave, and only those whose result is
 * another.
 */
export function worksheetFunctions(
  surroundings: FunctionSurroundings,
): ReadonlyMap<string, StreamingFunction> {
  const wave = new Wave(surroundings);
  return new Map(
    functionDefinitions.map((definition) => [
      definition.id,
      (...called: readonly unknown[]): void => {
        const invocation = called.at(-1);
        if (!isInvocation(invocation)) throw new Error(`${definition.id} was called without an invocation`);
        wave.add({ definition, given: called.slice(0, -1), invocation, told: "" });
      },
    ]),
  );
}

function isInvocation(value: unknown): value is Invocation {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "setResult") === "function";
}

class Wave {
  private readonly calls = new Set<Call>();
  private figures: { readonly revision: number; readonly asked: AskedFigures } | null = null;
  private seen = "";
  private stop: (() => void) | null = null;
  private stopLooking = (): void => undefined;

  constructor(private readonly surroundings: FunctionSurroundings) {}

  add(call: Call): void {
    const { book } = this.surroundings;
    this.calls.add(call);
    call.invocation.onCanceled = () => this.remove(call);
    this.tell(call);
    if (this.stop !== null) return;
    this.stop = book.subscribe(() => this.hear());
    this.lookAtTheDay();
  }

  /** Calls that name no day are of today, and a day turns without anybody changing the book. */
  private lookAtTheDay(): void {
    this.stopLooking = this.surroundings.after(MINUTE, () => {
      this.hear();
      this.lookAtTheDay();
    });
  }

  private remove(call: Call): void {
    this.calls.delete(call);
    if (this.calls.size > 0) return;
    this.stop?.();
    this.stop = null;
    this.stopLooking();
  }

  /** Most changes of the state are no change of the figures. */
  private hear(): void {
    const { book } = this.surroundings;
    const { revision, phase } = book.state();
    const now = `${revision} ${phase.is} ${book.today()}`;
    if (now === this.seen) return;
    this.seen = now;
    for (const call of this.calls) this.tell(call);
  }

  private tell(call: Call): void {
    const answer = this.answer(call);
    const told = JSON.stringify(answer);
    if (told === call.told) return;
    call.told = told;
    call.invocation.setResult("figure" in answer ? answer.figure : this.failure(answer));
  }

  private answer({ definition, given }: Call): CallAnswer {
    const { book } = this.surroundings;
    const ledgers = book.ledgers();
    const { revision, phase } = book.state();
    if (ledgers === null) return { trouble: troubleOf(phase) };
    if (this.figures?.revision !== revision) this.figures = { revision, asked: askedFigures(ledgers) };
    return answerCall(definition, given, { figures: this.figures.asked, today: book.today() });
  }

  private failure({ trouble, facts }: Extract<CallAnswer, { readonly trouble: FunctionTrouble }>): unknown {
    const message = functionTrouble(this.surroundings.book.state().language, trouble, facts);
    return this.surroundings.failure(WRONG.has(trouble) ? "#VALUE!" : "#N/A", message);
  }
}

function troubleOf({ is }: Phase): FunctionTrouble {
  if (is === "none" || is === "broken") return is;
  return is === "trouble" ? "unreadable" : "loading";
}
