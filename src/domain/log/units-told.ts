import type { Book } from "../book/book";
import { type Finding, finding } from "../kernel/finding";
import { partsOf, textsAt, type ToldBeside } from "./posted-cells";

/** What one of a unit holds when it is posted: item, unit, and stock units as numerator and denominator. */
type UnitTold = readonly [item: string, unit: string, numerator: number, denominator: number];

/** What units other than the items' own hold, by item and unit. */
function unitsIn({ masters }: Book): ReadonlyMap<string, UnitTold> {
  return new Map(
    masters.units.map(({ item, unit, numerator, denominator }) => {
      const { code } = masters.items[item];
      return [keyOf(code, unit), [code, unit, numerator, denominator]];
    }),
  );
}

function keyOf(item: string, unit: string): string {
  return JSON.stringify([item, unit]);
}

/** Tells what the units of rows hold, each once, in the order of the table of units; "" = nothing. */
export function unitsTold(book: Book): ToldBeside {
  const known = unitsIn(book);
  if (known.size === 0) return () => "";
  return (rows) => {
    const units = textsAt(rows, "unit");
    const used = new Set(textsAt(rows, "item").map((item, i) => keyOf(item, units[i])));
    const told = [...known].filter(([key]) => used.has(key)).map(([, unit]) => unit);
    return told.length === 0 ? "" : `"units":${JSON.stringify(told)}`;
  };
}

/** The units that a text of the log tells, each with what it held, by item and unit. */
function toldIn(after: string): readonly (readonly [string, UnitTold])[] {
  const { units } = partsOf(after);
  const told: readonly unknown[] = Array.isArray(units) ? units : [];
  return told.flatMap((one) => {
    const [item = "", unit = "", ...ratio] = Array.isArray(one) ? one.map(String) : [];
    const [numerator = NaN, denominator = NaN] = ratio.map(Number);
    return item === "" ? [] : [[keyOf(item, unit), [item, unit, numerator, denominator]] as const];
  });
}

/** Other units of items than their own, as posts told them: by item, the units. */
export function otherUnitsTold(texts: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const units = new Map<string, Set<string>>();
  for (const text of texts.filter((one) => one.includes('"units":')))
    for (const [, [item, unit]] of toldIn(text)) units.set(item, (units.get(item) ?? new Set()).add(unit));
  return units;
}

/**
 * UNIT_CHANGED for each unit that no longer holds what it held when it was first posted, as the texts of the
 * log tell in their order: what was posted would come to another quantity. Source: DOMAIN §12.
 */
export function unitFindings(book: Book, texts: Iterable<string>): readonly Finding[] {
  const now = unitsIn(book);
  return [...firstTold(texts, now.size)].flatMap(([key, [item, unit, ...was]]) => {
    const [, , ...is] = now.get(key) ?? [item, unit, ...was];
    if (was[0] * is[1] === is[0] * was[1]) return [];
    const place = { table: "units", row: 0, rowId: null, column: "numerator" };
    return [finding("UNIT_CHANGED", place, { item, unit, was: was.join("/"), is: is.join("/") })];
  });
}

/** What units held when they were first told, until so many are found: units of a book are told early. */
function firstTold(texts: Iterable<string>, most: number): ReadonlyMap<string, UnitTold> {
  const first = new Map<string, UnitTold>();
  for (const text of most === 0 ? [] : texts) {
    if (!text.includes('"units":')) continue;
    toldIn(text).forEach(([key, told]) => first.set(key, first.get(key) ?? told));
    if (first.size >= most) break;
  }
  return first;
}
