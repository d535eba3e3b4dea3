import { availableToPromise } from "./available-to-promise";
import { cashBook } from "./cash-book";
import { costingCompare } from "./costing-compare";
import { costDifferenceRows } from "./cost-differences";
import { costVariance } from "./cost-variance";
import { dunning } from "./dunning";
import { landedCostShares } from "./landed-cost";
import { lineage } from "./lineage";
import { openingBalances } from "./opening-balances";
import { openItems } from "./open-items";
import { openOrders } from "./open-orders";
import { partnerAgeing } from "./partner-ageing";
import { purchasePivot } from "./purchase-pivot";
import { grossProfit } from "./gross-profit";
import type { ReportDefinition } from "./report";
import { salesPivot } from "./sales-pivot";
import { stockAgeing } from "./stock-ageing";
import { stockGainsLosses } from "./stock-gains-losses";
import { stockLedger } from "./stock-ledger";
import { stockLots } from "./stock-lots";
import { stockMovement } from "./stock-movement";
import { stockOnHand } from "./stock-on-hand";
import { threeWayMatch } from "./three-way-match";

/** Every report, in the order of the menu. */
export const reports: readonly ReportDefinition[] = [
  stockOnHand,
  stockLedger,
  stockLots,
  stockMovement,
  stockGainsLosses,
  costingCompare,
  costVariance,
  grossProfit,
  costDifferenceRows,
  stockAgeing,
  landedCostShares,
  lineage,
  openOrders,
  availableToPromise,
  openItems,
  partnerAgeing,
  dunning,
  threeWayMatch,
  cashBook,
  openingBalances,
  salesPivot,
  purchasePivot,
];
