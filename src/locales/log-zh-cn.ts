import type { Telling, Told } from "./telling";

/** “由 A 改为 B”, where one of them may be blank. */
function change({ maybe }: Told): string {
  const was = maybe("was", (value) => `应为“${value}”`) || "应为空";
  return `${was}，${maybe("is", (value) => `现为“${value}”`) || "现为空"}`;
}

/** 操作日志与已过账的行不符时怎么说。 */
export const logZhCn = {
  POSTED_CHANGED: (told) =>
    `已过账的行${told.maybe("number", (number) => `（${number}）`)}被手工改动：${change(told)}。` +
    "请从日志恢复（窗格“核对账簿”，或命令 verify --restore）；" +
    (told.maybe("amend", (amend) => `改动无误的，可在那里改为修订（或 verify --amend），等同于：${amend}`) ||
      "确需更正的，再用修订（amend）更正") +
    "。",
  COSTING_CHANGED: ({ say, maybe }) =>
    `商品 ${say("item")} 的计价被手工改动：首次过账时为 ${maybe("was", (was) => was) || "空"}，现在为 ` +
    `${maybe("is", (is) => is) || "空"}。请恢复原值；变更计价方法请登记“计价变更”，变更标准成本请做成本调整。已结账的期间仍按当时的计价。`,
  UNIT_CHANGED: ({ say }) =>
    `商品 ${say("item")} 的单位 ${say("unit")} 被手工改动：首次过账时为 ${say("was")} 个基本单位，现在为 ${say("is")}，` +
    "已过账的数量也跟着变了。请改回，新的包装另设一个单位。",
  PARAMETER_CHANGED: ({ say, maybe }) =>
    `“${say("name")}”在过账之后被改动：过账时为“${maybe("was", (was) => was) || "空"}”，现在为“` +
    `${maybe("is", (is) => is) || "空"}”，已过账的账目也可能跟着变了。请改回；以后要用别的付款条款，另设一个。` +
    "确实要改变核算政策的，请先核对报表，再按新政策继续过账。",
  PERIOD_CHANGED: ({ say }) =>
    `期间 ${say("period")} 的状态或起止日与日志不符，可能被手工改动或删去。请改回，再用“结账”或“反结账”。`,
  CLOSED_MOVED: ({ say, maybe }) =>
    `期间 ${say("period")} 已结账，其中 ${say("number")} 的成本现为 ${say("is")}，按账簿现在的内容会变为` +
    `${maybe("would", (would) => ` ${would}`) || "空"}；已结账期间共有 ${say("rows")} 行会变，因此什么都没有写入。` +
    "可能有参数、单位换算、计价变更或成本金额被改动：请改回（“核对账簿”列出与日志不符之处），或先反结账、重算，再结账。",
  CLOSED_UNKNOWN: ({ say, table }) =>
    `“${table("register")}”中已没有“${say("value")}”，而已结账期间有 ${say("rows")} 行已过账的单据用到它（第一张是 ${say("number")}），` +
    "没有它这些行就不再计入库存，因此什么都没有写入。请按原编码把这一行补回；不再使用的，请改为停用，不要删除。",
  CLOSED_DIFFERS: ({ say }) =>
    `期间 ${say("period")} 结账时库存金额为 ${say("was")}，按账簿现在的内容为 ${say("is")}（合计或个别行不同），因此什么都没有写入。` +
    "可能有参数、单位换算、计价变更或已过账的行被改动：请改回（“核对账簿”列出与日志不符之处），或先反结账、重算，再结账。",
  COMPUTED_CHANGED: ({ say, maybe }) =>
    `本列由程序计算，已过账的行中有 ${say("cells")} 格与计算结果不符，可能被手工改动：第一处` +
    `${maybe("is", (is) => `现为“${is}”`) || "现为空"}，${maybe("should", (should) => `应为“${should}”`) || "应为空"}。` +
    "请执行“重算”。",
  DERIVED_STALE: ({ say }) =>
    `有 ${say("cells")} 格不是现在的内容：上次重算后又有改动，或被手工改动。账目以单据为准，请执行“重算”。`,
  POSTED_AS_DRAFT: ({ say }) =>
    `该行已过账为 ${say("number")}，状态被手工改动；账上仍按已过账计算，不会再过账一次。` +
    "请从日志恢复（窗格“核对账簿”，或命令 verify --restore）；单据有误的，再作废、修订或红冲。",
  POSTED_BEFORE: ({ say }) =>
    `该行已过账为 ${say("number")}，状态和单号被手工清除；不会再过账一次。` +
    "请从日志恢复（窗格“核对账簿”，或命令 verify --restore）；单据有误的，再作废、修订或红冲。",
  POSTED_GONE: ({ say, maybe }) =>
    `${say("number")}${maybe("line", (line) => ` 的第 ${line} 行`)}已过账，现在登记表中没有这一行，可能被删除。` +
    "日志保存了该行各格的内容：请从日志恢复（窗格“核对账簿”，或命令 verify --restore）。",
  POSTED_UNLOGGED: ({ maybe }) =>
    `该行${maybe("number", (number) => `（${number}）`)}标为已过账，但日志中没有它的过账记录：可能是手工添加的，或日志被清空、截断。` +
    "手工添加的请删除，或清空单号、状态后作为草稿过账；日志缺失的请从备份恢复日志。",
  LOG_CAUGHT_UP: ({ say }) =>
    `日志中没有 ${say("numbers")}（共 ${say("count")} 行，过账时间 ${say("since")}）的过账记录，过账中途中断时会这样；` +
    "现已按目前的内容补记。当时过账没有中断过的，请检查这些单据：可能是手工添加的，有误的请作废或红冲。",
  UNLOGGED_CHANGED: ({ say }) =>
    `日志开始之前已过账 ${say("before")} 行，现在是 ${say("now")} 行，内容与当时不同。请对照备份检查。`,
  LOG_BROKEN: ({ maybe }) =>
    `操作日志${maybe("station", (station) => `（${station}）`)}的这一行被改动，或它前面的行被删除、移动。如果这一行是手工填写的，请删除它；否则请从备份恢复日志。`,
  LINE_MISSING: ({ say }) =>
    `${say("number")} 的第 ${say("line")} 行不见了，可能被删除。请从备份恢复，或红冲整张单据。`,
  ALREADY_VOID: ({ say }) => `${say("number")} 已经作废，不能再改动。`,
  ALREADY_REVERSED: ({ say }) => `${say("number")} 已经红冲，不能再改动。`,
  IS_REVERSAL: ({ say }) =>
    `${say("number")} 是 ${say("of")} 的红冲单，不能再改动。如仍须入账，请重新录入一张。`,
  NOTHING_TO_REVERSE: ({ say }) =>
    `${say("number")} 不影响库存和资金，没有可红冲的。订单请手工关闭（finish），其他请作废（void）。`,
  STANDARD_COST_STAYS: ({ say }) =>
    `${say("number")} 改过标准成本，不能红冲。请再做一张成本调整，写上应有的成本。`,
  REVERSAL_MISSING: ({ say }) =>
    `${say("number")} 第 ${say("line")} 行标为已红冲，却没有红冲它的行。请从日志恢复（窗格“核对账簿”，或命令 verify --restore），或恢复备份。`,
  AMEND_FIXED: ({ say }) => `${say("number")} 的这一列不能修订。请作废整张单据后重新录入，或红冲后另开一张。`,
  PERIOD_ORDER: ({ say }) =>
    `期间 ${say("period")} 要等 ${say("other")} 先处理：按先后结账，反结账从最近的期间开始。`,
  PERIOD_DRAFTS: ({ say, table, row }) =>
    `期间 ${say("period")} 还有 ${say("count")} 行草稿，日期在期末或之前，第一行在“${table("firstTable")}”第${row("firstRow", "firstTable")}行。请过账、删除或改日期，也可填写原因后放行（命令行加 --waive drafts）。`,
  PERIOD_SHORT: ({ say }) =>
    `期间 ${say("period")} 末 ${say("item")} 在仓库 ${say("warehouse")} 的结存为 ${say("qty")}。请补入库，也可填写原因后放行（命令行加 --waive shortages）。`,
  PERIOD_UNTIED: ({ say }) =>
    `期间 ${say("period")} 的自检有 ${say("count")} 项不符，这是第一项。请用“核对账簿”（verify）逐项改正，也可填写原因后放行（命令行加 --waive ties）。`,
  UNTRACKED_STOCK: ({ say }) =>
    `${say("warehouse")} 的 ${say("item")} 有 ${say("qty")} 没有批次或序列号：` +
    (say("qty").startsWith("-")
      ? "是启用管理（或改为个别计价）之前的负库存，以后按批次入库的货补不上它。请先停用管理或删除那条计价变更，补足欠数，再重新启用。"
      : "入库时还没有启用管理，现在出库须填写却对不上。" +
        "请在商品表暂停管理，用其他出库（QC）转出；再启用，用其他入库（QR）按批次或序列号以原金额转回。"),
  PERIOD_RUNNING: ({ say }) =>
    `期间 ${say("period")} 到 ${say("to")} 才结束，今天是 ${say("today")}。结账后，这几天的单据不能再录入。若结早了，请反结账（reopen），等期末过后再结。`,
  ALREADY_CLOSED: ({ say }) => `期间 ${say("period")} 已经结账。`,
  NOT_CLOSED: ({ say }) => `期间 ${say("period")} 没有结账，不用反结账。`,
  REFERRED_TO: ({ say }) => `${say("number")} 被其他单据引用或核销：${say("by")}。请先作废或红冲这些单据。`,
  MATCH_RELEASED: ({ say }) =>
    `${say("of")} 作废后，核销单 ${say("number")} 的这一行不再起作用：已核销的金额恢复为未结。如需重新核销，请另登记。`,
  NUMBER_GAP: ({ say }) =>
    `${say("number")} 与 ${say("next")} 之间缺号：没有单据用过中间的单号，或单据被整张删除。请检查。`,
} satisfies Partial<Telling["sentences"]>;
