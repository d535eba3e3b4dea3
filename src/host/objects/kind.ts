import type { Session } from "../session/session";
import type { Json } from "../wire/json";
import type { Arguments } from "./arguments";
import type { KindName, Selves, Thing } from "./thing";

/** A property with a plain value. */
export interface Scalar<T> {
  get(self: T, session: Session): Json;
  set?(self: T, value: Json, session: Session): void;
  /** False for what `load()` without names leaves out because it costs too much. */
  readonly isCheap?: false;
}

/** One kind of object: its members under the names of the wire. */
export interface Kind<T> {
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  /** Ways to other objects: navigation properties, and methods that answer an object; null = null object. */
  readonly ways?: Readonly<Record<string, (self: T, given: Arguments, session: Session) => Thing | null>>;
  /** Methods that answer a value. */
  readonly methods?: Readonly<Record<string, (self: T, given: Arguments, session: Session) => Json>>;
  /** By which the object is found again in its collection. */
  readonly id?: (self: T, session: Session) => string | number;
  /** A collection's members in their order. */
  readonly items?: (self: T, session: Session) => readonly Thing[];
  /** A collection's member of that name or id; null = there is none. */
  readonly item?: (self: T, key: Json, session: Session) => Thing | null;
}

/** Every kind by its name. */
export type Kinds = { readonly [K in KindName]: Kind<Selves[K]> };
