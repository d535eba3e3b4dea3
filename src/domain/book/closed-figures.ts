import type { Day } from "../kernel/day";
import type { Book } from "./book";
import { daysOf } from "./closed-periods";
import type { Item, ItemFigures, Period, Reason, Term, ToldFigures, Warehouse } from "./masters";
import type { Policies } from "./settings";

/** A closing that told of an item, by its place among the closings that told. */
interface ToldItem {
  readonly at: number;
  readonly figures: ItemFigures;
}

/** What stands closed and was told, the earliest days first. */
interface Closings {
  readonly ends: readonly Day[];
  readonly policies: readonly Policies[];
  readonly terms: readonly (readonly Term[])[];
  readonly reasons: readonly ToldFigures["reasons"][];
  readonly kinds: readonly ToldFigures["kinds"][];
  readonly items: ReadonlyMap<string, readonly ToldItem[]>;
  readonly made: ReadonlyMap<string, readonly number[]>;
}

const known = new WeakMap<readonly Period[], Closings>();

function closingsOf(periods: readonly Period[]): Closings {
  const found = known.get(periods);
  if (found !== undefined) return found;
  const made = closingsMade(periods);
  known.set(periods, made);
  return made;
}

function closingsMade(periods: readonly Period[]): Closings {
  const told = periods.flatMap((period) => {
    const { to } = daysOf(period);
    return period.closed && period.told !== null && to > 0 ? [{ to, ...period.told }] : [];
  });
  told.sort((a, b) => a.to - b.to);
  const items = new Map<string, ToldItem[]>();
  told.forEach((closing, at) => {
    for (const [code, figures] of closing.items) {
      const own = items.get(code);
      if (own === undefined) items.set(code, [{ at, figures }]);
      else own.push({ at, figures });
    }
  });
  return {
    ends: told.map(({ to }) => to),
    policies: told.map(({ policies }) => policies),
    terms: told.map(({ terms }) => terms),
    reasons: told.map(({ reasons }) => reasons),
    kinds: told.map(({ kinds }) => kinds),
    items,
    made: new Map(told.toReversed().flatMap(({ made }) => [...made])),
  };
}

