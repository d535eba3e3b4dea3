import { accounts } from "./accounts";
import { cashLedger } from "./cash-ledger";
import type { TableDefinition } from "./definition";
import { items } from "./items";
import { openItems } from "./open-items";
import { partnerBalances } from "./partner-balances";
import { partners } from "./partners";
import { payments } from "./payments";
import { purchases } from "./purchases";
import { sales } from "./sales";
import { settings } from "./settings";
import { stockBalances } from "./stock-balances";
import { stockLedger } from "./stock-ledger";
import { stock } from "./stock";
import { units } from "./units";
import { warehouses } from "./warehouses";

/** Every table of the book, in the order of a new workbook's sheets: what is typed daily comes first. */
export const tables: readonly TableDefinition[] = [
  purchases,
  sales,
  stock,
  payments,
  stockBalances,
  partnerBalances,
  stockLedger,
  openItems,
  cashLedger,
  items,
  units,
  warehouses,
  partners,
  accounts,
  settings,
];
