import type { ColumnDefinition } from "./definition";
import { invoiceKinds, statuses } from "./words";

/** What every row of every register has. The row's own number in the document is `line`. */
export const commonColumns: readonly ColumnDefinition[] = [
  { id: "type", title: { zh: "单据类型", en: "Document type" }, kind: "word", key: true, width: 14 },
  { id: "date", title: { zh: "日期", en: "Date" }, kind: "day" },
  { id: "partner", title: { zh: "往来单位", en: "Partner" }, kind: "code", refersTo: "partners" },
  {
    id: "partnerName",
    title: { zh: "单位名称", en: "Partner name" },
    kind: "text",
    computed: true,
    width: 24,
  },
  { id: "number", title: { zh: "单号", en: "Number" }, kind: "code", computed: true, width: 20 },
  { id: "line", title: { zh: "行号", en: "Line" }, kind: "whole" },
  { id: "draft", title: { zh: "草稿号", en: "Draft" }, kind: "code" },
  { id: "time", title: { zh: "时间", en: "Time" }, kind: "time" },
  { id: "externalNo", title: { zh: "外部单号", en: "External number" }, kind: "code", width: 18 },
  { id: "handler", title: { zh: "经手人", en: "Handled by" }, kind: "text" },
  { id: "note", title: { zh: "备注", en: "Note" }, kind: "text", width: 24 },
  { id: "status", title: { zh: "状态", en: "Status" }, kind: "word", words: statuses, width: 10 },
  { id: "approvedBy", title: { zh: "审核人", en: "Approved by" }, kind: "stamp", computed: true },
  { id: "approvedAt", title: { zh: "审核时间", en: "Approved at" }, kind: "stamp", computed: true },
  { id: "postedBy", title: { zh: "过账人", en: "Posted by" }, kind: "stamp", computed: true },
  { id: "postedAt", title: { zh: "过账时间", en: "Posted at" }, kind: "stamp", computed: true },
  { id: "revision", title: { zh: "修订", en: "Revision" }, kind: "whole", computed: true },
  { id: "importKey", title: { zh: "导入键", en: "Import key" }, kind: "stamp", computed: true },
  { id: "ref", title: { zh: "来源单号", en: "Reference" }, kind: "code", width: 20 },
  { id: "reason", title: { zh: "业务原因", en: "Reason" }, kind: "code" },
  { id: "rowId", title: { zh: "行ID", en: "Row ID" }, kind: "stamp", computed: true, width: 28 },
];

/** What every row of goods has, whether bought, sold or moved. */
export const goodsColumns: readonly ColumnDefinition[] = [
  { id: "warehouse", title: { zh: "仓库", en: "Warehouse" }, kind: "code", refersTo: "warehouses" },
  { id: "bin", title: { zh: "货位", en: "Bin" }, kind: "code" },
  { id: "item", title: { zh: "商品编码", en: "Item code" }, kind: "code", refersTo: "items" },
  { id: "itemName", title: { zh: "商品名称", en: "Item name" }, kind: "text", computed: true, width: 24 },
  { id: "spec", title: { zh: "规格型号", en: "Specification" }, kind: "text", computed: true },
  { id: "batch", title: { zh: "批次", en: "Batch" }, kind: "code" },
  { id: "produced", title: { zh: "生产日期", en: "Produced" }, kind: "day" },
  { id: "expires", title: { zh: "有效期至", en: "Expires" }, kind: "day" },
  { id: "serial", title: { zh: "序列号", en: "Serial numbers" }, kind: "code", width: 20 },
  { id: "unit", title: { zh: "单位", en: "Unit" }, kind: "text", width: 8 },
  { id: "qty", title: { zh: "数量", en: "Quantity" }, kind: "quantity" },
  { id: "taxRate", title: { zh: "税率", en: "Tax rate" }, kind: "rate" },
];

/** What a price is, and whether the tax is in it. */
export const priceColumns: readonly ColumnDefinition[] = [
  { id: "price", title: { zh: "单价", en: "Price" }, kind: "price" },
  { id: "priceIncludesTax", title: { zh: "含税", en: "Price includes tax" }, kind: "flag" },
];

/** What every row bought or sold has besides: price, tax, terms, invoice and what is left of an order. */
export const tradeColumns: readonly ColumnDefinition[] = [
  ...priceColumns,
  { id: "discount", title: { zh: "折扣率", en: "Discount rate" }, kind: "rate" },
  { id: "discountAmount", title: { zh: "折扣额", en: "Discount amount" }, kind: "money" },
  { id: "documentDiscount", title: { zh: "整单优惠", en: "Document discount" }, kind: "money" },
  { id: "net", title: { zh: "不含税额", en: "Net amount" }, kind: "money" },
  { id: "tax", title: { zh: "税额", en: "Tax amount" }, kind: "money" },
  { id: "total", title: { zh: "价税合计", en: "Total amount" }, kind: "money" },
  { id: "terms", title: { zh: "收付款条件", en: "Payment terms" }, kind: "code" },
  { id: "due", title: { zh: "到期日", en: "Due date" }, kind: "day" },
  { id: "promised", title: { zh: "交货日期", en: "Delivery date" }, kind: "day" },
  { id: "invoice", title: { zh: "发票号码", en: "Invoice number" }, kind: "code", width: 22 },
  { id: "invoiceKind", title: { zh: "发票类型", en: "Invoice kind" }, kind: "word", words: invoiceKinds },
  { id: "account", title: { zh: "结算账户", en: "Account" }, kind: "code", refersTo: "accounts" },
  { id: "paid", title: { zh: "本次收付款", en: "Paid now" }, kind: "money" },
  { id: "executed", title: { zh: "已执行数量", en: "Executed quantity" }, kind: "quantity", computed: true },
  { id: "open", title: { zh: "未执行数量", en: "Open quantity" }, kind: "quantity", computed: true },
  { id: "cost", title: { zh: "成本金额", en: "Cost amount" }, kind: "money", computed: true },
];

/** Shown columns of a register in their order; the rest follow, grouped and collapsed; rowId last, hidden. */
export function arranged(
  shown: readonly string[],
  columns: readonly ColumnDefinition[],
): readonly ColumnDefinition[] {
  const front = shown.flatMap((id) => columns.filter((column) => column.id === id));
  const rest = columns.filter((column) => !shown.includes(column.id) && column.id !== "rowId");
  const last = columns.filter((column) => column.id === "rowId");
  return [
    ...front,
    ...rest.map((column) => ({ ...column, grouped: true as const })),
    ...last.map((column) => ({ ...column, hidden: true as const })),
  ];
}

/** How the registers of purchases and sales begin. Source: CONTRACT §2, column order of a new register. */
export const tradeOrder: readonly string[] = [
  ..."type date partner partnerName warehouse item itemName spec qty unit price priceIncludesTax".split(" "),
  ..."taxRate discount net tax total batch expires ref note status number".split(" "),
];
