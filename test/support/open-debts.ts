import { dayFromText } from "../../src/domain/kernel/day";
import { selfCheck } from "../../src/domain/posting/self-check";
import { openItems } from "../../src/domain/reports/open-items";
import { typedBook } from "./book";
import { textOf } from "./run-report";

/** A customer, a supplier, goods that are bought in boxes too, a service, and a bank. */
export const debtMasters = {
  items: `
    code kind
    work service
    bolt goods`,
  units: `
    item unit numerator denominator
    bolt box  12        1`,
  warehouses: `
    code
    MAIN`,
  partners: `
    code kind
    C1   customer
    S1   supplier`,
  accounts: `
    code
    BANK`,
};

/** What stands open after posted rows, at the end of a day or in the end; and that the book proves itself. */
export function owed(sheets: Readonly<Record<string, string>>, asOf?: string): readonly string[] {
  const { ledgers, view } = typedBook({ ...debtMasters, ...sheets });
  expect(selfCheck(ledgers)).toEqual([]);
  const day = asOf === undefined ? {} : { asOf: dayFromText(asOf) };
  const { rows } = openItems.run(ledgers, { all: true, ...day }, view);
  return textOf(rows, "number amount paid credited open");
}
