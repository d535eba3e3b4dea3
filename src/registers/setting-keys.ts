import type { Title } from "../domain/kernel/title";
import type { Word } from "./definition";
import { costingMethods } from "./words";

/**
 * One parameter of the book. `kind` says what its value may be: `word` one of `words`, `flag` yes or no,
 * `rate` per cent, `amount` of money, `wholes` several whole numbers ascending, `whole` from `least` to
 * `most`, `day`, `text` anything; `fallback` is what holds where the table is silent, as text; `idle`
 * parameters are kept but change nothing yet.
 */
export interface SettingDefinition {
  readonly key: string;
  readonly title: Title;
  readonly kind: "word" | "flag" | "rate" | "amount" | "whole" | "wholes" | "day" | "text";
  readonly fallback: string;
  readonly words?: readonly Word[];
  readonly least?: number;
  readonly most?: number;
  readonly idle?: true;
}

const word = (code: string, zh: string, en: string): Word => ({ code, title: { zh, en } });

/** The smallest coins there are, as figures and as they are written. */
const COINS = [
  ["0.01", "0.01"],
  ["0.02", "0.02"],
  ["0.05", "0.05"],
  ["0.1", "0.10"],
  ["0.2", "0.20"],
  ["0.25", "0.25"],
  ["0.5", "0.50"],
  ["1", "1.00"],
  ["5", "5.00"],
  ["10", "10.00"],
  ["50", "50.00"],
  ["100", "100.00"],
] as const;

const original = word("original", "原单", "Original");
const method = word("method", "按计价方法", "By costing method");

/** How stock is costed. Source: CONTRACT §3; words of policies that this version does not do are left out. */
const costing: readonly SettingDefinition[] = [
  {
    key: "costing",
    title: { zh: "计价方法", en: "Costing method" },
    kind: "word",
    fallback: "moving-average",
    words: costingMethods,
  },
  {
    key: "costingScope",
    title: { zh: "成本核算范围", en: "Costing scope" },
    kind: "word",
    fallback: "",
    words: [word("warehouse", "仓库", "Warehouse"), word("company", "公司", "Company")],
  },
  {
    key: "sameDayOrder",
    title: { zh: "同日先后", en: "Order within a day" },
    kind: "word",
    fallback: "entry",
    words: [word("entry", "录入", "As entered"), word("receiptsFirst", "先入后出", "Receipts first")],
  },
  {
    key: "negativeStock",
    title: { zh: "负库存", en: "Negative stock" },
    kind: "word",
    fallback: "block",
    words: [word("block", "禁止", "Block"), word("allow", "允许", "Allow")],
  },
  {
    key: "shortageCost",
    title: { zh: "负库存出库成本", en: "Shortage cost" },
    kind: "word",
    fallback: "last",
    words: [word("last", "最近成本", "Last cost"), word("zero", "零", "Zero")],
  },
  {
    key: "shortageSettlement",
    title: { zh: "负库存结算", en: "Shortage settlement" },
    kind: "word",
    fallback: "recost",
    words: [word("recost", "重算成本", "Re-cost"), word("variance", "差异单列", "Variance")],
  },
  {
    key: "salesReturnCost",
    title: { zh: "销售退货成本", en: "Sales return cost" },
    kind: "word",
    fallback: "original",
    words: [original, method],
  },
  {
    key: "purchaseReturnCost",
    title: { zh: "采购退货成本", en: "Purchase return cost" },
    kind: "word",
    fallback: "original",
    words: [original, method],
  },
  {
    key: "landedCost",
    title: { zh: "费用分摊", en: "Landed cost" },
    kind: "word",
    fallback: "retroactive",
    words: [word("retroactive", "追溯", "Retroactive"), word("remaining", "仅剩余", "Remaining")],
  },
  {
    key: "countGainCost",
    title: { zh: "盘盈成本", en: "Count gain cost" },
    kind: "word",
    fallback: "current",
    words: [
      word("current", "当前成本", "Current"),
      word("typed", "录入", "Typed"),
      word("oldest", "最早成本层", "Oldest layer"),
    ],
  },
  {
    key: "transferDate",
    title: { zh: "调拨成本层日期", en: "Transfer layer date" },
    kind: "word",
    fallback: "original",
    words: [word("original", "原入库日", "Original"), word("transfer", "调拨日", "Transfer")],
  },
  {
    key: "batchCost",
    title: { zh: "批次成本", en: "Batch cost" },
    kind: "word",
    fallback: "batch",
    words: [word("batch", "按批次", "Per batch"), word("pooled", "合并", "Pooled")],
  },
];

