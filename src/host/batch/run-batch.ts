import { HostError, refusal } from "../host-error";
import { asHostError } from "./as-host-error";
import type { Thing } from "../objects/thing";
import { Place } from "../session/place";
import type { Session } from "../session/session";
import { type Action, actionTypes, type Batch } from "../wire/batch";
import { isJsonObject, type Json } from "../wire/json";
import { call, idOf, setScalar } from "./members";
import { Paths } from "./paths";
import { remarkOn } from "./strict";
import { query } from "./query";

/** Runs the actions of a batch one after the other and answers each; stops at the first that is refused. */
export function runBatch(session: Session, batch: Batch): Json {
  const run: Run = { session, paths: new Paths(batch, session), results: [], traces: [] };
  const trouble = runActions(run, batch.Actions);
  session.places.endBatch();
  const done = { Results: run.results, TraceIds: run.traces };
  if (trouble === null) return done;
  return { Results: [], Error: trouble, ProcessedResults: done, TraceIds: run.traces };
}

interface Run {
  readonly session: Session;
  readonly paths: Paths;
  readonly results: Json[];
  readonly traces: number[];
}

/** What stopped the batch; null = nothing. Earlier actions stay done, as in Excel. */
function runActions(run: Run, actions: readonly Action[]): Json {
  let index = 0;
  try {
    for (; index < actions.length; index++) {
      run.session.counters.actions++;
      run.results.push({ ActionId: actions[index].Id, Value: act(run, actions[index]) });
    }
    return null;
  } catch (error) {
    return troubleAt(index, actions[index], asHostError(error));
  }
}

function act(run: Run, action: Action): Json {
  const failure = run.session.moods.nextAction();
  if (failure !== null) throw new HostError(failure, "The action was made to fail.");
  if (action.ActionType === actionTypes.trace) {
    run.traces.push(action.Id);
    return null;
  }
  const thing = run.paths.resolve(action.ObjectPathId);
  if (run.session.moods.isStrict) remarkOn(run.session, thing, action);
  if (thing === null) return null;
  if (asks.has(action.ActionType)) run.session.changes.settle();
  const deed = deeds.get(action.ActionType);
  if (deed === undefined) throw refusal("NotImplemented", `An action of type ${action.ActionType}.`);
  return deed(run, thing, action);
}

/** What looks at more than cells must see what earlier actions did to ranges and tables. */
const asks: ReadonlySet<number> = new Set([actionTypes.query, actionTypes.queryAsJson, actionTypes.method]);

type Deed = (run: Run, thing: Thing, action: Action) => Json;

const deeds: ReadonlyMap<number, Deed> = new Map([
  [actionTypes.instantiate, instantiated],
  [actionTypes.query, loaded("wire")],
  [actionTypes.queryAsJson, loaded("author")],
  [actionTypes.method, called],
  [actionTypes.setProperty, set],
  [actionTypes.update, updated],
]);

/** What office.js must know of an object to find it again. */
function instantiated({ session }: Run, thing: Thing): Json {
  const id = idOf(thing, session);
  if (id !== null) return { Id: id };
  const reference = thing.self instanceof Place ? session.places.idOf(thing.self) : null;
  return reference === null ? {} : { _ReferenceId: reference };
}

function loaded(spelling: "wire" | "author"): Deed {
  return ({ session }, thing, action) => query(thing, action.QueryInfo ?? {}, { session, spelling });
}

function called({ session, paths }: Run, thing: Thing, action: Action): Json {
  return call(thing, { name: action.Name, given: paths.arguments(action.ArgumentInfo) }, session);
}

function set({ session }: Run, thing: Thing, action: Action): Json {
  setScalar(thing, { name: action.Name, value: action.ArgumentInfo?.Arguments?.[0] ?? null }, session);
  return null;
}

/** Sets every property that the object given names, spelled as authors do. */
function updated({ session }: Run, thing: Thing, { ObjectState: state = null }: Action): Json {
  if (!isJsonObject(state)) throw refusal("InvalidArgument", "An update must be an object.");
  for (const [key, value] of Object.entries(state)) {
    setScalar(thing, { name: key.charAt(0).toUpperCase() + key.slice(1), value }, session);
  }
  return null;
}

function troubleAt(index: number, action: Action, error: HostError): Json {
  return {
    Code: error.code,
    Message: error.message,
    HttpStatusCode: error.status,
    ActionIndex: index,
    Location: action.Name,
  };
}
