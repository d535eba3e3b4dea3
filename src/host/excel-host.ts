import type { Recalculation } from "../engine/formulas/calculate/calculator";
import type { Workbook } from "../engine/workbook";
import { Commands } from "./add-in/commands";
import type { FunctionResult } from "./add-in/custom-functions";
import { Keyboard } from "./add-in/keyboard";
import type { Pane } from "./add-in/pane";
import type { Ribbon } from "./add-in/ribbon";
import type { Settings } from "./add-in/settings";
import type { PushListener } from "./events/pushes";
import { tellSelection } from "./events/tell-selection";
import { type Asked, Exchange, type HostOptions } from "./exchange";
import type { Reply } from "./reply";
import type { Counters } from "./session/counters";
import type { Moods } from "./session/moods";
import { openSession } from "./session/open-session";
import type { Selection } from "./session/selection";
import type { Batch } from "./wire/batch";
import type { Json } from "./wire/json";

/** Excel as office.js sees it: takes batches, answers them over the workbook, tells what happened. */
export interface ExcelHost {
  readonly book: Workbook;
  readonly moods: Moods;
  readonly counters: Counters;
  readonly commands: Commands;
  readonly ribbon: Ribbon;
  readonly settings: Settings;
  readonly pane: Pane;
  /** Keys that are pressed in the pane and concern the window round it. */
  readonly keyboard: Keyboard;
  /** What is in front and selected: the page that shows the workbook reads and writes it too. */
  readonly selection: Selection;
  /** What strict mode has to say. */
  readonly remarks: readonly string[];
  /** Answers one request. Requests are answered one after the other; events follow the answer. */
  exchange(asked: Asked, answer: (reply: Reply) => void): Promise<void>;
  /** The same with the answer as a promise; `flags` as on the wire. */
  process(request: string | Batch, flags: number): Promise<Reply>;
  /** Hears events from now on, until the answer is called. */
  onPush(listener: PushListener): () => void;
  /** Lets headers and tables follow at once what the user has just typed, so that it is one step with it. */
  settle(): void;
  /** Another person's edit of the workbook, between two batches. */
  secondClient(edit: (book: Workbook) => void): Promise<void>;
  /** Formulas that the host cannot calculate, and why. */
  notEvaluated(): Recalculation["notEvaluated"];
  /** Calls a worksheet function of the add-in's as a cell does. */
  call(functionId: string, args: readonly Json[], address?: string): Promise<FunctionResult>;
}

/** A host for that workbook. */
export function excelHost(book: Workbook, options: HostOptions = {}): ExcelHost {
  const session = openSession(book, {
    fileName: options.fileName ?? "book.xlsx",
    locale: options.locale ?? "zh-CN",
    moment: options.moment ?? (() => null),
    addInFunctions: options.functions ?? null,
    wake: () => exchange.wake(),
  });
  const { moods, counters, ribbon, settings, remarks, pushes, functions, pane, selection } = session;
  const exchange = new Exchange(session, options);
  selection.listen(() => {
    tellSelection(session);
    exchange.wake();
  });
  return {
    ...{ book, moods, counters, ribbon, settings, pane, selection, remarks },
    ...{ commands: new Commands(), keyboard: new Keyboard() },
    exchange: (asked, answer) => exchange.take(asked, answer),
    process: (request, flags) =>
      new Promise((resolve, reject) => {
        exchange.take({ request, flags, bytes: null }, resolve).catch(reject);
      }),
    onPush: (listener) => pushes.listen(listener),
    notEvaluated: () => session.calculation.notEvaluated,
    settle: () => session.changes.settle(),
    secondClient: (edit) => exchange.aside("other", () => edit(book)),
    call: (id, args, address = "") => {
      const result = functions.call({ id, args, address });
      pushes.deliver();
      return result;
    },
  };
}
