import { coverShortages, runShort, takePart } from "./bin";
import type { Lot, OracleMethod } from "./bin";
import { least, minus, over, sign } from "./fraction";

/**
 * First in, first out: an issue takes the oldest lots first, round(a·p/r) of a part, all of a whole. DOMAIN
 * §5.4.
 */
export const fifo: OracleMethod = {
  layered: true,

  receive(bin, lot) {
    const rest = coverShortages(bin, lot);
    if (sign(rest.qty) > 0) bin.lots.push(rest);
    bin.last = over(lot.value, lot.qty);
  },

  issue(bin, qty, date) {
    const parts: Lot[] = [];
    let missing = qty;
    for (const lot of bin.lots) {
      const taken = least(missing, lot.qty);
      if (sign(taken) === 0) break;
      bin.last = over(lot.value, lot.qty);
      parts.push(takePart(lot, taken, bin.decimals));
      missing = minus(missing, taken);
    }
    bin.lots = bin.lots.filter((lot) => sign(lot.qty) > 0);
    return { parts, shortage: runShort(bin, missing, date) };
  },
};
