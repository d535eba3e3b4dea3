import type { Telling, Told } from "./telling";

/** 参考价从哪里来。 */
function proposedFrom({ say, maybe }: Told): string {
  const listed = maybe("listRow", (row) => `价格表第 ${row} 行 ${say("item")} 的价格`);
  const last = maybe("partner", (partner) => `${say("item")} 与 ${partner} 的最近成交价`);
  return listed || last || `${say("item")} 的参考价`;
}

/** 因此对不上的后续单据。 */
function laterDocument({ maybe }: Told): string {
  return maybe("number", (number) => `（其后的 ${number} 因此对不上）`);
}

/** 对那张单据还可以做什么。 */
function laterFirst({ maybe }: Told): string {
  return maybe("number", (number) => `，或先撤回 ${number}`);
}

/** 货物可用的仓库，按类型。 */
const PLACES: ReadonlyMap<string, string> = new Map([
  ["main", "正品仓"],
  ["shop", "门店"],
]);

/** 货物为什么不在这里可用，可以怎么办；按仓库类型。 */
const UNFIT: ReadonlyMap<string, string> = new Map([
  [
    "inspect",
    "是待检仓，货物还没有检验合格，不能销售、占用、领用或组装。请先检验：合格的调拨到正品仓再从那里出库，不合格的退货或报损。",
  ],
  [
    "reject",
    "是不良品仓，货物不能当作正品销售、占用、领用或组装。可以退货、报损、拆卸；修复或降级后仍要使用的，先调拨到正品仓或门店。",
  ],
  [
    "transit",
    "是在途仓，货物只能由调拨出库转入、由调拨入库转出。请填货物实际所在的仓库；已到货的先录调拨入库，途中损失的录报损。",
  ],
]);

