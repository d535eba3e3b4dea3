import type { TableDefinition } from "./definition";
import { arranged, commonColumns, goodsColumns, tradeColumns, tradeOrder } from "./register-columns";

/** Everything sold: quotations, orders, deliveries, invoices, returns, counter sales. */
export const sales: TableDefinition = {
  id: "sales",
  title: { zh: "销售单据", en: "Sales" },
  role: "register",
  required: true,
  columns: arranged(tradeOrder, [
    ...commonColumns,
    ...goodsColumns,
    ...tradeColumns,
    { id: "salesperson", title: { zh: "业务员", en: "Salesperson" }, kind: "text" },
    { id: "channel", title: { zh: "渠道", en: "Channel" }, kind: "text" },
    { id: "carrier", title: { zh: "物流公司", en: "Carrier" }, kind: "text" },
    { id: "trackingNo", title: { zh: "运单号", en: "Tracking number" }, kind: "code", width: 20 },
    { id: "address", title: { zh: "收货地址", en: "Delivery address" }, kind: "text", width: 30 },
  ]),
};
