import { coverShortages, heldIn, runShort } from "./bin";
import type { OracleMethod } from "./bin";
import { mixed } from "./contents";
import { least, minus, over, plus, sign } from "./fraction";
import { takeAtStandard } from "./standard";

/**
 * Moving weighted average: one lot (Q, V); an issue takes round(V·q/Q), the last unit all of V; at standard
 * cost what the standard says. DOMAIN §5.2, §5.7.
 */
export const movingAverage: OracleMethod = {
  layered: false,

  receive(bin, lot) {
    const before = heldIn(bin);
    const rest = coverShortages(bin, lot);
    const qty = plus(before.qty, rest.qty);
    const value = plus(before.value, rest.value);
    bin.lots = sign(qty) > 0 ? [{ ...lot, ages: [], of: mixed([...bin.lots, rest]), qty, value }] : [];
    bin.last = sign(qty) > 0 ? over(value, qty) : over(lot.value, lot.qty);
  },

  issue(bin, qty, date) {
    const pool = bin.lots.at(0);
    if (pool === undefined) return { parts: [], shortage: runShort(bin, qty, date) };
    bin.last = over(pool.value, pool.qty);
    const taken = least(qty, pool.qty);
    const value = takeAtStandard(bin, pool, taken);
    bin.lots = sign(pool.qty) > 0 ? [pool] : [];
    return { parts: [{ ...pool, qty: taken, value }], shortage: runShort(bin, minus(qty, taken), date) };
  },
};
