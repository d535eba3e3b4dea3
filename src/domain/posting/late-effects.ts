import type { Book } from "../book/book";

/**
 * Whether what a line (`by`) says of the cost of an earlier one (`target`) comes too late to restate it: the
 * earlier one stays as it is, and the later one's own day takes the difference. Source: DOMAIN §5.10, §6,
 * §15 late landed cost.
 */
export function isLate({ settings }: Book, target: number, by: number): boolean {
  return settings.landedCost === "remaining" && target !== by;
}

/**
 * The first day whose short issues a line may restate when it covers them; Infinity = none. Source: DOMAIN
 * §5.9, §15 shortage settlement.
 */
export function restatesFrom({ settings }: Book): number {
  return settings.shortageSettlement === "variance" ? Infinity : -Infinity;
}
