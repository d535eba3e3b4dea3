import { caselessFinder, memberFinder, type Named } from "../book/find-member";
import { isApartOn } from "../book/kept-apart";
import { NONE } from "../book/lines";
import type { Day } from "../kernel/day";
import { nearest } from "../kernel/nearest";
import type { Ledgers } from "../posting/ledgers";
import { standing } from "../settlement/as-of";
import { RECEIVABLE } from "../settlement/open-items";
import { figuresOf } from "./figures";
import { reservations } from "../posting/followed/reservations";
import { atEndOf, stockAt } from "./stock-at";

/** A member of a master found by what it was called, or the code most like it. */
export type Found = { readonly place: number } | { readonly nearest: string | null };

/** Goods in a warehouse, by their places in the masters; warehouse NONE = in all of them. */
export interface GoodsAsked {
  readonly item: number;
  readonly warehouse: number;
  /** That day included. */
  readonly asOf: Day;
}

/** Single figures of a book, as worksheet functions ask for them: in units of stock and currency. */
export interface AskedFigures {
  item(called: string): Found;
  warehouse(called: string): Found;
  partner(called: string): Found;
  /** What is there at the end of the day. */
  onHand(asked: GoodsAsked): number;
  /**
   * What is there and not kept apart, less what open sales orders hold back; negative where more is promised
   * than there is.
   */
  available(asked: GoodsAsked): number;
  /** What one stock unit of it cost, 6 decimals; null where nothing is there. */
  unitCost(asked: GoodsAsked): number | null;
  /**
   * What is open with a partner at the end of the day, less advances and credit notes: of a supplier alone
   * what we owe, of any other what we are owed less what we owe. Negative = the other way round.
   */
  owed(partner: number, asOf: Day): number;
}

/** How many days are kept; worksheets ask for few. */
const KEPT_DAYS = 64;

/** Works a thing out once for each key, as long as few keys are asked for. */
function kept<T>(make: (key: number) => T): (key: number) => T {
  const made = new Map<number, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= KEPT_DAYS) made.clear();
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

function found(members: readonly Named[], others?: ReadonlyMap<string, number>): (called: string) => Found {
  const find = memberFinder(members, others);
  const findCaseless = caselessFinder(members);
  return (called) => {
    const exact = find(called);
    const place = exact === NONE ? findCaseless(called) : exact;
    if (place !== NONE) return { place };
    const codes = members.map(({ code }) => code);
    return { nearest: nearest(called, codes) };
  };
}

/** Every barcode of an item, of its packs too. */
function barcodes({ masters }: Ledgers["book"]): ReadonlyMap<string, number> {
  const own = masters.items.map(({ barcode }, item) => [barcode, item] as const);
  const packs = masters.units.map(({ barcode, item }) => [barcode, item] as const);
  return new Map([...packs, ...own].filter(([barcode]) => barcode !== ""));
}

/** The single figures of ledgers; what several ask for is worked out once. */
export function askedFigures(ledgers: Ledgers): AskedFigures {
  const { items, warehouses, partners } = ledgers.book.masters;
  return {
    item: found(items, barcodes(ledgers.book)),
    warehouse: found(warehouses),
    partner: found(partners),
    ...goodsFigures(ledgers),
    owed: owedFigure(ledgers),
  };
}

function binsByItem({ stock, book }: Ledgers): readonly (readonly number[])[] {
  const bins: number[][] = book.masters.items.map(() => []);
  stock.bins.item.forEach((item, bin) => bins[item].push(bin));
  return bins;
}

function goodsFigures(ledgers: Ledgers): Pick<AskedFigures, "onHand" | "available" | "unitCost"> {
  const figures = figuresOf(ledgers);
  const { warehouse: warehouseOf } = ledgers.stock.bins;
  const bins = binsByItem(ledgers);
  const stock = kept((day) => stockAt(ledgers, atEndOf(ledgers, day)));
  const reserved = kept((day) => reservations(ledgers, day));
  const binsOf = ({ item, warehouse }: GoodsAsked): readonly number[] =>
    bins[item].filter((bin) => warehouse === NONE || warehouseOf[bin] === warehouse);
  const held = (asked: GoodsAsked, of: "qty" | "value"): number =>
    binsOf(asked).reduce((sum, bin) => sum + stock(asked.asOf)[of][bin], 0);
  const free = (asked: GoodsAsked): number =>
    binsOf(asked)
      .filter((bin) => !isApartOn(ledgers.book, warehouseOf[bin], asked.asOf))
      .reduce((sum, bin) => sum + stock(asked.asOf).qty[bin], 0);
  const promised = ({ item, warehouse, asOf }: GoodsAsked): number =>
    reserved(asOf)
      .filter((one) => one.item === item && (warehouse === NONE || one.warehouse === warehouse))
      .reduce((sum, { qty }) => sum + qty, 0);
  return {
    onHand: (asked) => figures.quantity(held(asked, "qty")),
    available: (asked) => figures.quantity(free(asked) - promised(asked)),
    unitCost: (asked) => figures.unitCost(held(asked, "value"), held(asked, "qty")),
  };
}

function owedFigure(ledgers: Ledgers): AskedFigures["owed"] {
  const { partners } = ledgers.book.masters;
  const { money } = figuresOf(ledgers);
  const nets = kept((asOf) => {
    const { items } = ledgers.debts;
    const { amount, paid, credited } = standing(items, asOf);
    const net = new Float64Array(partners.length);
    for (let item = 0; item < items.count; item++) {
      const partner = items.partner[item];
      const open = amount[item] - paid[item] - credited[item];
      if (partner !== NONE) net[partner] += items.side[item] === RECEIVABLE ? open : -open;
    }
    return net;
  });
  return (partner, asOf) => {
    const { customer, supplier } = partners[partner];
    const net = nets(asOf)[partner];
    return money(supplier && !customer ? -net : net);
  };
}
