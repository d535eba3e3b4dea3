import type { Telling, Told } from "./telling";

/** Where a proposed price comes from. */
function proposedFrom({ say, maybe }: Told): string {
  const listed = maybe("listRow", (row) => `row ${row} of the price list for item ${say("item")}`);
  const last = maybe("partner", (partner) => `the last one of item ${say("item")} with ${partner}`);
  return listed || last || `item ${say("item")}`;
}

/** What is said of prices, promotions, batches and serial numbers as they are entered. */
export const entryEnUs = {
  PRICE_PROPOSED: (told) =>
    `The price was blank: ${told.say("price")} was put in from ${proposedFrom(told)}. Check it; enter 0 where it is free.`,
  PRICE_OUTLIER: ({ say, maybe }) =>
    `Without tax, one unit of ${say("item")} is ${say("price")} here, the last one was ${say("last")}` +
    `${maybe("usual", (usual) => ` and the usual one is ${usual}`)}. Check price and unit; if it is right, leave it.`,
  BELOW_FLOOR: ({ say }) =>
    `After all discounts one unit of ${say("item")} is sold at ${say("price")}, below its floor price ${say("floor")}. ` +
    "Raise the price or take less off; for a free gift enter the price 0.",
  BELOW_COST: ({ say }) =>
    `${say("item")} is sold for ${say("net")} without tax and cost ${say("cost")}. Check price and quantity; ` +
    "if it is meant so, leave it.",
  PROMOTION_APPLIED: ({ say }) => `The promotion ${say("promotion")} takes ${say("amount")} off this line.`,
  PROMOTION_CONFLICT: ({ say }) =>
    `The promotions ${say("promotion")} and ${say("other")} both hold for this line with priority ${say("priority")}. ` +
    "Give them different priorities, or limit one of them.",
  GIFT_DUE: ({ say }) =>
    `With the promotion ${say("promotion")}, ${say("qty")} of ${say("item")} are given free and not entered yet. ` +
    "Add a row for them.",
} satisfies Partial<Telling["sentences"]>;