/** The first closing that a day lies in, by its place; −1 = none. */
function closingOf({ ends }: Closings, day: number): number {
  if (ends.length === 0 || day > ends[ends.length - 1]) return -1;
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (day <= ends[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Told = Pick<Book, "masters" | "settings">;

/** The last day of what is closed and told; −Infinity = nothing is. */
export function toldUntil({ masters }: Pick<Book, "masters">): number {
  return closingsOf(masters.periods).ends.at(-1) ?? -Infinity;
}

/**
 * What the settings say of a day: in a closed period what they said when it was closed, else what they say
 * now; of −Infinity what they said at first. Source: DOMAIN §0.6, §15.
 */
export function policiesOn({ masters, settings }: Told, day: number): Policies {
  const closings = closingsOf(masters.periods);
  const at = closingOf(closings, day);
  return at === -1 ? settings : closings.policies[at];
}

/** What terms ask on a day: in a closed period what they asked when it was closed, else what they ask now. */
export function termsOn({ masters }: Pick<Book, "masters">, day: Day): readonly Term[] {
  const closings = closingsOf(masters.periods);
  const at = closingOf(closings, day);
  return at === -1 ? masters.terms : closings.terms[at];
}

/**
 * The reasons that hold on a day: in a closed period those there were when it was closed, else those of now.
 */
export function reasonsOn({ masters }: Pick<Book, "masters">, day: Day): readonly Reason[] {
  const closings = closingsOf(masters.periods);
  const at = closingOf(closings, day);
  return (at === -1 ? null : closings.reasons[at]) ?? masters.reasons;
}

/** Of which kind a warehouse is on a day: in a closed period as when that was closed, else as it is now. */
export function kindOn({ masters }: Pick<Book, "masters">, warehouse: number, day: Day): Warehouse["kind"] {
  const { code, kind } = masters.warehouses[warehouse];
  const closings = closingsOf(masters.periods);
  const at = closingOf(closings, day);
  return (at === -1 ? undefined : closings.kinds[at].get(code)) ?? kind;
}

/**
 * The figures of an item on a day: in a closed period those that it was costed by when that was closed, else
 * those of the masters now; of −Infinity the first. An item that no closing told of has but those of now.
 * Source: DOMAIN §0.6.
 */
export function itemOn({ masters }: Pick<Book, "masters">, item: number, day: number): ItemFigures {
  const now = masters.items[item];
  const closings = closingsOf(masters.periods);
  const at = closingOf(closings, day);
  const own = at === -1 ? undefined : closings.items.get(now.code);
  if (own === undefined) return now;
  return (own.findLast((told) => told.at <= at) ?? own[0]).figures;
}

/**
 * What goods that a job made, by row ID, came in at when their period was closed, piece by piece; null = what
 * went into them says so.
 */
export function madeTold({ masters }: Pick<Book, "masters">, rowId: string): readonly number[] | null {
  return closingsOf(masters.periods).made.get(rowId) ?? null;
}

/** Figures that held up to a day (included), behind the day before. */
export interface Until<T> {
  readonly until: Day;
  readonly held: T;
}

/**
 * What a figure of an item was in closed periods, the earliest days first, where it was ever another than
 * it is now.
 */
export function itemBefore<T>(
  { masters }: Pick<Book, "masters">,
  item: number,
  of: (figures: ItemFigures) => T,
): readonly Until<T>[] {
  const { ends, items } = closingsOf(masters.periods);
  const own = ends.length === 0 ? [] : (items.get(masters.items[item].code) ?? []);
  const steps = own.map(({ figures }, place) => {
    const next = own.at(place + 1)?.at ?? ends.length;
    return { until: ends[next - 1], held: of(figures) };
  });
  return otherwise(steps, of(masters.items[item]), Object.is);
}

/** What the settings said in closed periods, the earliest days first, as far as `isSame` tells it apart. */
export function policiesBefore(
  { masters, settings }: Told,
  isSame: (a: Policies, b: Policies) => boolean,
): readonly Until<Policies>[] {
  const { ends, policies } = closingsOf(masters.periods);
  return otherwise(
    policies.map((held, at) => ({ until: ends[at], held })),
    settings,
    isSame,
  );
}

/** Steps without those that say what the next one says, or what is said now. */
function otherwise<T>(
  steps: readonly Until<T>[],
  now: T,
  isSame: (a: T, b: T) => boolean,
): readonly Until<T>[] {
  return steps.filter(({ held }, at) => !isSame(held, at + 1 < steps.length ? steps[at + 1].held : now));
}

/**
 * The policies that an item came under first: those of the first closing that told of it, else those of now.
 */
export function firstPolicies({ masters, settings }: Told, item: number): Policies {
  const { policies, items } = closingsOf(masters.periods);
  const first = items.get(masters.items[item].code)?.[0];
  return first === undefined ? settings : policies[first.at];
}

/** What the closings of days before one told of an item last; null = nothing. */
export function toldBefore({ masters }: Pick<Book, "masters">, item: number, day: Day): ItemFigures | null {
  const { ends, items } = closingsOf(masters.periods);
  const own = items.get(masters.items[item].code) ?? [];
  return own.findLast(({ at }) => ends[at] < day)?.figures ?? null;
}

/** An item's figures on a day, with what the settings say of what it does not say itself. */
export function figuresAt(book: Told, item: number, day: Day): ItemFigures {
  const { costing, standardCost, purchasePrice, retailPrice, taxRate, weight, volume } = itemOn(
    book,
    item,
    day,
  );
  return {
    ...{ standardCost, purchasePrice, retailPrice, weight, volume },
    costing: costing ?? book.settings.costing,
    taxRate: taxRate ?? book.settings.taxRate,
  };
}

/**
 * Periods in which every item was costed by one method when they were closed, all else as it was told; but
 * for what goods came in at by another.
 */
export function toldBy(periods: readonly Period[], costing: Item["costing"]): readonly Period[] {
  return periods.map(({ told, ...period }) => {
    if (told === null) return { ...period, told };
    const items = [...told.items].map(([code, figures]) => [code, { ...figures, costing }] as const);
    return { ...period, told: { ...told, items: new Map(items), made: new Map() } };
  });
}
