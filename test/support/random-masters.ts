import * as fc from "fast-check";
import type { JsonBook, Row } from "../oracle/oracle-book";

/** A random item; quantities come in whole `step`s of a thousandth of its unit, boxes hold 12. */
export interface RandomItem {
  readonly code: string;
  readonly costing: string;
  readonly step: number;
  readonly boxed: boolean;
  readonly batched: boolean;
  readonly service: boolean;
  readonly purchasePrice: number | null;
  readonly standardCost: number;
  /** Prices and measures that costs are shared by. */
  readonly measures: Row;
  /** The method it changes to in February; null = none. */
  readonly change: string | null;
}

/** What is wished of the masters of a random book: settings that are fixed, methods that no item has. */
export interface Wishes {
  readonly policies: Policies;
  readonly without: readonly string[];
  /** Methods may change where stock may run short, too. */
  readonly changesShort?: boolean | undefined;
}

/** The policies of a random book: setting key → value. */
export type Policies = Readonly<Record<string, string | undefined>>;

/** Who and what a random book is about. */
export interface Masters {
  readonly policies: Policies;
  readonly items: readonly RandomItem[];
  readonly warehouses: readonly string[];
  /** Whether there is a warehouse for goods on their way. */
  readonly hasTransit: boolean;
}

const every = ["moving-average", "fifo", "lifo", "monthly-average", "batch", "standard"];
const costings = ["moving-average", "fifo", ...every, "", "", ""];

function goods(code: string): fc.Arbitrary<RandomItem> {
  return fc
    .record({
      costing: fc.constantFrom(...costings),
      whole: fc.boolean(),
      boxed: fc.boolean(),
      batched: fc.constantFrom(false, false, false, true),
      purchasePrice: fc.constantFrom(null, 4, 12.5, 0.333333),
      standardCost: fc.constantFrom(5, 3.75, 0.123456),
      retailPrice: fc.constantFrom(10, 7.5, null),
      weight: fc.constantFrom(2, 0.35),
      change: fc.constantFrom(null, null, null, null, null, null, ...every),
    })
    .map(({ whole, boxed, retailPrice, weight, ...made }) => {
      const step = whole ? 1000 : 1;
      const measures = { retailPrice, weight, volume: weight * 3 };
      return { ...made, code, step, boxed: boxed && whole, service: false, measures };
    });
}

const service: RandomItem = {
  code: "WORK",
  costing: "",
  step: 1000,
  boxed: false,
  batched: false,
  service: true,
  purchasePrice: null,
  standardCost: 1,
  measures: {},
  change: null,
};

/**
 * An item as the policies let it be: one costed by batch at any time has batches, and where stock may run
 * short no method changes, unless that is wished.
 */
function under(policies: Policies, wishes: Wishes, made: RandomItem): RandomItem {
  const { without } = wishes;
  const change = changeOf(policies, wishes, made);
  const costing = without.includes(made.costing) ? "" : made.costing;
  const methods = [costing === "" ? policies["costing"] : costing, change];
  return { ...made, costing, change, batched: made.batched || methods.includes("batch") };
}

function changeOf(policies: Policies, { without, changesShort = false }: Wishes, { change }: RandomItem) {
  const isHeld = policies["negativeStock"] === "allow" && !changesShort;
  return isHeld || without.includes("change") || without.includes(change ?? "") ? null : change;
}

const options: Readonly<Record<string, readonly string[]>> = {
  costing: ["moving-average", "moving-average", "fifo", ...every],
  costingScope: ["", "", "warehouse", "company"],
  batchCost: ["batch", "batch", "pooled"],
  shortageSettlement: ["recost", "recost", "variance"],
  sameDayOrder: ["entry", "entry", "receiptsFirst"],
  negativeStock: ["block", "block", "allow"],
  shortageCost: ["last", "last", "zero"],
  salesReturnCost: ["original", "original", "method"],
  purchaseReturnCost: ["original", "original", "method"],
  countGainCost: ["current", "typed", "oldest"],
  receivableOn: ["delivery", "delivery", "invoice"],
  payableOn: ["receipt", "receipt", "invoice"],
  moneyDecimals: ["2", "2", "2", "4"],
  taxpayer: ["general", "general", "small"],
  autoSettle: ["oldest", "none"],
  priceIncludesTax: ["no", "yes"],
};

