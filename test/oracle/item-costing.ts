import type { OracleMethod } from "./bin";
import { fifo } from "./fifo";
import { lifo } from "./lifo";
import { movingAverage } from "./moving-average";
import { byCodeUnit, rowsOf, settingOf, textOf } from "./oracle-book";
import type { JsonBook, OracleItem } from "./oracle-book";

/** How an item is costed from a day on: by which method, and what one cost holds for. DOMAIN §5.1, §5.14. */
export interface Era {
  readonly from: string;
  readonly code: string;
  readonly method: OracleMethod;
  readonly company: boolean;
  readonly perBatch: boolean;
}

/**
 * The methods by code. Within a batch the moving average holds (§5.6); so it does where everything comes in
 * at the standard (§5.7), and for what an averaged month does not decide.
 */
const methods: Readonly<Record<string, OracleMethod | undefined>> = {
  "moving-average": movingAverage,
  fifo,
  lifo,
  batch: movingAverage,
  standard: movingAverage,
  "monthly-average": movingAverage,
};

function eraOf(json: JsonBook, from: string, code: string): Era {
  const method = methods[code];
  if (method === undefined) throw new Error(`the oracle does not know costing ${code}`);
  const scope = settingOf(json, "costingScope");
  const company = (scope === "" && code === "monthly-average") || scope === "company";
  return {
    from,
    code,
    method,
    company,
    perBatch: code === "batch" || settingOf(json, "batchCost") !== "pooled",
  };
}

function startOf(json: JsonBook, period: string): string {
  const known = rowsOf(json, "periods").find((row) => textOf(row, "period") === period);
  const from = known === undefined ? "" : textOf(known, "from");
  return from === "" ? `${period}-01` : from;
}

/** The eras of an item, the first from the start; of two changes on one day the lower row holds. */
export function erasOf(json: JsonBook, item: OracleItem): readonly Era[] {
  const changes = rowsOf(json, "methodChange")
    .filter((row) => textOf(row, "item") === item.code)
    .map((row) => eraOf(json, startOf(json, textOf(row, "period")), textOf(row, "method")))
    .sort((a, b) => byCodeUnit(a.from, b.from));
  const all = [eraOf(json, "", item.costing), ...changes];
  return all.filter((era, at) => era.from !== all.at(at + 1)?.from);
}
