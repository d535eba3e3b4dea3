import type { Link } from "../../documents/links";
import { shared } from "../../kernel/shared";
import type { Debt } from "./debt-terms";

/** So much that went back, and what returns credit for it. */
interface Pool extends Debt {
  readonly qty: number;
}

const EMPTY: Pool = { qty: 0, amount: 0, tax: 0 };

/**
 * What returns credit for goods of each line that went back, told in business order, and what of it red
 * invoices take up: first of goods that invoices ask for by the return, then of the others. Quantities 10⁻⁶,
 * money in smallest units. Source: DOMAIN §4 CT, CF, XT, XF.
 */
export class CreditedGoods {
  private readonly billed = new Map<number, Pool>();
  private readonly unbilled = new Map<number, Pool>();
  /** What lines took of each line, for those that take them back. */
  private readonly takenBy = new Map<string, Pool>();

  /**
   * Goods go back: what the row credits is shared by quantity; `isOfBilled` = it is for billed goods alone.
   */
  giveBack(links: readonly Link[], credited: Debt, isOfBilled: boolean): void {
    const quantities = links.flatMap(({ qty, billed }) => [billed, isOfBilled ? 0 : qty - billed]);
    const weights = quantities.map(Math.abs);
    const [amounts, taxes] = [shared(credited.amount, weights), shared(credited.tax, weights)];
    links.forEach(({ target }, i) => {
      const part = (at: number): Pool => ({ qty: quantities[at], amount: amounts[at], tax: taxes[at] });
      add(this.billed, target, part(2 * i));
      add(this.unbilled, target, part(2 * i + 1));
    });
  }

  /** What is credited for goods of a line that a red invoice is of, or of which that is taken back. */
  take(line: number, { target, billed }: Link, takesBack: number): Debt {
    const before = this.takenBy.get(`${String(takesBack)}|${String(target)}`);
    if (before !== undefined) {
      add(this.billed, target, before);
      return { amount: 0 - before.amount, tax: 0 - before.tax };
    }
    const first = taken(this.billed, target, billed);
    const rest = taken(this.unbilled, target, billed - first.qty);
    const amounts = { amount: first.amount + rest.amount, tax: first.tax + rest.tax };
    this.takenBy.set(`${String(line)}|${String(target)}`, { ...amounts, qty: billed });
    return amounts;
  }
}

function add(pools: Map<number, Pool>, target: number, more: Pool): void {
  if (more.qty === 0 && more.amount === 0) return;
  const { qty, amount, tax } = pools.get(target) ?? EMPTY;
  pools.set(target, { qty: qty + more.qty, amount: amount + more.amount, tax: tax + more.tax });
}

/** Takes so much of what there is of a line, at most all; the last of it takes what rounding leaves. */
function taken(pools: Map<number, Pool>, target: number, wanted: number): Pool {
  const { qty, amount, tax } = pools.get(target) ?? EMPTY;
  const part = Math.max(0, Math.min(wanted, qty));
  if (part === 0) return EMPTY;
  const weights = [part, qty - part];
  const took = { qty: part, amount: shared(amount, weights)[0], tax: shared(tax, weights)[0] };
  add(pools, target, { qty: -took.qty, amount: -took.amount, tax: -took.tax });
  return took;
}
