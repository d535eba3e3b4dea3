import type { Day } from "../kernel/day";
import type { Money, Price } from "../kernel/numbers";
import type { DunningEvent, DunningLevel } from "./dunning";
import type { ListPrice, Promotion } from "./price-rules";
import type { CostingCode, Policies } from "./settings";

/** The figures of an item by which costs and taxes are taken; null = not said. */
export interface ItemFigures {
  /** Its method at first; null = the setting's. */
  readonly costing: CostingCode | null;
  readonly standardCost: Price | null;
  readonly purchasePrice: Price | null;
  readonly retailPrice: Price | null;
  readonly taxRate: Price | null;
  readonly weight: number | null;
  readonly volume: number | null;
}

/** A thing bought and sold; a service moves no stock. Prices are per stock unit. */
export interface Item {
  readonly code: string;
  readonly name: string;
  readonly spec: string;
  readonly category: string;
  readonly barcode: string;
  readonly service: boolean;
  readonly unit: string;
  /** How many decimals a quantity of it may have, 0 to 6; null = not said. */
  readonly decimals: number | null;
  readonly costing: CostingCode | null;
  readonly batched: boolean;
  readonly serialized: boolean;
  /** For how many days it keeps; null = not said. */
  readonly shelfDays: number | null;
  /** Number of its default supplier; -1 = none. */
  readonly supplier: number;
  /** Number of its default warehouse; -1 = none. */
  readonly warehouse: number;
  readonly bin: string;
  readonly purchasePrice: Price | null;
  readonly standardCost: Price | null;
  readonly retailPrice: Price | null;
  readonly wholesalePrice: Price | null;
  /** What it may not be sold below. */
  readonly floorPrice: Price | null;
  /** Per cent in 10⁻⁶. */
  readonly taxRate: Price | null;
  /** Of one stock unit, in 10⁻⁶ of whatever the book weighs and measures in; null = not said. */
  readonly weight: number | null;
  readonly volume: number | null;
  readonly planning: ItemPlanning;
  readonly inactive: boolean;
}

/** How an item is bought again. Quantities in 10⁻⁶ stock units, rates per cent in 10⁻⁶; null = not said. */
export interface ItemPlanning {
  /** In 10⁻⁶ days. */
  readonly leadDays: number | null;
  readonly minOrder: number | null;
  readonly orderMultiple: number | null;
  readonly minStock: number | null;
  readonly maxStock: number | null;
  readonly safetyStock: number | null;
  readonly serviceLevel: Price | null;
  readonly orderCost: Price | null;
  readonly holdingRate: Price | null;
  readonly shortageUnitCost: Price | null;
}

/** Another unit of an item: so many stock units are numerator / denominator of it. */
export interface AlternativeUnit {
  /** Number of the item. */
  readonly item: number;
  readonly unit: string;
  readonly numerator: number;
  readonly denominator: number;
  /** What is printed on such a pack; "" = none. */
  readonly barcode: string;
}

/** A place where stock lies. */
export interface Warehouse {
  readonly code: string;
  readonly name: string;
  readonly kind: "main" | "inspect" | "reject" | "transit" | "shop";
  readonly allowNegative: boolean;
}

/** A customer, a supplier or both. */
export interface Partner {
  readonly code: string;
  readonly name: string;
  readonly supplier: boolean;
  readonly customer: boolean;
  readonly grade: string;
  readonly priceGrade: string;
  /** Code of the payment terms; "" = due at once. */
  readonly terms: string;
  /** Null = unlimited. */
  readonly creditLimit: Money | null;
  /** What happens when more is owed than allowed, or for longer; null = nothing. */
  readonly overdueControl: "warn" | "approve" | "block" | null;
  readonly taxRate: Price | null;
  readonly inactive: boolean;
}

/** Cash in hand, at the bank or on a phone. */
export interface Account {
  readonly code: string;
  readonly name: string;
  /** How far it may go below 0; null = not said. */
  readonly overdraft: Money | null;
}

/** One instalment of payment terms: applied months → day → days. Source: CONTRACT §2 terms, DOMAIN §8.4. */
export interface Term {
  readonly code: string;
  readonly line: number;
  /** Body row of the table, 1 = first. */
  readonly row: number;
  readonly kind: "percentTotal" | "percentRemaining" | "fixed" | "remainder";
  /** Per cent, or an amount, in 10⁻⁶; NaN = not said. */
  readonly value: number;
  readonly months: number;
  /** Day of the month; -1 = none. */
  readonly day: number;
  readonly days: number;
  readonly endOfMonth: "none" | "before" | "after";
  /** What is taken off for paying within `discountDays`, per cent in 10⁻⁶; null = nothing. */
  readonly discountPercent: Price | null;
  readonly discountDays: number | null;
  /** What `discountPercent` is of: the instalment with its tax, or without it. */
  readonly discountBase: "gross" | "net";
  /** The first column of which the cell cannot be used: nothing follows these terms; "" = none. */
  readonly unfit: string;
}

