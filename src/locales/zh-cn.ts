import { expectation } from "./expected";
import { entryZhCn } from "./entry-zh-cn";
import { logZhCn } from "./log-zh-cn";
import { settlementZhCn } from "./settlement-zh-cn";
import type { Told, Telling } from "./telling";
import { unfitSentence } from "./unfit";

/** Which of two figures is the day cannot be told: what to type instead. */
function orderUnclear({ maybe }: Told): string {
  const days = maybe("either", (day) => day) + maybe("or", (day) => ` 或 ${day}`);
  return days === "" ? "" : `看不出哪个是月、哪个是日。请按年月日填写：${days}。`;
}

/** What a reference means is there, as a draft that is refused itself: that is what is to be mended. */
function refused({ say, maybe, table, row }: Told): string {
  const where = maybe(
    "refusedRow",
    () => `“${table("refusedTable")}”第${row("refusedRow", "refusedTable")}行`,
  );
  return where === "" ? "" : `“${say("value")}”是${where}的草稿，那一张自己还不能过账。请先改正它。`;
}

/** The kinds of thing that a request names, by the word it begins with. */
const KINDS = new Map([
  ["verb", "命令"],
  ["table", "表"],
  ["report", "报表"],
  ["column", "列"],
  ["draft", "草稿"],
  ["sample", "样例"],
  ["lang", "语言"],
]);

/** `table x` as 表 x; what begins with no such word stays as it is. */
function inChinese(what: string): string {
  const [kind, ...rest] = what.split(" ");
  const word = KINDS.get(kind);
  return word === undefined || rest.length === 0 ? what : `${word} ${rest.join(" ")}`;
}

function expects({ maybe }: Told): string {
  return maybe("expected", (code) => expectation(code, "zh"));
}

/** 单位换算里有这个单位、却不能用时也找不到。 */
function unusable({ say }: Told): string {
  return say("register") === "units" ? "（或那一行的分子、分母填得不对）" : "";
}

/** “是否应为 X？” where something near is known. */
function near({ maybe }: Told): string {
  return maybe("nearest", (value) => `是否应为“${value}”？`);
}

const BASIS_WORDS: ReadonlyMap<string, string> = new Map([
  ["amount", "金额"],
  ["weight", "重量"],
  ["volume", "体积"],
  ["qty", "数量"],
]);

function basisWord(basis: string): string {
  return `${BASIS_WORDS.get(basis) ?? ""}（${basis}）`;
}

function batch({ maybe }: Told): string {
  return maybe("batch", (value) => `（批次 ${value}）`);
}

function between({ maybe }: Told): string {
  return maybe("least", (value) => `不小于 ${value}`) + maybe("most", (value) => `、不大于 ${value}`);
}

