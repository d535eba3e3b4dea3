import { accounts } from "./accounts";
import { cashLedger } from "./cash-ledger";
import type { TableDefinition } from "./definition";
import { dunning, dunningLevels } from "./dunning";
import { budgets, targets } from "./goals";
import { items } from "./items";
import { log } from "./log";
import { openItems } from "./open-items";
import { partnerBalances } from "./partner-balances";
import { partners } from "./partners";
import { payments } from "./payments";
import { methodChange, periods } from "./periods";
import { prices, promotions } from "./price-rules";
import { purchases } from "./purchases";
import { categories, reasons } from "./reasons";
import { sales } from "./sales";
import { settings } from "./settings";
import { staff } from "./staff";
import { stockBalances } from "./stock-balances";
import { stockLedger } from "./stock-ledger";
import { batches, bins, bom } from "./stock-masters";
import { stock } from "./stock";
import { terms } from "./terms";
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
  terms,
  prices,
  promotions,
  bom,
  batches,
  bins,
  categories,
  reasons,
  staff,
  periods,
  methodChange,
  targets,
  budgets,
  dunningLevels,
  dunning,
  settings,
  log,
];
