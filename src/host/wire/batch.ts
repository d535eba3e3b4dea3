import { isJsonObject, type Json } from "./json";

/** Path ids that stand for arguments: 0 = the argument is a value; lists for lists of arguments. */
export type ReferencedIds = number | null | readonly ReferencedIds[];

/** The arguments of a method or an indexer, by place; trailing optional ones come as null. */
export interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  readonly ReferencedObjectPathIds?: readonly ReferencedIds[] | null;
}

/** What a load asks for. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** One action of a batch; `ActionType` is one of `actionTypes`. */
export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Json;
}

/** How an object is reached; `ObjectPathType` is one of `pathTypes`. */
export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

/** What one `context.sync()` sends. */
export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath | undefined>>;
}

/** The kinds of action by their number on the wire. */
export const actionTypes = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

/** The kinds of path by their number on the wire. */
export const pathTypes = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** True for the body of a request as office.js builds it. */
export function isBatch(body: unknown): body is Batch {
  if (!isJsonObject(body)) return false;
  const { Actions: actions, ObjectPaths: paths } = body;
  return Array.isArray(actions) && actions.every(isAction) && isJsonObject(paths);
}

function isAction(action: unknown): boolean {
  if (!isJsonObject(action)) return false;
  const { Id: id, ActionType: type, ObjectPathId: path } = action;
  return typeof id === "number" && typeof type === "number" && typeof path === "number";
}
