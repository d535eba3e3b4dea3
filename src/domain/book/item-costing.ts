import { type Day, dayFromText } from "../kernel/day";
import type { Book } from "./book";
import { firstPolicies, itemOn, policiesOn } from "./closed-figures";
import type { CostingCode, Settings } from "./settings";

/** How an item is costed from a day on: by which method, and what one cost holds for. Source: DOMAIN §5.1. */
export interface ItemCosting {
  /** First day; −Infinity = from the start. */
  readonly from: Day;
  readonly method: CostingCode;
  /** One cost for all warehouses. */
  readonly company: boolean;
  /** A cost for each batch. */
  readonly perBatch: boolean;
}

/**
 * What one cost of a method holds for where the book says nothing of it: a month's average for the company.
 */
function isCompanyWide({ costingScope }: Scope, method: CostingCode): boolean {
  return (costingScope ?? (method === "monthly-average" ? "company" : "warehouse")) === "company";
}

/** What the settings say of what one cost holds for. */
type Scope = Pick<Settings, "costingScope" | "batchCost">;

/** The method by which an item was costed at first, whatever was typed since a period was closed. */
function firstMethod({ masters, settings }: Pick<Book, "masters" | "settings">, item: number): CostingCode {
  return itemOn({ masters }, item, -Infinity).costing ?? settings.costing;
}

/** The first day of a period: as the table of periods says, else of the month that its name is; else NaN. */
export function startOfPeriod({ masters }: Pick<Book, "masters">, period: string): Day {
  const known = masters.periods.find((one) => one.period === period);
  return known !== undefined && known.from > 0 ? known.from : dayFromText(`${period}-01`);
}

/**
 * How every item is costed, by its place in the masters: from the start, then from each change of method on
 * that the book names, in order of days; of two on one day the one that stands lower. A change whose period
 * is none is left out.
 */
export function itemCostings(book: Pick<Book, "masters" | "settings">): readonly (readonly ItemCosting[])[] {
  const { masters } = book;
  const costing = (from: Day, method: CostingCode, scope: Scope): ItemCosting => ({
    ...{ from, method },
    company: isCompanyWide(scope, method),
    perBatch: scope.batchCost === "batch" || method === "batch",
  });
  const whole = new Map<Scope, Map<CostingCode, ItemCosting>>();
  const fromTheStart = (method: CostingCode, scope: Scope): ItemCosting => {
    const own = whole.get(scope) ?? new Map<CostingCode, ItemCosting>();
    const known = own.get(method) ?? costing(-Infinity, method, scope);
    whole.set(scope, own.set(method, known));
    return known;
  };
  const eras = masters.items.map((_, item) => [
    fromTheStart(firstMethod(book, item), firstPolicies(book, item)),
  ]);
  const changes = masters.methodChanges
    .map(({ item, period, method }) => ({ item, method, from: startOfPeriod(book, period) }))
    .filter(({ from }) => !Number.isNaN(from))
    .sort((a, b) => a.from - b.from);
  for (const { item, method, from } of changes) {
    const own = eras[item];
    if (own.at(-1)?.from === from) own.pop();
    own.push(costing(from, method, policiesOn(book, from)));
  }
  return eras;
}

/** How an item is costed on a day. */
export function costingOn(eras: readonly ItemCosting[], day: Day): ItemCosting {
  let era = eras.length - 1;
  while (era > 0 && eras[era].from > day) era--;
  return eras[era];
}

/** True for an item that is costed by batch at any time. */
function isEverByBatch(book: Pick<Book, "masters" | "settings">, item: number): boolean {
  if (firstMethod(book, item) === "batch") return true;
  return book.masters.methodChanges.some((change) => change.item === item && change.method === "batch");
}

/** True for an item that lies by batch: one that says so, and one that is costed by batch at any time. */
export function isKeptByBatch(book: Pick<Book, "masters" | "settings">, item: number): boolean {
  return book.masters.items[item].batched || isEverByBatch(book, item);
}

/** True for an item that lies by serial number, since each costs what it cost itself. Source: DOMAIN §5.6. */
export function isKeptBySerial(book: Pick<Book, "masters" | "settings">, item: number): boolean {
  return book.masters.items[item].serialized && isEverByBatch(book, item);
}
