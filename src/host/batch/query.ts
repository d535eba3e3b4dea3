import { refusal } from "../host-error";
import { Arguments } from "../objects/arguments";
import type { Thing } from "../objects/thing";
import { Place } from "../session/place";
import type { Session } from "../session/session";
import type { QueryInfo } from "../wire/batch";
import type { Json } from "../wire/json";
import { follow, getScalar, idOf, itemsOf, kindOf } from "./members";
import { isInSets } from "./gate";
import { namesOf } from "./names";
import { isEverything, nothingNamed, only, type Selected, selectedBy } from "./selected";

/** Names as the wire has them, with ids beside them, or as authors spell them. */
export type Spelling = "wire" | "author";

interface Asked {
  readonly session: Session;
  readonly spelling: Spelling;
}

type Answer = Record<string, Json>;

/** What a load answers for an object. `Top` and `Skip` count its own members, never those further down. */
export function query(thing: Thing, info: QueryInfo, asked: Asked): Json {
  const selected = selectedBy(info);
  const items = itemsOf(thing, asked.session);
  if (items === null) return single(thing, selected, asked);
  const skip = info.Skip ?? 0;
  const end = info.Top === undefined ? items.length : skip + info.Top;
  return collection(thing, { items: items.slice(skip, end), skip, selected }, asked);
}

function answerOf(thing: Thing, selected: Selected, asked: Asked): Json {
  const items = itemsOf(thing, asked.session);
  return items === null
    ? single(thing, selected, asked)
    : collection(thing, { items, skip: 0, selected }, asked);
}

function single(thing: Thing, selected: Selected, asked: Asked): Answer {
  const answer = asked.spelling === "wire" ? identity(thing, asked.session) : {};
  if (isEverything(selected)) addPlain(answer, thing, asked);
  for (const [name, below] of selected) {
    if (name !== "*" && name !== "$all") addNamed(answer, { thing, name, below }, asked);
  }
  return answer;
}

/** How office.js finds the object again. */
function identity(thing: Thing, session: Session): Answer {
  const id = idOf(thing, session);
  if (id !== null) return { Id: id };
  const reference = thing.self instanceof Place ? session.places.idOf(thing.self) : null;
  return reference === null ? {} : { _ReferenceId: reference };
}

function addPlain(answer: Answer, thing: Thing, asked: Asked): void {
  for (const [name, { isCheap }] of Object.entries(kindOf(thing).scalars ?? {})) {
    const isThere = isInSets(asked.session.moods.requirementSets, thing.kind, name);
    if (isCheap !== false && isThere) answer[spelled(name, asked)] = getScalar(thing, name, asked.session);
  }
}

interface Named {
  readonly thing: Thing;
  readonly name: string;
  readonly below: Selected;
}

function addNamed(answer: Answer, { thing, name, below }: Named, asked: Asked): void {
  const { scalars, ways } = namesOf(kindOf(thing));
  const scalar = scalars.get(name);
  const way = ways.get(name);
  if (scalar !== undefined) answer[spelled(scalar, asked)] = getScalar(thing, scalar, asked.session);
  else if (way !== undefined) answer[spelled(way, asked)] = child(thing, { way, below }, asked);
  else throw refusal("InvalidArgument", `${thing.kind} has no property "${name}".`);
}

function child(thing: Thing, { way, below }: { way: string; below: Selected }, asked: Asked): Json {
  const there = follow(thing, { name: way, given: new Arguments([]) }, asked.session);
  return there === null ? null : answerOf(there, below, asked);
}

interface Members {
  readonly items: readonly Thing[];
  /** How many members stand before the first of them. */
  readonly skip: number;
  readonly selected: Selected;
}

/** Names that the collection itself bears are answered on it, the others on each of its members. */
function collection(thing: Thing, { items, skip, selected }: Members, asked: Asked): Answer {
  const own = namesOf(kindOf(thing)).scalars;
  const answer: Answer = {};
  for (const [name, wire] of own) {
    const isNamed = isEverything(selected) || selected.has(name);
    if (isNamed) answer[spelled(wire, asked)] = getScalar(thing, wire, asked.session);
  }
  const ofItems = only(selected, (name) => !own.has(name));
  if (ofItems.size === 0 && selected.size > 0) return answer;
  const listed = items.map((item, i) => member(item, { index: skip + i, selected: ofItems }, asked));
  answer[asked.spelling === "wire" ? "_Items" : "items"] = listed;
  return answer;
}

/** A member without an id is found again by its place. */
function member(
  item: Thing,
  { index, selected }: { index: number; selected: Selected },
  asked: Asked,
): Answer {
  const answer = single(item, selected.size === 0 ? nothingNamed : selected, asked);
  if (asked.spelling === "wire" && idOf(item, asked.session) === null) answer["_Index"] = index;
  return answer;
}

function spelled(name: string, { spelling }: Asked): string {
  return spelling === "wire" ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
