import { refusal } from "../host-error";
import { refuseLater } from "./gate";
import type { Arguments } from "../objects/arguments";
import type { Kind } from "../objects/kind";
import type { KindName, Selves, Thing } from "../objects/thing";
import { kinds } from "../objects/kinds";
import type { Session } from "../session/session";
import type { Json } from "../wire/json";

/** The kind of a thing. */
export function kindOf<K extends KindName>(thing: Thing<K>): Kind<Selves[K]> {
  return kinds[thing.kind];
}

function self<K extends KindName>(thing: Thing<K>): Selves[K] {
  return thing.self;
}

/** The value of a property. What the host does not know is refused with ApiNotFound, here and below. */
export function getScalar<K extends KindName>(thing: Thing<K>, name: string, session: Session): Json {
  const scalar = kindOf(thing).scalars?.[name];
  if (scalar === undefined) throw notAnswered(thing.kind, name);
  refuseLater(session.moods.requirementSets, thing.kind, name);
  return scalar.get(self(thing), session);
}

/** What a property is to become. */
export interface Setting {
  readonly name: string;
  readonly value: Json;
}

/** Sets a property. */
export function setScalar<K extends KindName>(
  thing: Thing<K>,
  { name, value }: Setting,
  session: Session,
): void {
  const scalar = kindOf(thing).scalars?.[name];
  if (scalar?.set === undefined) throw notAnswered(thing.kind, name);
  refuseLater(session.moods.requirementSets, thing.kind, name);
  scalar.set(self(thing), value, session);
}

/** A method or navigation and what it is given. */
export interface Call {
  readonly name: string;
  readonly given: Arguments;
}

/** The object that a method or a navigation property leads to; null = the null object. */
export function follow<K extends KindName>(
  thing: Thing<K>,
  { name, given }: Call,
  session: Session,
): Thing | null {
  const way = kindOf(thing).ways?.[name];
  if (way === undefined) throw notAnswered(thing.kind, name);
  refuseLater(session.moods.requirementSets, thing.kind, name);
  return way(self(thing), given, session);
}

/** The value that a method answers. */
export function call<K extends KindName>(thing: Thing<K>, { name, given }: Call, session: Session): Json {
  const method = kindOf(thing).methods?.[name];
  if (method === undefined) throw notAnswered(thing.kind, name);
  refuseLater(session.moods.requirementSets, thing.kind, name);
  return method(self(thing), given, session);
}

/** A collection's member of that name or id; none is refused with ItemNotFound. */
export function itemOf<K extends KindName>(thing: Thing<K>, key: Json, session: Session): Thing {
  const item = kindOf(thing).item;
  if (item === undefined) throw notAnswered(thing.kind, "getItem");
  const found = item(self(thing), key, session);
  if (found === null) throw refusal("ItemNotFound", `There is no ${JSON.stringify(key)} here.`);
  return found;
}

/** A collection's members; null for what is no collection. */
export function itemsOf<K extends KindName>(thing: Thing<K>, session: Session): readonly Thing[] | null {
  return kindOf(thing).items?.(self(thing), session) ?? null;
}

/** The id of an object; null where its kind has none. */
export function idOf<K extends KindName>(thing: Thing<K>, session: Session): string | number | null {
  return kindOf(thing).id?.(self(thing), session) ?? null;
}

function notAnswered(kind: KindName, name: string): Error {
  return refusal("ApiNotFound", `This host does not answer ${kind}.${name}.`);
}