/** One component of a product: so much of it (10⁻⁶) in one of the product, net of what is lost. */
export interface BomLine {
  readonly row: number;
  readonly parent: number;
  readonly child: number;
  readonly qty: number;
  /** Per cent in 10⁻⁶. */
  readonly scrapRate: Price | null;
}

/** The dates of a batch; -1 = not said. */
export interface Batch {
  readonly item: number;
  readonly batch: string;
  readonly row: number;
  readonly produced: Day;
  readonly expires: Day;
  /** -1 = not said. */
  readonly supplier: number;
}

/** A shelf of a warehouse; numbers NaN where not said. */
export interface Bin {
  readonly warehouse: number;
  readonly bin: string;
  readonly pickOrder: number;
  readonly capacity: number;
}

/** What was told when a period was closed: by which figures of which items its rows are costed, by code. */
export interface ToldFigures {
  /** Of items that were told before, those alone that say something else. */
  readonly items: ReadonlyMap<string, ItemFigures>;
  readonly policies: Policies;
  /** What every code of terms asked then. */
  readonly terms: readonly Term[];
  /** Every reason there was then; null = a closing by an earlier build, which told of none. */
  readonly reasons: readonly Reason[] | null;
  /** Of which kind every warehouse was then, by its code. */
  readonly kinds: ReadonlyMap<string, Warehouse["kind"]>;
  /**
   * What goods that a job made came in at, piece by piece, where that takes in or makes more on later days;
   * by row ID, smallest units.
   */
  readonly made: ReadonlyMap<string, readonly number[]>;
}

/** A period of the accounts, both days included (-1 = not said). */
export interface Period {
  readonly period: string;
  readonly row: number;
  readonly from: Day;
  readonly to: Day;
  readonly closed: boolean;
  readonly closedBy: string;
  /** ISO date-time; "" = never. */
  readonly closedAt: string;
  /** By which figures its rows are costed, as the log tells since it was closed; null = nothing is told. */
  readonly told: ToldFigures | null;
}

/** From the period on the item is costed so. */
export interface MethodChange {
  readonly row: number;
  readonly item: number;
  readonly period: string;
  readonly method: CostingCode;
  readonly reason: string;
}

/** Somebody who works with the book. */
export interface StaffMember {
  readonly code: string;
  readonly name: string;
  readonly post: string;
  /** Null = unlimited. */
  readonly approveLimit: Money | null;
  readonly inactive: boolean;
}

/** What other income comes from or an expense is for; null = either. */
export interface Category {
  readonly code: string;
  readonly name: string;
  readonly direction: "in" | "out" | null;
}

/** Why something was written off or given away. */
export interface Reason {
  readonly code: string;
  readonly name: string;
  readonly account: string;
  readonly vat: "none" | "inputOut" | "deemedSale";
}

/** What is to be sold in a period, smallest units; NaN = not said, -1 and "" = any. */
export interface Target {
  readonly period: string;
  readonly person: string;
  readonly item: number;
  readonly category: string;
  readonly value: number;
}

/** What may be spent or is to come in in a period, smallest units; NaN = not said. */
export interface Budget {
  readonly period: string;
  readonly category: string;
  readonly account: string;
  readonly value: number;
}

/**
 * That a row was finished by hand, or opened again: on which day, and what its status had been until then.
 */
export interface Finishing {
  readonly day: Day;
  /** A word of the list of statuses. */
  readonly before: string;
}

/** The masters of a book; a line names a member by its place in these lists, -1 = none. */
export interface Masters {
  readonly items: readonly Item[];
  readonly units: readonly AlternativeUnit[];
  readonly warehouses: readonly Warehouse[];
  readonly partners: readonly Partner[];
  readonly accounts: readonly Account[];
  readonly terms: readonly Term[];
  readonly prices: readonly ListPrice[];
  readonly promotions: readonly Promotion[];
  readonly bom: readonly BomLine[];
  readonly batches: readonly Batch[];
  readonly bins: readonly Bin[];
  readonly periods: readonly Period[];
  readonly methodChanges: readonly MethodChange[];
  readonly staff: readonly StaffMember[];
  readonly categories: readonly Category[];
  readonly reasons: readonly Reason[];
  readonly targets: readonly Target[];
  readonly budgets: readonly Budget[];
  /** The lowest first; empty = as usual. */
  readonly dunningLevels: readonly DunningLevel[];
  readonly dunning: readonly DunningEvent[];
  /** What was finished by hand and opened again, by rowId, each in the order of its days; the log tells. */
  readonly finishings: ReadonlyMap<string, readonly Finishing[]>;
}
