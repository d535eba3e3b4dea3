import { RATE_WHOLE } from "../kernel/numbers";
import { type Formula, type Outcomes, PLANNING_DECIMALS, type Refused, roundedTo } from "./formula";
import { decimalsParameter, type FormulaParameter } from "./formula-parameter";
import type { Inputs } from "./inputs";
import { normalQuantile } from "./normal";

/** The service level that holds where neither it nor z is said: 95 %. */
const USUAL_LEVEL = 95_000_000;

/** How demand in the time until goods come behaves; per period, the time in periods. */
export const demandParameters: readonly FormulaParameter[] = [
  {
    id: "demand",
    title: { zh: "每期平均需求", en: "mean demand of a period" },
    kind: "number",
    also: ["d", "meanDemand", "averageDemand"],
    least: 0,
  },
  {
    id: "deviation",
    title: { zh: "每期需求标准差", en: "standard deviation of demand" },
    kind: "number",
    also: ["sigma", "σ", "sigmaD", "σ_d", "σd", "stdDev", "demandDeviation"],
    least: 0,
  },
  {
    id: "history",
    title: {
      zh: "历史各期需求（代替平均与标准差）",
      en: "demand of past periods, instead of mean and deviation",
    },
    kind: "numbers",
  },
  {
    id: "leadDays",
    title: { zh: "提前期（期数）", en: "lead time in periods" },
    kind: "number",
    also: ["L", "leadTime", "leadTimeDays"],
    least: 0,
    required: true,
  },
  {
    id: "leadDeviation",
    title: { zh: "提前期标准差", en: "standard deviation of the lead time" },
    kind: "number",
    also: ["sigmaL", "σ_L", "σL", "leadTimeDeviation", "leadTimeStdDev"],
    least: 0,
  },
  {
    id: "reviewDays",
    title: { zh: "检查周期（期数）", en: "review period" },
    kind: "number",
    also: ["R", "reviewPeriod", "review"],
    least: 0,
  },
  {
    id: "serviceLevel",
    title: { zh: "服务水平 %", en: "service level, per cent" },
    kind: "rate",
    also: ["service", "level"],
    least: 50,
    most: 99.999999,
  },
  {
    id: "z",
    title: { zh: "安全系数 z（代替服务水平）", en: "z, instead of a service level" },
    kind: "number",
    least: 0,
  },
];

/** Mean and sample standard deviation of a history; the deviation is null of less than two periods. */
function spread(history: readonly number[]): {
  readonly mean: number | null;
  readonly deviation: number | null;
} {
  const count = history.length;
  if (count === 0) return { mean: null, deviation: null };
  const mean = history.reduce((sum, each) => sum + each, 0) / count;
  const squares = history.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, deviation: count < 2 ? null : Math.sqrt(squares / (count - 1)) };
}

/** The mean demand of a period, as said or of the history; null where neither is. */
export function meanDemand(inputs: Inputs): number | null {
  return inputs.number("demand") ?? spread(inputs.numbers("history")).mean;
}

/** How many deviations are covered: z as said, else of the service level, else of 95 %. */
function coveredDeviations(inputs: Inputs): number {
  const level = inputs.numberOr("serviceLevel", USUAL_LEVEL);
  return inputs.number("z") ?? normalQuantile(level / RATE_WHOLE);
}

/** The periods until goods come that are ordered at the next review. */
export function coveredPeriods(inputs: Inputs): number {
  return inputs.numberOr("leadDays", 0) + inputs.numberOr("reviewDays", 0);
}

/**
 * What is kept against demand and lead time that vary, unrounded; null where the deviation of demand is not
 * known, a refusal where that of the lead time is but not the demand it bears on.
 */
export function safetyOf(inputs: Inputs): number | null | Refused {
  const deviation = inputs.number("deviation") ?? spread(inputs.numbers("history")).deviation;
  const leadDeviation = inputs.numberOr("leadDeviation", 0);
  const mean = meanDemand(inputs);
  if (leadDeviation > 0 && mean === null) return { what: "demand", expected: "given" };
  if (deviation === null) return null;
  const variance = coveredPeriods(inputs) * deviation ** 2 + (mean ?? 0) ** 2 * leadDeviation ** 2;
  return coveredDeviations(inputs) * Math.sqrt(variance);
}

function run(inputs: Inputs): Outcomes | Refused {
  const safety = safetyOf(inputs);
  if (typeof safety === "object" && safety !== null) return safety;
  const decimals = inputs.numberOr("decimals", PLANNING_DECIMALS);
  return {
    qty: roundedTo(safety, decimals),
    wholeQty: safety === null ? null : Math.ceil(roundedTo(safety, WHOLE_SLACK) ?? 0),
    z: roundedTo(coveredDeviations(inputs), Z_DECIMALS),
  };
}

/** A figure this near to a whole one is that one, so that nothing is rounded up for what doubles lose. */
const WHOLE_SLACK = 9;
const Z_DECIMALS = 4;

/**
 * z · √(L·σ²), with a lead time that varies z · √(L·σ² + d²·σ_L²), with a review period L + R for L; blank
 * where σ is not known (less than two periods of history). Source: DOMAIN §9 safety stock.
 */
export const safetyStock: Formula = {
  code: "safety-stock",
  title: { zh: "安全库存", en: "Safety stock" },
  parameters: [...demandParameters, decimalsParameter],
  results: [
    { id: "qty", title: { zh: "安全库存", en: "safety stock" } },
    { id: "wholeQty", title: { zh: "向上取整", en: "in whole units" } },
    { id: "z", title: { zh: "安全系数 z", en: "z" } },
  ],
  run,
};
