import type { Title } from "../domain/kernel/title";

/** What the summary of the demo says around its figures. */
export const DEMO_WORDS = {
  title: {
    zh: "台账 · 五金店样例 · 2026 年第一季度，截至",
    en: "Taizhang · sample hardware store · first quarter of 2026, as of",
  },
  posted: { zh: "■ 已过账", en: "■ Posted" },
  refused: { zh: "■ 未过账，仍是草稿，原因如下", en: "■ Not posted, still drafts, and why" },
  onPurpose: {
    zh: "（样例里故意写错的三张，改正后再过账即可）",
    en: "(The sample has these wrong on purpose: correct them and post again.)",
  },
  stock: { zh: "■ 库存金额，按仓库", en: "■ Stock value by warehouse" },
  partners: { zh: "■ 应收应付，按往来单位", en: "■ Receivables and payables by partner" },
  cash: { zh: "■ 资金，按账户", en: "■ Money by account" },
  sales: {
    zh: "■ 销售额（不含税，已扣退货），类别 × 月份",
    en: "■ Sales (net of tax and returns), category × month",
  },
  verified: { zh: "■ 自检", en: "■ Self-check" },
  holds: {
    zh: "✓ 通过：库存、往来、资金各处勾稽相符",
    en: "✓ holds: stock, debts and money tie everywhere",
  },
  fails: { zh: "✗ 未通过", en: "✗ fails" },
  saved: { zh: "■ 账簿已保存", en: "■ The book is saved" },
  open: {
    zh: "用 Excel、WPS 或 LibreOffice 打开看看；改动之后再执行 check、post、recompute。",
    en: "Open it in Excel, WPS or LibreOffice; after a change run check, post and recompute again.",
  },
  type: { zh: "单据", en: "Type" },
  documents: { zh: "张数", en: "Documents" },
  lines: { zh: "行数", en: "Lines" },
  code: { zh: "编码", en: "Code" },
  name: { zh: "名称", en: "Name" },
  value: { zh: "金额", en: "Value" },
  balance: { zh: "余额", en: "Balance" },
  total: { zh: "合计", en: "Total" },
} as const satisfies Readonly<Record<string, Title>>;
