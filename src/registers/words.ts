import type { Word } from "./definition";

/** Goods lie in a warehouse, a service does not. */
export const itemKinds: readonly Word[] = [
  { code: "goods", title: { zh: "商品", en: "Goods" } },
  { code: "service", title: { zh: "服务", en: "Service" } },
];

/** What a warehouse holds. */
export const warehouseKinds: readonly Word[] = [
  { code: "main", title: { zh: "正品", en: "Good stock" } },
  { code: "inspect", title: { zh: "待检", en: "Inspection" } },
  { code: "reject", title: { zh: "不良", en: "Rejects" } },
  { code: "transit", title: { zh: "在途", en: "In transit" } },
  { code: "shop", title: { zh: "门店", en: "Shop" } },
];

/** Whom we buy from, whom we sell to, or both. */
export const partnerKinds: readonly Word[] = [
  { code: "supplier", title: { zh: "供应商", en: "Supplier" } },
  { code: "customer", title: { zh: "客户", en: "Customer" } },
  { code: "both", title: { zh: "两者", en: "Both" } },
];

/** What happens when a customer is late. */
export const overdueControls: readonly Word[] = [
  { code: "warn", title: { zh: "提醒", en: "Warn" } },
  { code: "approve", title: { zh: "审批", en: "Ask for approval" } },
  { code: "block", title: { zh: "禁止", en: "Block" } },
];

/** Where money lies. */
export const accountKinds: readonly Word[] = [
  { code: "cash", title: { zh: "现金", en: "Cash" } },
  { code: "bank", title: { zh: "银行", en: "Bank" } },
  { code: "wechat", title: { zh: "微信", en: "WeChat" } },
  { code: "alipay", title: { zh: "支付宝", en: "Alipay" } },
  { code: "note", title: { zh: "票据", en: "Note" } },
];

/** What has become of a row, in the order of the domain's list; blank means draft. */
export const statuses: readonly Word[] = [
  { code: "draft", title: { zh: "草稿", en: "Draft" } },
  { code: "approved", title: { zh: "已审核", en: "Approved" } },
  { code: "posted", title: { zh: "已过账", en: "Posted" } },
  { code: "void", title: { zh: "已作废", en: "Void" } },
  { code: "reversed", title: { zh: "已红冲", en: "Reversed" } },
  { code: "closed", title: { zh: "已关闭", en: "Closed" } },
];

/** Whether the tax of an invoice can be deducted: of an ordinary one it cannot. */
export const invoiceKinds: readonly Word[] = [
  { code: "special", title: { zh: "专票", en: "Special" } },
  { code: "ordinary", title: { zh: "普票", en: "Ordinary" } },
];

/** What a payment is for. */
export const purposes: readonly Word[] = [
  { code: "settle", title: { zh: "应收应付", en: "Settlement" } },
  { code: "advance", title: { zh: "预收预付", en: "Advance" } },
];

/** What a row of an assembly is. */
export const roles: readonly Word[] = [
  { code: "component", title: { zh: "材料", en: "Component" } },
  { code: "product", title: { zh: "成品", en: "Product" } },
  { code: "cost", title: { zh: "费用", en: "Cost" } },
];

/** By what freight is shared over the lines that it brought. */
export const purchaseBases: readonly Word[] = [
  { code: "equal", title: { zh: "等额", en: "Equal" } },
  { code: "qty", title: { zh: "数量", en: "Quantity" } },
  { code: "amount", title: { zh: "金额", en: "Amount" } },
  { code: "weight", title: { zh: "重量", en: "Weight" } },
  { code: "volume", title: { zh: "体积", en: "Volume" } },
  { code: "manual", title: { zh: "手工", en: "Manual" } },
];

/** By what the cost of an assembly is shared over what came of it. */
export const stockBases: readonly Word[] = [
  { code: "salesValue", title: { zh: "售价", en: "Sales value" } },
  { code: "qty", title: { zh: "数量", en: "Quantity" } },
];

/** How stock leaving is costed: the methods that this version does. */
export const costingMethods: readonly Word[] = [
  { code: "moving-average", title: { zh: "移动加权平均", en: "Moving average" } },
  { code: "fifo", title: { zh: "先进先出", en: "First in, first out" } },
  { code: "lifo", title: { zh: "后进先出（管理口径）", en: "Last in, first out (management view)" } },
  { code: "monthly-average", title: { zh: "全月一次加权平均", en: "Monthly average" } },
  { code: "batch", title: { zh: "个别计价", en: "Specific batch" } },
  { code: "standard", title: { zh: "标准成本", en: "Standard cost" } },
];

/** Yes, then no. */
export const yesNo: readonly Word[] = [
  { code: "true", title: { zh: "是", en: "Yes" } },
  { code: "false", title: { zh: "否", en: "No" } },
];

/** Whose debt an open item is. */
export const sides: readonly Word[] = [
  { code: "receivable", title: { zh: "应收", en: "Receivable" } },
  { code: "payable", title: { zh: "应付", en: "Payable" } },
];

/** How much of a document an instalment is. */
export const termKinds: readonly Word[] = [
  { code: "percentTotal", title: { zh: "占总额", en: "Per cent of the total" } },
  { code: "percentRemaining", title: { zh: "占余额", en: "Per cent of what is left" } },
  { code: "fixed", title: { zh: "定额", en: "Fixed amount" } },
  { code: "remainder", title: { zh: "余额", en: "Remainder" } },
];

/** Whether an instalment falls due at the end of a month: never, before its days are added, or after. */
export const monthEnds: readonly Word[] = [
  { code: "none", title: { zh: "无", en: "None" } },
  { code: "before", title: { zh: "先月末", en: "Month end first" } },
  { code: "after", title: { zh: "后月末", en: "Month end last" } },
];

/** What an early discount is taken of. */
export const discountBases: readonly Word[] = [
  { code: "gross", title: { zh: "含税额", en: "Gross" } },
  { code: "net", title: { zh: "不含税额", en: "Net" } },
];

/** What a promotion gives: per cent off, an amount off, a special price, or goods. */
export const promotionKinds: readonly Word[] = [
  { code: "percent", title: { zh: "折扣", en: "Per cent off" } },
  { code: "amount", title: { zh: "满减", en: "Amount off" } },
  { code: "price", title: { zh: "特价", en: "Special price" } },
  { code: "gift", title: { zh: "买赠", en: "Gift" } },
];

/** Whether a period can still be posted into. */
export const periodStates: readonly Word[] = [
  { code: "open", title: { zh: "未结", en: "Open" } },
  { code: "closed", title: { zh: "已结", en: "Closed" } },
];

/** Whether money of a category comes in or goes out. */
export const cashDirections: readonly Word[] = [
  { code: "in", title: { zh: "收入", en: "Income" } },
  { code: "out", title: { zh: "支出", en: "Expense" } },
];

/** What a reason means for the tax. */
export const vatTreatments: readonly Word[] = [
  { code: "none", title: { zh: "无", en: "None" } },
  { code: "inputOut", title: { zh: "进项转出", en: "Input tax reversed" } },
  { code: "deemedSale", title: { zh: "视同销售", en: "Deemed sale" } },
];

/** What is done about an overdue debt: it is asked for, disputed, promised for a day, or that is over. */
export const dunningEvents: readonly Word[] = [
  { code: "dunned", title: { zh: "已催款", en: "Dunned" } },
  { code: "disputed", title: { zh: "有争议", en: "Disputed" } },
  { code: "promised", title: { zh: "承诺付款", en: "Promised" } },
  { code: "resolved", title: { zh: "已解决", en: "Resolved" } },
];
