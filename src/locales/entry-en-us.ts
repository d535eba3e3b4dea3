import type { Telling, Told } from "./telling";

/** Where a proposed price comes from. */
function proposedFrom({ say, maybe }: Told): string {
  const listed = maybe("listRow", (row) => `row ${row} of the price list for item ${say("item")}`);
  const last = maybe("partner", (partner) => `the last one of item ${say("item")} with ${partner}`);
  return listed || last || `item ${say("item")}`;
}

/** The later document for which a serial number would not stand right. */
function laterDocument({ maybe }: Told): string {
  return maybe("number", (number) => ` when ${number}, posted later, moves it`);
}

/** What else can be done about that document. */
function laterFirst({ maybe }: Told): string {
  return maybe("number", (number) => `, or take ${number} back first`);
}

/** Warehouses of goods that are there for all, by their kind. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ["main", "Good stock"],
  ["shop", "Shop"],
]);

/** Why goods are not there for the document and what to do, by the kind of their warehouse. */
const UNFIT: ReadonlyMap<string, string> = new Map([
  [
    "inspect",
    "(Inspection) holds goods that wait for inspection: they cannot be sold, promised, used in production or assembled yet. " +
      "Transfer what passes to a warehouse of good stock and take it from there; return the rest or write it off.",
  ],
  [
    "reject",
    "(Rejects) holds rejected goods: they cannot be sold, promised, used in production or assembled as good ones. Return them, " +
      "write them off or take them apart; transfer what is mended or sold at a lower grade to good stock or a shop first.",
  ],
  [
    "transit",
    "(In transit) holds goods on their way: they come by a transfer out and leave by a transfer in. Name the warehouse where they " +
      "are; enter the transfer in of what has arrived first, and write off what was lost on the way.",
  ],
]);

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
  STOCK_RESERVED: ({ say }) =>
    `${say("qty")} of ${say("item")} leave ${say("warehouse")}, but only ${say("available")} are available on ` +
    `${say("date")}: of ${say("onHand")} there, ${say("orders")} hold back ${say("reserved")}. ` +
    "Reduce the quantity, finish orders that are done with, or order more (requisition); post it as it is if it goes first.",
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
  COMPONENT_DUE: ({ say }) =>
    `By its bill of materials ${say("product")} takes ${say("qty")} of ${say("item")} here, losses included, and that ` +
    "is not entered. Add a component row, unless it was made without.",
  BATCH_PROPOSED: ({ say, maybe }) =>
    `The batch was blank: ${say("batch")} of ${say("item")} was put in` +
    `${maybe("expires", (day) => `, which expires first (${day})`)}. Enter another one to take that.`,
  BATCH_SPLIT: ({ say }) =>
    `No one batch of ${say("item")} has ${say("qty")}. There are: ${say("batches")}. Enter a row for each batch.`,
  MASTER_UNREAD: ({ say, table }) =>
    `"${say("of")}" of ${say("member")} in "${table("register")}" holds "${say("value")}", which cannot be ` +
    "read, so that nobody knows what holds here. Correct it there; nothing of this is posted until then.",
  BATCH_EXPIRED: ({ say, maybe }) =>
    `Batch ${say("batch")} of ${say("item")} may be used until ${say("expires")}, and this document is of ${say("date")}. ` +
    (maybe(
      "received",
      (qty) =>
        `${qty} of it come in, which cannot be sold. Correct the date or the batch if it is mistyped; else do not take ` +
        "the goods in, or approve the document if they are to be kept all the same.",
    ) || "Take another batch, or write it off."),
  QUANTITY_ROUNDED: ({ say }) =>
    `${say("qty")} ${say("unit")} does not come out even in the stock unit and counts as ${say("rounded")}, to six ` +
    "decimals. What is entered in several rows so adds up to something else than in one. " +
    `Enter multiples of ${say("even")} ${say("unit")}, or the stock unit itself; leave it if that does not matter.`,
  BATCH_DATE_DIFFERS: ({ say }) =>
    `Batch ${say("batch")} of ${say("item")} has ${say("known")} here, by the table of batches or what brought it in ` +
    `first; this row says ${say("value")}. One batch has one such day: correct or clear this cell, correct the table or ` +
    "amend that receipt, or give other goods a batch of their own.",
  BATCH_OF_OTHER: ({ say, maybe }) =>
    `Batch ${say("batch")} is one of ${say("other")}, ` +
    (maybe(
      "received",
      (qty) =>
        `and ${qty} of ${say("item")} come in under it. Correct the batch or the item, ` +
        "or leave it if the makers number alike.",
    ) || `not of ${say("item")}. Correct the batch or the item.`),
  WAREHOUSE_UNFIT: ({ say }) =>
    `${say("warehouse")}, named for ${say("item")}, ${UNFIT.get(say("kind")) ?? `(${PLACES.get(say("kind")) ?? say("kind")}) is not where goods lie that are on their way: what it refers to is a transfer out. Name the warehouse in transit, or leave it blank.`}`,
  SERIAL_COUNT: ({ say }) =>
    `${say("qty")} of ${say("item")} need as many serial numbers; there are ${say("count")}. ` +
    "Enter one a piece, separated by semicolons.",
  SERIAL_TWICE: ({ say }) =>
    `This row names the serial number ${say("serial")} of ${say("item")} twice. Each piece has its own: correct one of the two.`,
  NOTHING_COUNTED: ({ say }) =>
    `No row of this stocktake has a count (rows: ${say("rows")}), so that it says nothing yet. Enter what was counted, ` +
    "0 where nothing is there; a row left blank beside others was not counted. Discard the draft if nothing was.",
  COUNT_BY_SERIAL: ({ say }) =>
    `${say("item")} is counted by serial number: ${say("counted")} counted, ${say("count")} named. ` +
    "Enter a row for each piece with its number, counted 1 where it is there and 0 where it is not.",
  SERIAL_THERE: (told) =>
    `Serial number ${told.say("serial")} of ${told.say("item")} is in ${told.say("warehouse")} already` +
    `${laterDocument(told)}. Correct the serial number${laterFirst(told)}.`,
  SERIAL_MISSING: (told) =>
    `Serial number ${told.say("serial")} of ${told.say("item")} is not in ${told.say("warehouse")}` +
    `${laterDocument(told)}. Correct the serial number or the warehouse${laterFirst(told)}.`,
  NOT_TRACKED: ({ say, maybe }) =>
    `${say("item")} is not tracked ` +
    maybe("batch", (batch) => `by batch: stock and cost do not tell batch ${batch} from others. `) +
    maybe("serial", (serial) => `by serial number: nobody looks where ${serial} is. `) +
    "To have it so, set the item's “Tracked by " +
    (maybe("batch", () => "batch") || "serial") +
    "” to yes before its goods come in; else clear the cell.",
  LINE_TWICE: ({ say, row }) =>
    `This row says the same of ${say("item")} as row ${row("firstRow")} of the document. ` +
    "If it was entered twice, delete one of them.",
} satisfies Partial<Telling["sentences"]>;
