import type { QueryInfo } from "../wire/batch";

/** What a load names of an object, in lower case, and below each navigation property what it names there. */
export type Selected = ReadonlyMap<string, Selected>;

/** Nothing named: every plain property is meant. */
export const nothingNamed: Selected = new Map();

type Growing = Map<string, Growing>;

/** The names of a load as a tree: `format/fill/color` is three levels, `$all` is `*`. */
export function selectedBy({ Select: selects = [], Expand: expands = [] }: QueryInfo): Selected {
  const root: Growing = new Map();
  for (const path of [...selects, ...expands]) {
    let at = root;
    for (const name of path.toLowerCase().split(/[/.]/)) at = below(at, name.trim());
  }
  return root;
}

function below(at: Growing, name: string): Growing {
  const there = at.get(name) ?? new Map<string, Growing>();
  at.set(name, there);
  return there;
}

/** True when the plain properties are meant, because they are starred or nothing else is named. */
export function isEverything(selected: Selected): boolean {
  return selected.size === 0 || selected.has("*") || selected.has("$all");
}

/** Only the names that the test lets through. */
export function only(selected: Selected, test: (name: string) => boolean): Selected {
  return new Map([...selected].filter(([name]) => test(name)));
}
