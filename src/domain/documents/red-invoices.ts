import { quantity } from "../kernel/numbers";
import type { Remainders } from "./remainders";

/** So much of a line that a red invoice is of, and of it what is of goods that went back (10⁻⁶). */
export interface RedPart {
  readonly target: number;
  readonly back: number;
  readonly unasked: number;
}

/**
 * A red invoice is first of goods that went back as invoiced, then it takes off what invoices ask for: of
 * each line that it refers to, in their order. What is more than both is of the first.
 * Source: DOMAIN §4 CT, CF.
 */
export function redParts(left: Remainders, targets: readonly number[], wanted: number): readonly RedPart[] {
  let rest = wanted;
  const upTo = (most: number): number => {
    const part = Math.max(0, Math.min(rest, most));
    rest -= part;
    return part;
  };
  const back = targets.map((target) => upTo(left.billedBack(target)));
  const unasked = targets.map((target) => upTo(left.usedOf("asked", target)));
  unasked[0] += rest;
  const parts = targets.map((target, at) => ({ target, back: back[at], unasked: unasked[at] }));
  for (const part of parts) {
    left.use("red", part.target, part.back);
    left.use("asked", part.target, -part.unasked);
    left.use("invoice", part.target, -part.unasked);
  }
  return parts.filter((part) => part.back + part.unasked > 0);
}

/** The quantity of a link to what a red invoice is of, and how much of it went back. */
export function redQuantities({ back, unasked }: RedPart) {
  return { qty: quantity(-back - unasked), billed: quantity(back) };
}
