/** The members of a kind under their names in lower case: authors of a load write them as they like. */
export interface Names {
  readonly scalars: ReadonlyMap<string, string>;
  readonly ways: ReadonlyMap<string, string>;
}

interface Members {
  readonly scalars?: Readonly<Record<string, unknown>>;
  readonly ways?: Readonly<Record<string, unknown>>;
}

const known = new WeakMap<Members, Names>();

/** The names of a kind's members as the wire spells them, by the same in lower case. */
export function namesOf(kind: Members): Names {
  const there = known.get(kind);
  if (there !== undefined) return there;
  const made = { scalars: lowered(kind.scalars), ways: lowered(kind.ways) };
  known.set(kind, made);
  return made;
}

function lowered(members: Readonly<Record<string, unknown>> = {}): ReadonlyMap<string, string> {
  return new Map(Object.keys(members).map((name) => [name.toLowerCase(), name]));
}
