import type { Day } from "../kernel/day";
import type { Language } from "../kernel/title";
import { money, type Money, price, type Price } from "../kernel/numbers";

/** The ways in which stock leaving can be costed, by their codes in the book. */
export const COSTING_CODES = [
  "moving-average",
  "fifo",
  "lifo",
  "monthly-average",
  "batch",
  "standard",
] as const;

/** How stock leaving is costed, by its code in the book. */
export type CostingCode = (typeof COSTING_CODES)[number];

/** The parameters of a book, decoded; what each does is told in the contract of the settings table. */
export interface Settings {
  readonly costing: CostingCode;
  /** What one cost holds for; null = not said, so as the method usually has it. */
  readonly costingScope: "warehouse" | "company" | null;
  readonly sameDayOrder: "entry" | "receiptsFirst";
  readonly negativeStock: "block" | "allow";
  readonly shortageCost: "last" | "zero";
  readonly shortageSettlement: "recost" | "variance";
  readonly landedCost: "retroactive" | "remaining";
  readonly transferDate: "original" | "transfer";
  readonly batchCost: "batch" | "pooled";
  readonly salesReturnCost: "original" | "method";
  readonly purchaseReturnCost: "original" | "method";
  readonly countGainCost: "current" | "typed" | "oldest";
  readonly receivableOn: "delivery" | "invoice";
  readonly payableOn: "receipt" | "invoice";
  readonly accrual: "difference" | "reversal" | "monthStart";
  readonly autoSettle: "oldest" | "none";
  readonly advancesInAgeing: "separate" | "netted";
  readonly ageingBasis: "due" | "document";
  /** Upper edges of the buckets, in days, ascending. */
  readonly ageingBuckets: readonly number[];
  /** The most that may be written off as small. */
  readonly smallWriteOff: Money;
  /** On what is overdue, per cent a year in 10⁻⁶. */
  readonly interestRate: Price;
  readonly standards: "enterprise" | "small";
  readonly taxRounding: "line" | "document";
  readonly taxpayer: "general" | "small";
  readonly priceIncludesTax: boolean;
  /** Per cent in 10⁻⁶. */
  readonly taxRate: Price;
  /** 0 to 6. */
  readonly moneyDecimals: number;
  /**
   * The smallest coin, in smallest units: what documents come to is rounded to whole ones; 1 = any amount.
   */
  readonly moneyStep: number;
  /** Code of the warehouse that a blank one means; "" = none. */
  readonly warehouse: string;
  /** What the counter of a number goes through: the documents of a type and day, or of a type and month. */
  readonly numbering: "day" | "month";
  readonly station: string;
  /** Nothing may be posted dated on or before this day; null = free. */
  readonly frozenUntil: Day | null;
  /** How many days back a document may be dated; null = any. */
  readonly backdateDays: number | null;
  readonly language: Language;
}

/** What holds where the settings table says nothing. */
export const DEFAULT_SETTINGS: Settings = {
  costing: "moving-average",
  costingScope: null,
  sameDayOrder: "entry",
  negativeStock: "block",
  shortageCost: "last",
  shortageSettlement: "recost",
  landedCost: "retroactive",
  transferDate: "original",
  batchCost: "batch",
  salesReturnCost: "original",
  purchaseReturnCost: "original",
  countGainCost: "current",
  receivableOn: "delivery",
  payableOn: "receipt",
  accrual: "difference",
  autoSettle: "oldest",
  advancesInAgeing: "separate",
  ageingBasis: "due",
  ageingBuckets: [30, 60, 90, 180],
  smallWriteOff: money(100),
  interestRate: price(0),
  standards: "enterprise",
  taxRounding: "line",
  taxpayer: "general",
  priceIncludesTax: false,
  taxRate: price(0),
  moneyDecimals: 2,
  moneyStep: 1,
  warehouse: "",
  numbering: "day",
  station: "",
  frozenUntil: null,
  backdateDays: null,
  language: "zh-CN",
};

/** The settings by which what is posted comes to its figures each time anew. */
export const POLICY_KEYS = [
  ...(["costingScope", "batchCost", "sameDayOrder", "shortageCost", "shortageSettlement"] as const),
  ...(["landedCost", "accrual", "salesReturnCost", "purchaseReturnCost", "countGainCost"] as const),
  ...(["transferDate", "taxpayer", "priceIncludesTax"] as const),
];

/** What they say. */
export type Policies = Pick<Settings, (typeof POLICY_KEYS)[number]>;
