import type { Row } from "../oracle/oracle-book";
import { hasNothing, goodsColumns, pick } from "./random-desk";
import type { Writer } from "./random-trade";

/**
 * Another value for what lies there: so much more or less, or a unit cost; now and then of one receipt alone.
 */
export const writeAdjustment: Writer = (slot) => {
  const { line, sheet } = slot;
  if (hasNothing(slot)) return null;
  const receipts = sheet.desk.receipts.filter((one) => one.item === slot.item && one.batch === slot.batch);
  const ref = line.twist === 6 && receipts.length > 0 ? { ref: pick(receipts, line.ref).rowId } : {};
  const worth: Row =
    line.twist % 3 === 0
      ? { unitCost: line.price / 1000 }
      : { value: (line.twist % 3 === 1 ? line.price : -line.share) / 100 };
  return { ...goodsColumns(slot), warehouse: sheet.warehouse, ...worth, ...ref };
};

const bases = ["", "qty", "amount", "equal", "weight", "volume"];

/** Freight and the like of one or a few lines received; now and then less instead of more. */
export const writeCharge: Writer = (slot) => {
  const { line, sheet } = slot;
  const goods = sheet.desk.receipts.filter((one) => !one.item.service);
  if (goods.length === 0) return null;
  const named = [0, 1, 2].slice(0, 1 + (line.twist % 3)).map((at) => pick(goods, line.ref + at).rowId);
  const amount = line.twist === 4 ? -line.share / 100 : line.amount / 100;
  return {
    total: amount,
    taxRate: pick([9, 0, 6], line.rate),
    ref: [...new Set(named)].join(";"),
    basis: pick(bases, line.batch + line.twist),
    ...(sheet.step.twist === 6 ? { invoiceKind: "ordinary" } : {}),
  };
};
