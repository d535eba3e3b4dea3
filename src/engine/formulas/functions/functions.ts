import { arrays } from "./arrays";
import { conditional } from "./conditional";
import { dates } from "./dates";
import { finance } from "./finance";
import type { FunctionSpec, FunctionTable } from "./function-spec";
import { information } from "./information";
import { logic } from "./logic";
import { lookups } from "./lookups";
import { mathematics } from "./mathematics";
import { statistics } from "./statistics";
import { texts } from "./texts";
import { timed, totals } from "./totals";

const all: FunctionTable = {
  ...arrays,
  ...conditional,
  ...dates,
  ...finance,
  ...information,
  ...logic,
  ...lookups,
  ...mathematics,
  ...statistics,
  ...texts,
  ...timed,
  ...totals,
};

const byName = new Map(Object.entries(all));

/** The function of that name in capitals, without the marks of files; null where there is none. */
export function functionNamed(name: string): FunctionSpec | null {
  return byName.get(name) ?? null;
}

/** True for a function whose value changes with the time. */
export function isTimed(name: string): boolean {
  return name in timed;
}
