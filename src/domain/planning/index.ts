import { eoq } from "./eoq";
import type { Formula } from "./formula";
import { margin } from "./margin";
import { periodicCost } from "./periodic-cost";
import { reorderPoint } from "./reorder-point";
import { reorderQty } from "./reorder-qty";
import { safetyStock } from "./safety-stock";
import { tax } from "./tax";
import { terms } from "./terms";
import { unitConvert } from "./unit-convert";

/** Every formula that can be asked for by itself. Source: CONTRACT §4 calc. */
export const formulas: readonly Formula[] = [
  eoq,
  safetyStock,
  reorderPoint,
  reorderQty,
  periodicCost,
  unitConvert,
  margin,
  terms,
  tax,
];