/** 中文：在哪里、是什么、为什么（数字）、怎么办。 */
export const zhCn: Telling = {
  where: (table, row, column) => {
    const line = row > 0 ? ` 第${String(row)}行` : "";
    const cell = column === null ? "" : `「${column}」`;
    return table === null ? "" : `${table}${line}${cell}：`;
  },
  sentences: {
    TABLE_MISSING: (told) =>
      `工作簿中找不到表“${told.say("name")}”。${near(told)}请恢复该表或改回原来的表名。`,
    HEADER_MISSING: (told) =>
      `缺少必需的列“${told.say("header")}”。${near(told)}请把列名改回来或补上这一列。`,
    HEADER_TWICE: ({ say }) => `列“${say("header")}”与前面的一列表示同一内容，只能保留一列，请删除或改名。`,
    REQUIRED: ({ say, maybe }) =>
      (maybe(
        "owed",
        (owed) =>
          `本单合计 ${say("total")}，本次收款 ${say("paid")}，还有 ${owed} 没有收，却没有填由谁欠。` +
          `请把收款改为 ${say("total")}，或在此填写欠款的往来单位。`,
      ) || "此处必填，现在是空的，请填写。") +
      maybe("batch", (batch) => `建议先出批次 ${batch}${maybe("expires", (day) => `（有效期至 ${day}）`)}。`),
    UNKNOWN_CODE: (told) =>
      `在“${told.table("register")}”中找不到“${told.say("value")}”${unusable(told)}。${near(told)}请改正，或先在该表中登记。`,
    AMBIGUOUS_NAME: ({ say, table }) =>
      `“${table("register")}”中有多个叫“${say("value")}”：${say("codes")}。请改填编码。`,
    INACTIVE: ({ say }) => `“${say("value")}”已停用，不能再使用。请另选一个，或在档案中取消停用。`,
    NOT_STOCKED: ({ say }) => `“${say("value")}”是服务，不入仓库。请改选商品，或删除这一行。`,
    PARTNER_KIND: ({ say }) =>
      `“${say("value")}”的类型与本单不符：只是供应商或只是客户。请改选往来单位，或把它的类型改为“两者”。`,
    EXTERNAL_NO_TWICE: ({ say, table, row }) =>
      `该往来单位的单号 ${say("value")} 在“${table("firstTable")}”第${row("firstRow", "firstTable")}行已经有了。` +
      "如果是同一张单据重复录入，请删除本单。",
    UNKNOWN_TYPE: (told) =>
      `没有“${told.say("value")}”这种单据类型，或它不在本表登记。${near(told)}请从下拉列表中选择。`,
    UNKNOWN_WORD: ({ say }) => `“${say("value")}”不是此列可填的内容。可填：${say("allowed")}。`,
    NOT_A_DATE: (told) =>
      `“${told.say("value")}”` + (orderUnclear(told) || "不是日期。请按 2026-01-05 的样子填写。"),
    NOT_A_TIME: ({ say }) => `“${say("value")}”不是时间。请按 08:30 或 08:30:15 的样子填写。`,
    NOT_A_NUMBER: ({ say }) => `“${say("value")}”不是数字。请只填数字，单位和说明写到别的列。`,
    CELL_ERROR: ({ say }) => `单元格显示错误 ${say("error")}。请改正公式，或直接填写数值。`,
    TOO_MANY_DECIMALS: ({ say }) =>
      `${say("value")} 的小数太多，这里最多 ${say("decimals")} 位小数。请四舍五入后再填。`,
    OUT_OF_RANGE: (told) =>
      `${told.say("value")} 超出范围，应当${between(told) || "在允许的范围内"}。请改正。`,
    DUPLICATE_KEY: ({ say, row }) =>
      `“${say("value")}”在第${row("firstRow")}行已经有了，不能重复。请改用别的编码或删除其中一行。`,
    DUPLICATE_ROW_ID: ({ say, table, row }) =>
      `行ID ${say("value")} 与“${table("firstTable")}”第${row("firstRow", "firstTable")}行相同，` +
      "多半是复制整行造成的。请清空本行的行ID、单号和状态，作为新行重新过账。",
    UNKNOWN_REF: (told) =>
      refused(told) ||
      `找不到“${told.say("value")}”所指、可供引用的已过账单据。` +
        told.maybe("why", (why) => unfitSentence(why, "zh")) +
        `请核对单号、行号、单据类型，以及往来单位、商品和批次是否一致。`,
    MIXED_RATES: ({ say }) =>
      `${say("ref")} 各行的税率不同（${say("rates")}%），而一行只有一个税率。` +
      "请按税率分行录入，来源单号写成“单号/行号”；或在本行填写税率。",
    OVER_RETURN: ({ say }) =>
      `退货 ${say("qty")}，但原单 ${say("ref")} 只剩 ${say("left")} 可退。请减少数量，或引用另一张单据。`,
    OVER_INVOICED: ({ say }) =>
      `开票数量 ${say("qty")}，但 ${say("ref")} 只剩 ${say("left")} 未开票。请减少数量，或引用另一张单据。`,
    OVER_ORDER: ({ say }) =>
      `本行数量 ${say("qty")}，但 ${say("ref")} 只剩 ${say("left")} 未执行。` +
      "请减少数量；多出的部分另起一行，不填来源单号，或引用另一张单据。",
    OVER_TRANSFER: ({ say }) =>
      `本行数量 ${say("qty")}，但 ${say("ref")} 在途只剩 ${say("left")}。请减少数量；实际多到的部分另录报溢单。`,
    REVALUES_NOTHING: (told) =>
      `${told.say("warehouse")}${batch(told)}没有${told.maybe("ref", (ref) => ` ${ref} 入库的`)} ${told.say("item")} 的结存，` +
      "无法调整成本。请改日期、仓库或来源单号，或把金额记作费用。",
    REVALUED_BELOW_ZERO: (told) =>
      `${told.say("item")} 在 ${told.say("warehouse")}${batch(told)}的结存金额为 ${told.say("there")}，` +
      `调整 ${told.say("change")} 后将小于 0。调减不得超过 ${told.say("there")}。`,
    NOTHING_TO_SHARE_BY: ({ say }) =>
      `${say("ref")} 的各行都没有可供分摊的依据（${basisWord(say("basis"))}合计为 0）。请在商品档案补齐，或改按“等额”分摊。`,
    SHARED_BY_HAND: ({ say }) =>
      `手工分摊时每行只对应一行入库，这里的 ${say("ref")} 有 ${say("lines")} 行。请逐行填写（单号/行号）和金额。`,
    CONVERSION_INCOMPLETE: ({ say }) =>
      `组装、拆卸须同时有出库行和入库行，这张单缺少${say("missing") === "product" ? "成品" : "材料"}（${say("missing")}）行。请补上。`,
    SHARES_NOT_WHOLE: ({ say }) =>
      `分摊比例合计 ${say("sum")}%，不等于 100%。请改正，或留空一行，由它承担其余部分。`,
    BOM_LOOP: ({ say }) => `按物料清单，${say("item")} 最终由它自己组成：${say("parts")}。请改正物料清单。`,
    JOB_CLOSED: ({ say }) =>
      `生产单 ${say("job")} 已结案，完工成本已定。请改用别的生产单号，` +
      "或先取消结案（命令行：finish 生产单号 --reopen；结案时若生成了成本调整，先将它作废）。",
    COUNT_REPRICES: ({ say }) =>
      `这行盘点会把 ${say("item")} 的全部结存改按单位成本 ${say("unitCost")} 计价。盘点不调价：若非有意，请清空单位成本。`,
    RECOUNT_ASKED: ({ say }) =>
      `${say("item")} 在 ${say("warehouse")} 账面 ${say("book")}，实盘 ${say("counted")}，相差较大。请复盘，并填写复盘数量。`,
    REASON_MISSING: ({ say }) => `${say("item")} 盈亏 ${say("difference")}，没有填写业务原因。请补填。`,
    STOCK_SHORT: (told) =>
      `${told.say("item")} 从 ${told.say("warehouse")}${batch(told) || " "}出库 ${told.say("qty")}，` +
      `${told.say("date")} 可用仅 ${told.say("onHand")}，缺 ${told.say("short")}。` +
      "可：减少数量、改日期、换仓库，或先入库。",
    LATER_SHORT: (told) =>
      `这样一来，${told.say("date")} 的 ${told.say("number")} 将缺 ${told.say("item")} ${told.say("short")}` +
      `（仓库 ${told.say("warehouse")}${batch(told)}）。可：减少数量、改到该日之后，或先补入库。`,
    OVER_SETTLED: ({ say, maybe }) =>
      say("amount").startsWith("-")
        ? `本行撤销 ${say("amount")}，但${maybe("against", (value) => ` ${value} `)}这样核销过的只有 ${say("left")}。` +
          "请减少撤销金额，或核对来源单号、被核销单号和业务原因。"
        : `核销 ${say("amount")} 超过${maybe("against", (value) => ` ${value} `)}未结的 ${say("left")}。` +
          "请减少金额，或改填别的单号；不填单号的部分可作预收预付。",
    OTHER_PARTNER: ({ say }) =>
      `${say("against")} 是 ${say("other")} 的单据，而本单的往来单位是 ${say("partner")}。请改正单号或往来单位。`,
    DATE_AHEAD: ({ say }) =>
      `日期 ${say("date")} 还没有到，今天是 ${say("today")}。如是笔误请改正，否则不必改。`,
    INSPECTION_DISAGREES: ({ say }) =>
      `合格与不合格合计 ${say("inspected")}，到货数量是 ${say("qty")}。请改正其中一个；两个都空表示全部合格。`,
    AMOUNT_DISAGREES: ({ say }) =>
      `这里是 ${say("typed")}，按本行其他数字应为 ${say("computed")}。请清空由程序计算，或改正数量、单价、税率、金额。`,
    RATE_AS_FRACTION: ({ say }) =>
      `比率填的是 ${say("value")}，应按百分数填写。如果意思是 ${say("suggested")}%，请填 ${say("suggested")}。`,
    DISCOUNT_LARGE: ({ say }) =>
      `折扣率 ${say("value")} 表示减去 ${say("value")}%。如果本意是打折（九折填 10），请改正；确实如此可不理会。`,
    ROW_OUT_OF_PLACE: () =>
      "这一行没有单据类型，上面也没有它所属的单据。请填写单据类型，或把它移到所属单据下面。",
    SAME_WAREHOUSE: ({ say }) => `调出仓库 ${say("from")} 与调入仓库 ${say("to")} 是同一个。请改其中一个。`,
    UNKNOWN_SETTING: (told) =>
      `参数“${told.say("key")}”不能取“${told.say("value")}”。` +
      told.maybe("allowed", (value) => `可取：${value}。`) +
      "请改正；改正之前不能过账。",
    MASTER_GONE: ({ say, table }) =>
      `有 ${say("rows")} 行已过账单据用到 ${say("member")}，但“${table("register")}”表中已没有它。报表只能用编码表示，` +
      "并按日志或参数计价。请在该表按原样补上；不再使用的请停用，不要删除。",
    NO_COST: ({ say }) =>
      `${say("item")} 入 ${say("warehouse")} 没有成本，也没有可参照的成本，按 0 处理。请填写单位成本或金额。`,
    HEADER_DIFFERS: ({ maybe }) =>
      "这里填的与同一单据首行不一致" +
      maybe("value", (value) => `：本行“${value}”`) +
      maybe("first", (first) => `，首行“${first}”`) +
      "。请改成一致或留空；确属另一张单据时填写单据类型另起。",
    NUMBER_TWICE: ({ say }) =>
      `单号 ${say("number")} 的第 ${say("line")} 行有两条已过账的行，可能是两人同时过账。` +
      "请重算：较晚的一张会另取单号，引用它的地方随之改写。",
    NUMBER_CHANGED: ({ say }) =>
      `另一张单据也用了单号 ${say("was")}，本单据的单号改为 ${say("number")}；` +
      `引用它的 ${say("references")} 个单元格已随之改写。若已按旧单号打印或发出，请重新打印。`,
    REF_AMBIGUOUS: ({ say, maybe }) =>
      `这里可以指原先同号的任何一张单据，现按 ${say("taken")} 处理` +
      maybe("other", (other) => `，而不是 ${other}`) +
      "。请核对；不对时请更正（已过账的单据用 amend）。",
    STOCK_UNTIED: ({ say }) =>
      `自检：${say("item")} 在 ${say("warehouse")} 的库存流水合计 ${say("ledger")}，` +
      `成本层合计 ${say("layers")}，两者不符。请重算；仍不符请报告此问题。`,
    VALUE_WITHOUT_STOCK: ({ say }) =>
      `自检：${say("item")} 在 ${say("warehouse")} 数量为 0，却还有金额 ${say("value")}。请重算；仍不符请报告此问题。`,
    STOCK_NEGATIVE: ({ say }) =>
      `自检：${say("item")} 在 ${say("warehouse")} 的库存为 ${say("qty")}，而此处不允许负库存。请补入库或更正出库。`,
    SETTLED_TOO_MUCH: ({ say }) =>
      `自检：${say("number")} 金额 ${say("amount")}，已核销 ${say("settled")}，核销过多。请撤销多余的核销。`,
    TRANSFER_UNTIED: ({ say }) =>
      `自检：调拨 ${say("number")} 调出金额 ${say("out")}，调入金额 ${say("in")}，两者应相等。请重算。`,
    ORDER_OVERRUN: ({ say }) =>
      `自检：订单 ${say("number")} 订购 ${say("ordered")}，已执行 ${say("executed")}。请核对出入库单或修改订单。`,
    ROW_UNSTAMPED: () =>
      "这一行标为已过账，却没有单号或行ID。请恢复被删的内容；如未真正过账，请清空状态后重新过账。",
    HALF_POSTED: ({ say }) =>
      `单据 ${say("number")} 只过账了一半：${say("posted")} 行已过账，${say("left")} 行还是草稿。请执行“重算”补完；` +
      "仍报此错时，说明这几行之后被改过，请改回或另取单号。",
    ...entryZhCn,
    ...logZhCn,
    ...settlementZhCn,
    BALANCE_STALE: ({ say }) => `本表有 ${say("cells")} 个单元格与单据计算的结果不符。请执行“重算”。`,
    BAD_STEP: (told) =>
      `无法执行：${inChinese(told.say("what"))}。${expects(told)}${near(told)}请检查命令和参数。`,
    BOOK_UNREADABLE: ({ say }) =>
      `文件 ${say("file")} 无法读取：${say("why")}。请确认文件完好，或从备份恢复。`,
    BOOK_ENCRYPTED: ({ say }) => `文件 ${say("file")} 设有打开密码。请先在 Excel 中取消密码再试。`,
    BOOK_UNSAFE_TO_SAVE: ({ say }) =>
      `文件中的 ${say("part")} 保存后会丢失内容，因此没有保存。请移走该部分后再试。`,
    CELLS_IN_THE_WAY: ({ say }) =>
      `“${say("name")}”放不下：${say("at")} 处有别的内容，因此什么也没有写入。请把它移到别处后再试。`,
    WRITE_FAILED: ({ say }) =>
      `未能写入 ${say("file")}：${say("why")}。账簿未改动，请关闭占用它的程序或检查权限后再试。`,
    ROW_CHANGED: (told) =>
      `读取之后有人改动、移动或删除了${told.maybe("rows", () => `第 ${told.rows("rows")} 行`) || "其中的行"}，` +
      "因此什么也没有写入。请核对后再执行一次。",
    BOOK_BUSY: () =>
      "现在不能读写：有单元格正在编辑，或 Excel 开着对话框。请先完成编辑（按 Enter 或 Esc）再试。",
    BOOK_READ_ONLY: () => "工作簿以只读方式打开，无法写入。请点“编辑工作簿”或另存一份再试。",
    SHEET_PROTECTED: ({ say }) =>
      `工作表“${say("sheet")}”受保护，没有写入。请在“审阅”里撤消保护后再试；程序不会替您解除保护。`,
    TABLE_FILTERED: ({ say }) =>
      `表“${say("name")}”正在筛选，有行被隐藏，没有写入。请先清除筛选再试；程序不会替您清除筛选。`,
    BOOK_TOO_LARGE: ({ say }) =>
      `${say("what")} 太大，分成小批 Excel 也读不出或写不下。账簿未改动，请把过长的文字改短，或把旧年度的行移到另一本账簿。`,
    HOST_LACKS: ({ say }) => `这个版本的 Excel 没有所需的功能（${say("set")}）。请更新 Excel，或改用网页版。`,
    BOOK_DATE_SYSTEM: () =>
      "工作簿使用 1904 日期系统，所有日期都会差四年，没有读取。请在 Excel 的“文件 → 选项 → 高级 → 计算此工作簿时”中取消“使用 1904 日期系统”，并核对已有的日期，然后再试。",
    HOST_FAILED: ({ say }) => `Excel 没有按要求完成（${say("code")}）。账簿未改动，请再试一次。`,
    WRITE_INTERRUPTED: ({ say }) =>
      `写入“${say("name")}”时被 Excel 打断（${say("why")}），可能只写了一部分，没有行丢失。请执行“重算”，再核对。`,
  },
};
