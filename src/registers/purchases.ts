import type { TableDefinition } from "./definition";
import { arranged, commonColumns, goodsColumns, tradeColumns, tradeOrder } from "./register-columns";
import { purchaseBases } from "./words";

/** Everything bought: orders, receipts, invoices, returns, freight. */
export const purchases: TableDefinition = {
  id: "purchases",
  title: { zh: "采购单据", en: "Purchases" },
  role: "register",
  required: true,
  columns: arranged(tradeOrder, [
    ...commonColumns,
    ...goodsColumns,
    ...tradeColumns,
    { id: "accepted", title: { zh: "合格数量", en: "Accepted quantity" }, kind: "quantity" },
    { id: "rejected", title: { zh: "不合格数量", en: "Rejected quantity" }, kind: "quantity" },
    { id: "basis", title: { zh: "分摊依据", en: "Sharing basis" }, kind: "word", words: purchaseBases },
  ]),
};