/** When debts arise and how they are settled and shown. */
const debts: readonly SettingDefinition[] = [
  {
    key: "receivableOn",
    title: { zh: "应收确认", en: "Receivable on" },
    kind: "word",
    fallback: "delivery",
    words: [word("delivery", "出库", "Delivery"), word("invoice", "开票", "Invoice")],
  },
  {
    key: "payableOn",
    title: { zh: "应付确认", en: "Payable on" },
    kind: "word",
    fallback: "receipt",
    words: [word("receipt", "入库", "Receipt"), word("invoice", "到票", "Invoice")],
  },
  {
    key: "accrual",
    title: { zh: "暂估方式", en: "Accrual" },
    kind: "word",
    fallback: "difference",
    words: [
      word("difference", "单到补差", "Difference on invoice"),
      word("reversal", "单到回冲", "Reversal on invoice"),
      word("monthStart", "月初回冲", "Reversal at month start"),
    ],
  },
  {
    key: "autoSettle",
    title: { zh: "自动核销", en: "Automatic settlement" },
    kind: "word",
    fallback: "oldest",
    words: [word("oldest", "最早优先", "Oldest first"), word("none", "不自动", "None")],
  },
  {
    key: "advancesInAgeing",
    title: { zh: "账龄含预收预付", en: "Advances in ageing" },
    kind: "word",
    fallback: "separate",
    words: [word("separate", "单列", "Separate"), word("netted", "抵减", "Netted")],
  },
  {
    key: "ageingBasis",
    title: { zh: "账龄基准", en: "Ageing basis" },
    kind: "word",
    fallback: "due",
    words: [word("due", "到期日", "Due date"), word("document", "单据日期", "Document date")],
  },
  {
    key: "ageingBuckets",
    title: { zh: "账龄区间", en: "Ageing buckets" },
    kind: "wholes",
    fallback: "30,60,90,180",
  },
  {
    key: "smallWriteOff",
    title: { zh: "抹零限额", en: "Small write-off limit" },
    kind: "amount",
    fallback: "1.00",
  },
  {
    key: "interestRate",
    title: { zh: "逾期年利率", en: "Interest on overdue debts" },
    kind: "rate",
    fallback: "0",
  },
];

/** Taxes, money and everything about the book itself. */
const general: readonly SettingDefinition[] = [
  {
    key: "taxpayer",
    title: { zh: "纳税人类型", en: "Taxpayer" },
    kind: "word",
    fallback: "general",
    words: [word("general", "一般纳税人", "General"), word("small", "小规模", "Small-scale")],
  },
  {
    key: "standards",
    title: { zh: "会计准则", en: "Accounting standards" },
    kind: "word",
    fallback: "enterprise",
    words: [
      word("enterprise", "企业会计准则", "Enterprise"),
      word("small", "小企业会计准则", "Small enterprise"),
    ],
    idle: true,
  },
  {
    key: "priceIncludesTax",
    title: { zh: "单价含税", en: "Price includes tax" },
    kind: "flag",
    fallback: "no",
  },
  { key: "taxRate", title: { zh: "默认税率", en: "Default tax rate" }, kind: "rate", fallback: "0" },
  {
    key: "taxRounding",
    title: { zh: "税额尾差处理", en: "Tax rounding" },
    kind: "word",
    fallback: "line",
    words: [word("line", "按行", "Line"), word("document", "按单", "Document")],
  },
  {
    key: "moneyDecimals",
    title: { zh: "金额小数位", en: "Money decimals" },
    kind: "whole",
    fallback: "2",
    least: 0,
    most: 6,
  },
  {
    key: "moneyStep",
    title: { zh: "金额最小单位", en: "Money step" },
    kind: "word",
    fallback: "",
    words: COINS.map(([coin, written]) => word(coin, written, written)),
  },
  { key: "warehouse", title: { zh: "默认仓库", en: "Default warehouse" }, kind: "text", fallback: "" },
  {
    key: "numbering",
    title: { zh: "单据编号", en: "Numbering" },
    kind: "word",
    fallback: "day",
    words: [word("day", "按日", "By day"), word("month", "按月", "By month")],
  },
  { key: "station", title: { zh: "电脑代号", en: "Station" }, kind: "text", fallback: "" },
  { key: "frozenUntil", title: { zh: "冻结日期", en: "Frozen until" }, kind: "day", fallback: "" },
  {
    key: "backdateDays",
    title: { zh: "允许补录天数", en: "Backdating days" },
    kind: "whole",
    fallback: "",
    least: 0,
    most: 36500,
  },
  {
    key: "language",
    title: { zh: "语言", en: "Language" },
    kind: "word",
    fallback: "zh-CN",
    words: [word("zh-CN", "中文", "Chinese"), word("en-US", "英文", "English")],
  },
];

/** Every parameter of the contract, in its order of a new settings table. Source: CONTRACT §3. */
export const settingDefinitions: readonly SettingDefinition[] = [...costing, ...debts, ...general];
