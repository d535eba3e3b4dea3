import { type Day, dayFromText } from "../kernel/day";
import type { Book } from "./book";
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
function isCompanyWide(settings: Settings, method: CostingCode): boolean {
  return (settings.costingScope ?? (method === "monthly-average" ? "company" : "warehouse")) === "company";
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
  const { masters, settings } = book;
  const costing = (from: Day, method: CostingCode): ItemCosting => ({
    ...{ from, method },
    company: isCompanyWide(settings, method),
    perBatch: settings.batchCost === "batch" || method === "batch",
  });
  const whole = new Map<CostingCode, ItemCosting>();
  const fromTheStart = (method: CostingCode): ItemCosting => {
    const known = whole.get(method) ?? costing(-Infinity, method);
    whole.set(method, known);
    return known;
  };
  const eras = masters.items.map((item) => [fromTheStart(item.costing ?? settings.costing)]);
  const changes = masters.methodChanges
    .map(({ item, period, method }) => ({ item, method, from: startOfPeriod(book, period) }))
    .filter(({ from }) => !Number.isNaN(from))
    .sort((a, b) => a.from - b.from);
  for (const { item, method, from } of changes) {
    const own = eras[item];
    if (own.at(-1)?.from === from) own.pop();
    own.push(costing(from, method));
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
function isEverByBatch({ masters, settings }: Pick<Book, "masters" | "settings">, item: number): boolean {
  if ((masters.items[item].costing ?? settings.costing) === "batch") return true;
  return masters.methodChanges.some((change) => change.item === item && change.method === "batch");
}

/** True for an item that lies by batch: one that says so, and one that is costed by batch at any time. */
export function isKeptByBatch(book: Pick<Book, "masters" | "settings">, item: number): boolean {
  return book.masters.items[item].batched || isEverByBatch(book, item);
}

/** True for an item that lies by serial number, since each costs what it cost itself. Source: DOMAIN §5.6. */
export function isKeptBySerial(book: Pick<Book, "masters" | "settings">, item: number): boolean {
  return book.masters.items[item].serialized && isEverByBatch(book, item);
}
