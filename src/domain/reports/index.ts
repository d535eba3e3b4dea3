import { cashBook } from "./cash-book";
import { costingCompare } from "./costing-compare";
import { openItems } from "./open-items";
import { purchasePivot } from "./purchase-pivot";
import type { ReportDefinition } from "./report";
import { salesPivot } from "./sales-pivot";
import { stockLedger } from "./stock-ledger";
import { stockLots } from "./stock-lots";
import { stockMovement } from "./stock-movement";
import { stockOnHand } from "./stock-on-hand";

/** Every report, in the order of the menu. */
export const reports: readonly ReportDefinition[] = [
  stockOnHand,
  stockLedger,
  stockLots,
  stockMovement,
  costingCompare,
  openItems,
  cashBook,
  salesPivot,
  purchasePivot,
];
