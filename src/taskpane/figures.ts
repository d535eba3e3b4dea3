import type { ReportColumnKind } from "../domain/reports/report";

const plain = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });
const amounts = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 6 });

/** An amount of money, thousands apart, with two decimals at least; both languages group alike. */
export function moneyText(value: number): string {
  return amounts.format(value);
}

/** A quantity, thousands apart, with the decimals it has. */
export function quantityText(value: number): string {
  return plain.format(value);
}

const FIGURES: Readonly<Partial<Record<ReportColumnKind, (value: number) => string>>> = {
  money: moneyText,
  price: moneyText,
  quantity: quantityText,
};

/** A figure as its kind is shown; what is no figure of money or goods stays as it is. */
export function figureText(value: number, kind: ReportColumnKind): string {
  return (FIGURES[kind] ?? String)(value);
}
