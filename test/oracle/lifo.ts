import { runShort, takePart } from "./bin";
import type { Lot, OracleMethod } from "./bin";
import { fifo } from "./fifo";
import { least, minus, over, sign } from "./fraction";
import type { Fraction } from "./fraction";

/** Takes of one lot what came last; in this order it lies where it goes. */
function takeYoungest(lot: Lot, qty: Fraction, decimals: number): Lot {
  lot.ages = [...lot.ages].reverse();
  const part = takePart(lot, qty, decimals);
  lot.ages = [...lot.ages].reverse();
  return part;
}

/** Last in, first out, at every moment: an issue takes the newest lots first. DOMAIN §5.5. */
export const lifo: OracleMethod = {
  layered: true,

  receive: fifo.receive,

  issue(bin, qty, date) {
    const parts: Lot[] = [];
    let missing = qty;
    for (const lot of [...bin.lots].reverse()) {
      const taken = least(missing, lot.qty);
      if (sign(taken) === 0) break;
      bin.last = over(lot.value, lot.qty);
      parts.push(takeYoungest(lot, taken, bin.decimals));
      missing = minus(missing, taken);
    }
    bin.lots = bin.lots.filter((lot) => sign(lot.qty) > 0);
    return { parts, shortage: runShort(bin, missing, date) };
  },
};
