import type { Warehouse } from "../domain/book/masters";
import type { Language } from "../domain/kernel/title";

/** Code of the warehouse where goods on their way lie in a book that names none of that kind. */
const CODE = "TRANSIT";

/**
 * The warehouses of a book, among them one for goods on their way: where none is of that kind, one of our own
 * stands at the end, in no row of the table. Source: DOMAIN §5.11 (a virtual warehouse).
 */
export function withTransit(warehouses: readonly Warehouse[], language: Language): readonly Warehouse[] {
  if (warehouses.some(({ code, kind }) => kind === "transit" || code === CODE)) return warehouses;
  const name = language === "zh-CN" ? "在途" : "In transit";
  return [...warehouses, { code: CODE, name, kind: "transit", allowNegative: false }];
}