function policies({ policies: fixed, without }: Wishes): fc.Arbitrary<Policies> {
  const chosen = Object.entries(options).map(([key, values]) => {
    const left = values.filter((value) => !without.includes(value));
    return [key, key in fixed ? fc.constant(fixed[key] ?? "") : fc.constantFrom(...left)] satisfies [
      string,
      fc.Arbitrary<string>,
    ];
  });
  return fc.record(Object.fromEntries(chosen)).map((values) => ({ ...fixed, ...values }));
}

/**
 * One to four goods and a service, two or three warehouses, perhaps one for goods on their way; the policies
 * are random but for those wished.
 */
export function randomMasters(wishes: Wishes): fc.Arbitrary<Masters> {
  const four = fc.tuple(goods("G1"), goods("G2"), goods("G3"), goods("G4"));
  return fc
    .record({
      policies: policies(wishes),
      four,
      goods: fc.integer({ min: 1, max: 4 }),
      warehouses: fc.integer({ min: 2, max: 3 }),
      hasTransit: fc.boolean(),
    })
    .map((made) => ({
      policies: made.policies,
      hasTransit: made.hasTransit,
      items: [...made.four.slice(0, made.goods).map((item) => under(made.policies, wishes, item)), service],
      warehouses: ["W1", "W2", "W3"].slice(0, made.warehouses),
    }));
}

/** The customers of every random book; B1 sells to us, too. */
export const customers: readonly string[] = ["C1", "C2", "B1"];
/** Whom every random book buys from. */
export const suppliers: readonly string[] = ["S1", "S2", "B1"];
/** The cash accounts of every random book. */
export const accounts: readonly string[] = ["CASH", "BANK"];
/** The batches that batched items of a random book may have. */
export const batches: readonly string[] = ["B1", "B2"];

function itemRow(item: RandomItem): Row {
  return {
    code: item.code,
    name: `item ${item.code}`,
    kind: item.service ? "service" : "goods",
    unit: item.step === 1 ? "kg" : "pcs",
    decimals: item.step === 1 ? 3 : 0,
    costing: item.costing,
    batched: item.batched ? "yes" : "no",
    purchasePrice: item.purchasePrice,
    standardCost: item.standardCost,
    ...item.measures,
  };
}

/** The master tables and settings as the book holds them. */
export function masterTables(masters: Masters): JsonBook {
  const { items, warehouses } = masters;
  const named = (code: string, kind: string): Row => ({ code, name: `name ${code}`, kind });
  return {
    settings: Object.entries(masters.policies).map(([key, value]) => ({ key, value })),
    items: items.map(itemRow),
    units: items
      .filter((item) => item.boxed)
      .map((item) => ({ item: item.code, unit: "box", numerator: 12, denominator: 1 })),
    batches: items
      .filter((item) => item.batched)
      .flatMap((item) => batches.map((batch) => ({ item: item.code, batch }))),
    warehouses: [
      ...warehouses.map((code) => named(code, "main")),
      ...(masters.hasTransit ? [named("WAY", "transit")] : []),
    ],
    methodChange: items
      .filter(({ change }) => change !== null)
      .map(({ code, change }) => ({ item: code, period: "2026-02", method: change, reason: "law" })),
    partners: [
      ...customers.map((code) => named(code, code === "B1" ? "both" : "customer")),
      ...suppliers.filter((code) => code !== "B1").map((code) => named(code, "supplier")),
    ],
    accounts: accounts.map((code) => named(code, code === "CASH" ? "cash" : "bank")),
  };
}
