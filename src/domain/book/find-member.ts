import { NONE } from "./lines";

/** What every member of a master table can be called by. */
interface Named {
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
