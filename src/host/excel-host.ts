import type { Workbook } from "../engine/workbook";
import { runBatch } from "./batch/run-batch";
import { Counters } from "./session/counters";
import { Ids } from "./session/ids";
import { Places } from "./session/places";
import { Selection } from "./session/selection";
import type { Session } from "./session/session";
import { type Batch, isBatch } from "./wire/batch";
import { byteLength } from "./wire/json";

/** What the host answers a request: the result of the batch as JSON text, or why it took none of it. */
export type Reply =
  | { readonly text: string }
  | { readonly refused: { readonly number: number; readonly code: string; readonly status: number } };

/** Excel as office.js sees it: takes batches, answers them over the workbook, tells what happened. */
export interface ExcelHost {
  readonly counters: Counters;
  /** Answers one request, as JSON text or as parsed; requests are answered one after the other. */
  process(request: string | Batch, flags: number): Promise<Reply>;
}

/** A host for that workbook. */
export function excelHost(book: Workbook): ExcelHost {
  const session: Session = {
    book,
    ids: new Ids(),
    places: new Places(),
    selection: new Selection(book),
    counters: new Counters(),
  };
  let before: Promise<unknown> = Promise.resolve();
  return {
    counters: session.counters,
    process: (request) => {
      const reply = before.then(() => answered(session, request));
      before = reply.catch(() => null);
      return reply;
    },
  };
}

function answered(session: Session, request: string | Batch): Reply {
  const batch: unknown = typeof request === "string" ? JSON.parse(request) : request;
  if (!isBatch(batch)) throw new Error("a request that is no batch");
  session.counters.batches++;
  if (typeof request === "string") session.counters.bytesIn += byteLength(request);
  const text = JSON.stringify(runBatch(session, batch));
  session.counters.bytesOut += byteLength(text);
  return { text };
}