/** What is said of prices, promotions, batches and serial numbers as they are entered. */
export const entryZhCn = {
  PRICE_PROPOSED: (told) =>
    `单价为空，已按${proposedFrom(told)}填为 ${told.say("price")}，请核对。赠品请填 0。`,
  PRICE_OUTLIER: ({ say, maybe }) =>
    `${say("item")} 每单位不含税价为 ${say("price")}，上次为 ${say("last")}` +
    `${maybe("usual", (usual) => `，通常为 ${usual}`)}。请核对单价和单位；无误则不必改。`,
  BELOW_FLOOR: ({ say }) =>
    `扣除全部优惠后，${say("item")} 每单位售价 ${say("price")}，低于最低售价 ${say("floor")}。` +
    "请提高单价或减少优惠；赠品请把单价填 0。",
  STOCK_RESERVED: ({ say }) =>
    `${say("item")} 从 ${say("warehouse")}出库 ${say("qty")}，${say("date")} 可用仅 ${say("available")}` +
    `（结存 ${say("onHand")}，其中 ${say("reserved")} 被 ${say("orders")} 占用）。` +
    "可：减少数量、结束不再执行的订单以释放占用，或生成请购单补货；确要先出库可照常过账。",
  BELOW_COST: ({ say }) =>
    `${say("item")} 不含税售价 ${say("net")}，成本 ${say("cost")}，低于成本。请核对单价和数量；有意如此则不必改。`,
  PROMOTION_APPLIED: ({ say }) => `促销 ${say("promotion")} 为本行优惠 ${say("amount")}。`,
  PROMOTION_CONFLICT: ({ say }) =>
    `促销 ${say("promotion")} 与 ${say("other")} 优先级同为 ${say("priority")}，都适用于本行。` +
    "请改其中一个的优先级，或缩小它的范围。",
  GIFT_DUE: ({ say }) =>
    `按促销 ${say("promotion")}，应赠 ${say("item")} ${say("qty")}，尚未录入。请为赠品加一行。`,
  COMPONENT_DUE: ({ say }) =>
    `按物料清单，${say("product")} 需用 ${say("item")} ${say("qty")}（含损耗），尚未录入。请加一行材料；确未使用可不加。`,
  BATCH_PROPOSED: ({ say, maybe }) =>
    `批次为空，已填入 ${say("item")} 的批次 ${say("batch")}` +
    `${maybe("expires", (day) => `（最先到期：${day}）`)}。要用别的批次请自行填写。`,
  BATCH_SPLIT: ({ say }) =>
    `${say("item")} 没有一个批次够 ${say("qty")}。现有：${say("batches")}。请按批次分行填写。`,
  MASTER_UNREAD: ({ say, table }) =>
    `“${table("register")}”表中 ${say("member")} 的“${say("of")}”填的是“${say("value")}”，无法读取，` +
    "不知道这里该按什么执行。请到该表改正；改正之前本单不能过账。",
  BATCH_EXPIRED: ({ say, maybe }) =>
    `${say("item")} 批次 ${say("batch")} 有效期至 ${say("expires")}，单据日期为 ${say("date")}，已过期。` +
    (maybe(
      "received",
      (qty) =>
        `本次入库 ${qty}，不能再销售。日期或批次填错的请改正；确属过期的应拒收，仍要入库的请审核后过账。`,
    ) || "请换批次，或报损。"),
  QUANTITY_ROUNDED: ({ say }) =>
    `${say("qty")} ${say("unit")}折合基本单位除不尽，按 ${say("rounded")} 入账（六位小数）。分几行录入时，尾差会累积，` +
    `合计与一次录入不同。请按 ${say("even")} ${say("unit")}的倍数录入，或直接按基本单位录入；尾差无妨的不必改。`,
  BATCH_DATE_DIFFERS: ({ say }) =>
    `${say("item")} 批次 ${say("batch")} 已登记为 ${say("known")}（批次表，或最先入库的单据），本行填的是 ${say("value")}。` +
    "同一批次只有一个日期：填错的请改正或清空本格；登记错的请改批次表或修改那张入库单；确是另一批货的请换批次号。",
  BATCH_OF_OTHER: ({ say, maybe }) =>
    `批次 ${say("batch")} 属于 ${say("other")}，` +
    (maybe(
      "received",
      (qty) => `本次却有 ${say("item")} ${qty} 以此批次入库。请改正批次或商品；厂家批号本来相同的可保留。`,
    ) || `不属于 ${say("item")}。请改正批次或商品。`),
  WAREHOUSE_UNFIT: ({ say }) =>
    `${say("item")} 所在的 ${say("warehouse")} ${UNFIT.get(say("kind")) ?? `是${PLACES.get(say("kind")) ?? say("kind")}，不是在途仓。来源是调拨出库，损失的是途中的货，请填在途仓或留空。`}`,
  SERIAL_COUNT: ({ say }) =>
    `${say("item")} 数量 ${say("qty")}，序列号却有 ${say("count")} 个。请每件填一个，以分号分隔。`,
  SERIAL_TWICE: ({ say }) =>
    `本行把 ${say("item")} 的序列号 ${say("serial")} 填了两次。每件的序列号各不相同，请改正其中一个。`,
  NOTHING_COUNTED: ({ say }) =>
    `这张盘点单共 ${say("rows")} 行，都没有填实盘数量，尚不成盘点。请填写实盘数量，没有实物填 0；` +
    "只有部分行留空时，留空的行视为未盘。不盘点时请删除这张草稿。",
  COUNT_BY_SERIAL: ({ say }) =>
    `${say("item")} 须按序列号盘点：实盘 ${say("counted")}，序列号 ${say("count")} 个。请每件一行填写序列号，在库填 1，不在填 0。`,
  SERIAL_THERE: (told) =>
    `${told.say("item")} 序列号 ${told.say("serial")} 已在 ${told.say("warehouse")}${laterDocument(told)}。请改正序列号${laterFirst(told)}。`,
  SERIAL_MISSING: (told) =>
    `${told.say("item")} 序列号 ${told.say("serial")} 不在 ${told.say("warehouse")}${laterDocument(told)}。请改正序列号或仓库${laterFirst(told)}。`,
  NOT_TRACKED: ({ say, maybe }) =>
    `${say("item")} 没有启用` +
    maybe(
      "batch",
      (batch) =>
        `批次管理，库存和成本都不区分批次 ${batch}。要区分，请在它入库之前把商品表的“批次管理”设为“是”`,
    ) +
    maybe(
      "serial",
      (serial) => `序列号管理，不跟踪 ${serial} 在哪里。要跟踪，请在它入库之前把商品表的“序列号管理”设为“是”`,
    ) +
    "；不需要的话请清空这一格。",
  LINE_TWICE: ({ say, row }) =>
    `本行 ${say("item")} 与本单第 ${row("firstRow")} 行完全相同。若是重复录入，请删去其中一行。`,
} satisfies Partial<Telling["sentences"]>;
