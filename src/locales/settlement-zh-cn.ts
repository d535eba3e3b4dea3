import type { Telling, Told } from "./telling";

/** 哪一天已不能过账，改动的是哪张单据的金额。 */
function closedDay({ say, maybe, table, row }: Told): string {
  const place = (): string => `“${table("restatedTable")}”第${row("restatedRow", "restatedTable")}行`;
  return (
    maybe("restated", (number) => `这一步会改变 ${number}（${place()}）的金额。它的`) +
    `日期 ${say("date")} 早于允许过账的最早日期 ${say("limit")}` +
    `${maybe("period", (period) => `（期间 ${period} 已结账）`)}。`
  );
}

/** 日期已不能过账时可以怎么办。 */
function wayOut({ say, maybe }: Told): string {
  const open = maybe("period", () => "反结账该期间（reopen）") || "调整冻结日期";
  return (
    maybe("number", (number) => `请改为红冲 ${number}，日期不早于 ${say("limit")}；或先${open}。`) ||
    maybe("restated", () => `请先${open}。`) ||
    "请改日期；确需补录时先调整冻结日期或补录天数。"
  );
}

/** What is said of terms, credit, write-offs and accounts. */
export const settlementZhCn = {
  WRITE_OFF_LIMIT: ({ say }) =>
    `抹零合计将达 ${say("amount")}，超过抹零限额 ${say("limit")}。请收付余款、改用其他原因，或在参数中提高抹零限额。`,
  CREDIT_EXCEEDED: ({ say }) =>
    `加上本单 ${say("amount")}，${say("partner")} 的信用占用（含已订未发、已发未开票）将为 ${say("exposure")}，` +
    `超过信用额度 ${say("limit")}。请先收款、减少本单金额，控制方式为审批时送审，或调整信用额度。`,
  APPROVE_LIMIT: ({ say }) =>
    `本单金额 ${say("amount")}，超过 ${say("user")} 的审批限额 ${say("limit")}。` +
    "请由有权限的人审核后再过账，或在人员表中提高审批限额。",
  APPROVAL_STALE: ({ maybe }) =>
    (maybe(
      "by",
      (by) => `本单由 ${by}${maybe("at", (at) => ` 于 ${at}`)} 审核，此后又被修改，或已过账一次。`,
    ) || "本单标为已审核，但操作日志中没有它的审核记录：状态是手工填写的，或由不留审核记录的旧版本审核。") +
    "现按草稿处理：请重新审核。",
  OPENING_UNTIED: ({ say }) =>
    `有 ${say("count")} 笔期初余额与当日账面不符，这是第一笔：该类期初录入合计 ${say("typed")}，账面为 ${say("ledger")}。` +
    "有单据日期早于期初：请改其日期或更正期初，详见报表“期初建账核对”。",
  ACCOUNT_SHORT: ({ say, maybe }) =>
    `资金账户 ${say("account")} 在 ${say("date")}${maybe("number", (number) => `（${number} 之后）`)} 余额将为 ${say("balance")}，` +
    `超出透支额度 ${say("limit")}。请先收款或从别的账户转入、减少金额，或在资金账户表填写透支额度。`,
  OVERDUE: ({ say, maybe, table, row }) =>
    `${say("partner")} 的 ` +
    (maybe("number", (number) => `${number} `) ||
      `草稿（“${table("draftTable")}”第${row("draftRow", "draftTable")}行）`) +
    `于 ${say("due")} 到期，至本单日期已逾期 ${say("days")} 天，尚欠 ${say("open")}。` +
    (maybe(
      "credits",
      (credits) => `该单位另有预收款或贷项 ${credits} 没有核销：请先核销（match），不够的再收款，`,
    ) || "请先收款，") +
    "控制方式为审批时送审，或修改该单位的逾期控制。",
  SAME_ACCOUNT: ({ say }) => `转出与转入是同一账户 ${say("value")}。请改选另一个账户。`,
  TERMS_NOT_WHOLE: ({ say, maybe }) =>
    (maybe("sum", (sum) => `收付款条件 ${say("terms")} 到第 ${say("line")} 行合计 ${sum}%，不是 100%。`) ||
      `收付款条件 ${say("terms")} 有定额，而第 ${say("line")} 行没有收下余额。`) +
    "请改正收付款条件表中的各行，或把最后一行设为余额。",
  TERMS_UNFIT: ({ say, table, row, column }) =>
    `收付款条件 ${say("terms")} 无法执行：其第 ${say("line")} 行（“${table("register")}”第${row("termsRow", "register")}行）的` +
    `“${column("termsColumn", "register")}”有误。请在该表改正，或改用别的条件。`,
  TERMS_EARLY: ({ say }) =>
    `按收付款条件 ${say("terms")} 第 ${say("line")} 行，${say("date")} 的本单应于 ${say("due")} 到期，早于单据日期。` +
    "请改正收付款条件表中的天数，或改用别的条件。",
  DISCOUNT_OVER: ({ say }) =>
    `现金折扣 ${say("taken")} 超过款项 ${say("amount")} 核销后的余额 ${say("left")}（本行共核销 ${say("settled")}）。` +
    "只有实际收付的款项可留作预收预付：请减少现金折扣，或把预收预付的款项另起一行。",
  DISCOUNT_BEYOND_TERMS: ({ say, maybe }) =>
    `现金折扣 ${say("taken")}，而收付款条件只给 ${say("given")}${maybe("until", (day) => `（${day} 前（含）付款）`)}。` +
    "如系另行商定可保留，否则请改正。",
  TERMS_UNKNOWN: (told) =>
    `${told.say("partner")} 的收付款条件“${told.say("value")}”不在收付款条件表中，本单按当日到期处理。${told.maybe("nearest", (value) => `是否应为“${value}”？`)}` +
    "请在该表补上，或改正往来单位。",
  INVOICE_TWICE: ({ say, maybe }) =>
    `该供应商的发票 ${say("value")} 已在${maybe("number", (number) => ` ${number} `) || "另一张草稿"}中录入。` +
    "如果是同一笔的入库单和发票，请让发票引用入库单；否则请改正发票号码或删除本单，确属无误可审核后过账。",
  INVOICE_WITHOUT_RECEIPT: ({ say }) =>
    `发票上的 ${say("item")} ${say("qty")} 没有引用采购入库单：只会产生应付 ${say("amount")}，不会入库，也不更正存货成本。` +
    "货已入库的，请在此填写入库单号（或“单号/行号”）；货未到的，请先录采购入库单，再引用它。",
  PAYMENT_HELD: ({ say, maybe, table, row }) =>
    (maybe("against", (against) => `${against} `) ||
      `“${table("draftTable")}”第${row("draftRow", "draftTable")}行的草稿`) +
    `的订单、入库、发票不一致：开票数量 ${say("invoiced")}、不含税 ${say("billed")}，` +
    `入库数量 ${say("received")}，约定金额 ${say("agreed")}${maybe("twice", (number) => `，发票 ${number} 重复`)}。` +
    "请查看三单匹配，先处理差异，或把付款申请送审。",
  PERIOD_CLOSED: (told) => closedDay(told) + wayOut(told),
} satisfies Partial<Telling["sentences"]>;
