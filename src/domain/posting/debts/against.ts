import { decimalText, scaled } from "../../kernel/numbers";

/** One document that a payment settles; `amount` in smallest units, null = as much as is open. */
export interface Against {
  readonly ref: string;
  readonly amount: number | null;
}

/** Reads `NUMBER` or `NUMBER:AMOUNT`, several separated by `;`. An amount that is none answers NaN. */
export function parseAgainst(text: string, moneyDecimals: number): Against[] {
  const parts = text.split(/[;；]/).map((part) => part.trim());
  return parts
    .filter((part) => part !== "")
    .map((part) => {
      const words = part.split(/[:：]/).map((word) => word.trim());
      const [ref, amount] = [words[0], words.at(1)];
      return { ref, amount: amount === undefined ? null : scaled(Number(amount), moneyDecimals) };
    });
}

/** The text of what a payment settles, the form that posting writes. */
export function againstText(
  settled: readonly { readonly ref: string; readonly amount: number }[],
  moneyDecimals: number,
): string {
  return settled
    .map(({ ref, amount }) => `${ref}:${decimalText(amount, moneyDecimals, moneyDecimals)}`)
    .join(";");
}
