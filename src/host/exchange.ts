import type { CalculationMoment } from "../engine/formulas/world";
import type { AddInFunctions } from "./add-in/cell-functions";
import { runBatch } from "./batch/run-batch";
import { tellChanges } from "./events/tell-changes";
import type { Doer } from "./events/telling";
import { editingCell, type Refused, type Reply, requestTooLarge, responseTooLarge } from "./reply";
import type { Locale } from "./session/words";
import type { Session } from "./session/session";
import { type Batch, isBatch } from "./wire/batch";
import { byteLength, type Json } from "./wire/json";

/** A request: its batch, as JSON text or parsed, and its flags. */
export interface Asked {
  readonly request: string | Batch;
  readonly flags: number;
  /** Length of the message that brought it, in bytes; null = that of its text. */
  readonly bytes: number | null;
}

/** What the host is given of the world. */
export interface HostOptions {
  /** Done after so many milliseconds: a timer. Without one the host knows no latency. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** The local day and time, for TODAY and NOW; absent = they are not calculated. */
  readonly moment?: () => CalculationMoment | null;
  /** The worksheet functions of the add-in, as formulas call them; absent = none. */
  readonly functions?: AddInFunctions;
  /** The workbook's file; absent = `book.xlsx`. */
  readonly fileName?: string;
  /** The language that Excel is in; absent = Chinese. */
  readonly locale?: Locale;
}

/** Of a request that would rather wait than be refused while a cell is edited. */
const waitsForCellEdit = 64;

/** The order in which requests and edits from elsewhere are taken: one at a time. */
export class Exchange {
  private before: Promise<unknown> = Promise.resolve();
  private isWorking = false;

  constructor(
    private readonly session: Session,
    private readonly options: HostOptions,
  ) {}

  /** Takes one request in its turn; what it caused is told after the answer. */
  async take(asked: Asked, answer: (reply: Reply) => void): Promise<void> {
    const { moods } = this.session;
    const waits = (asked.flags & waitsForCellEdit) !== 0;
    if (moods.isEditingCell && !waits) {
      answer({ refused: editingCell });
      return;
    }
    await this.inTurn(async () => {
      if (moods.latency > 0) await this.options.wait?.(moods.latency);
      if (waits) await moods.endOfEdit();
      answer(moods.isEditingCell ? { refused: editingCell } : this.answered(asked));
      await this.options.wait?.(0);
      this.session.pushes.deliver();
    });
  }

  /** Does something that no request asked for, between two requests. */
  async aside(doer: Doer, work: () => void): Promise<void> {
    await this.inTurn(async () => {
      this.work("user", () => undefined);
      this.work(doer, work);
      this.session.pushes.deliver();
    });
  }

  /** Someone has edited the workbook: those who listen are told, in their turn. */
  wake(): void {
    if (!this.isWorking) void this.aside("user", () => undefined);
  }

  private work(doer: Doer, work: () => void): void {
    this.isWorking = true;
    try {
      work();
    } finally {
      this.session.changes.settle();
      this.session.calculation.endBatch();
      tellChanges(this.session, doer);
      this.isWorking = false;
    }
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.before.then(work);
    this.before = turn.catch(() => undefined);
    return turn;
  }

  private answered({ request, bytes }: Asked): Reply {
    const { counters, moods } = this.session;
    const length = bytes ?? byteLength(typeof request === "string" ? request : JSON.stringify(request));
    counters.batches++;
    counters.bytesIn += length;
    if (exceeds(length, moods.requestLimit)) return refused(requestTooLarge);
    const text = JSON.stringify(this.ran(parsed(request)));
    const answerLength = byteLength(text);
    counters.bytesOut += answerLength;
    return exceeds(answerLength, moods.responseLimit) ? refused(responseTooLarge) : { text };
  }

  private ran(batch: Batch): Json {
    let result: Json = null;
    this.work("user", () => undefined);
    this.work("add-in", () => (result = runBatch(this.session, batch)));
    return result;
  }
}

function parsed(request: string | Batch): Batch {
  const batch: unknown = typeof request === "string" ? JSON.parse(request) : request;
  if (!isBatch(batch)) throw new Error("a request that is no batch");
  return batch;
}

function exceeds(length: number, limit: number | null): boolean {
  return limit !== null && length > limit;
}

function refused(why: Refused): Reply {
  return { refused: why };
}
