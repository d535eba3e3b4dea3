import type { Price } from "../kernel/numbers";
import type { CostingCode } from "./settings";

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
  /** Number of its default warehouse; -1 = none. */
  readonly warehouse: number;
  readonly purchasePrice: Price | null;
  readonly retailPrice: Price | null;
  /** Per cent in 10⁻⁶. */
  readonly taxRate: Price | null;
  readonly inactive: boolean;
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
  readonly allowNegative: boolean;
}

/** A customer, a supplier or both. */
export interface Partner {
  readonly code: string;
  readonly name: string;
  readonly supplier: boolean;
  readonly customer: boolean;
  readonly taxRate: Price | null;
  readonly inactive: boolean;
}

/** Cash in hand, at the bank or on a phone. */
export interface Account {
  readonly code: string;
  readonly name: string;
}

/** The masters of a book; a line names a member by its place in these lists, -1 = none. */
export interface Masters {
  readonly items: readonly Item[];
  readonly units: readonly AlternativeUnit[];
  readonly warehouses: readonly Warehouse[];
  readonly partners: readonly Partner[];
  readonly accounts: readonly Account[];
}
