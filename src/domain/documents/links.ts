import { type Quantity, quantity } from "../kernel/numbers";

/** One line that a line refers to, and how much of it (stock units, 10⁻⁶). */
export interface Link {
  readonly target: number;
  readonly qty: Quantity;
  /** How much of the target earlier lines with the same purpose have taken. */
  readonly before: Quantity;
  /** All of the target; 0 where nothing of it is taken. */
  readonly whole: Quantity;
  /** The invoices of the target before this line. */
  readonly invoices: readonly InvoiceLink[];
  /**
   * Of a return where debts arise on invoice: what it takes of goods that no invoice asks for; null = else.
   */
  readonly uninvoiced: UninvoicedPart | null;
  /** Of a return: what invoices ask for of it; of a red invoice: what of it is of goods that went back so. */
  readonly billed: Quantity;
}

/**
 * How much of what goes back was not invoiced, and how much of that earlier returns took (stock units, 10⁻⁶).
 */
export interface UninvoicedPart {
  readonly qty: Quantity;
  readonly before: Quantity;
}

/** One of the links of an invoice's line, by its place among them. */
export interface InvoiceLink {
  readonly line: number;
  readonly at: number;
}

/** What every line that bears a `ref` refers to, by line; a quantity may be split over several. */
export type Links = ReadonlyMap<number, readonly Link[]>;

/** Nothing is referred to. */
export const NO_LINKS: readonly Link[] = [];

/** The links of a line; none where it refers to nothing. */
export function linksOf(links: Links, line: number): readonly Link[] {
  return links.get(line) ?? NO_LINKS;
}

/** The link of what takes a line back. */
export function undone({ qty, before, uninvoiced, billed, ...link }: Link): Link {
  const back = (part: number, from: number) => ({ qty: quantity(-part), before: quantity(from + part) });
  const others = uninvoiced && back(uninvoiced.qty, uninvoiced.before);
  return { ...link, ...back(qty, before), uninvoiced: others, billed: quantity(0 - billed) };
}

/** What of an invoice's link changes how much of the target is asked for: not what is of goods gone back. */
export function askedBy({ qty, billed }: Pick<Link, "qty" | "billed">): number {
  return qty + billed;
}
