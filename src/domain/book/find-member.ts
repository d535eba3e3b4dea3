import { NONE } from "./lines";

/** What every member of a master table can be called by. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/**
 * The place of the member that a code, or a name that one member alone bears, means in its table; NONE where
 * there is none. A code comes before a name.
 */
export function findMember(members: readonly Named[], wanted: string): number {
  const place = members.findIndex(({ code }) => code === wanted);
  if (place !== NONE || wanted === "") return place;
  const named = members.flatMap(({ name }, i) => (name === wanted ? [i] : []));
  return named.length === 1 ? named[0] : NONE;
}

/**
 * The place of the one member whose code is the word asked for but for the case of its letters; NONE where
 * there is none or several.
 */
export function caselessFinder(members: readonly Named[]): (wanted: string) => number {
  const places = new Map<string, number>();
  members.forEach(({ code }, place) => {
    const key = code.toLowerCase();
    places.set(key, places.has(key) ? NONE : place);
  });
  places.delete("");
  return (wanted) => places.get(wanted.toLowerCase()) ?? NONE;
}

/**
 * Finds members as `findMember` does, for whoever asks often; `others` are further words for a member, which
 * come after the codes and before the names.
 */
export function memberFinder(
  members: readonly Named[],
  others: ReadonlyMap<string, number> = new Map(),
): (wanted: string) => number {
  const codes = new Map(members.map(({ code }, place) => [code, place]));
  const names = new Map<string, number>();
  members.forEach(({ name }, place) => names.set(name, names.has(name) ? NONE : place));
  names.delete("");
  return (wanted) => codes.get(wanted) ?? others.get(wanted) ?? names.get(wanted) ?? NONE;
}
