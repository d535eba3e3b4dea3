import type { Telling, Told } from "./telling";

/** 参考价从哪里来。 */
function proposedFrom({ say, maybe }: Told): string {
  const listed = maybe("listRow", (row) => `价格表第 ${row} 行 ${say("item")} 的价格`);
  const last = maybe("partner", (partner) => `${say("item")} 与 ${partner} 的最近成交价`);
  return listed || last || `${say("item")} 的参考价`;
}

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
  BELOW_COST: ({ say }) =>
    `${say("item")} 不含税售价 ${say("net")}，成本 ${say("cost")}，低于成本。请核对单价和数量；有意如此则不必改。`,
  PROMOTION_APPLIED: ({ say }) => `促销 ${say("promotion")} 为本行优惠 ${say("amount")}。`,
  PROMOTION_CONFLICT: ({ say }) =>
    `促销 ${say("promotion")} 与 ${say("other")} 优先级同为 ${say("priority")}，都适用于本行。` +
    "请改其中一个的优先级，或缩小它的范围。",
  GIFT_DUE: ({ say }) =>
    `按促销 ${say("promotion")}，应赠 ${say("item")} ${say("qty")}，尚未录入。请为赠品加一行。`,
} satisfies Partial<Telling["sentences"]>;
