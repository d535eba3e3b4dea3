import type { Telling, Told } from "./telling";

/** What stood there and what stands there, where one of them may be blank. */
function change({ maybe }: Told): string {
  const was = maybe("was", (value) => `"${value}"`) || "blank";
  return `it was ${was} and is ${maybe("is", (value) => `"${value}"`) || "blank"} now`;
}

/** What is said where the log and the posted rows do not agree. */
export const logEnUs = {
  POSTED_CHANGED: (told) =>
    `A posted row${told.maybe("number", (number) => ` of ${number}`)} was changed by hand: ${change(told)}. ` +
    "Put the old value back (Verify the book in the pane, or verify --restore)" +
    (told.maybe(
      "amend",
      (amend) => `; if it is right, make it an amendment there instead (verify --amend), as by: ${amend}`,
    ) || "; to correct the document, amend it (amend) after that") +
    ".",
  COSTING_CHANGED: ({ say, maybe }) =>
    `How ${say("item")} is costed was changed by hand: it was ${maybe("was", (was) => was) || "blank"} when it was ` +
    `first posted and is ${maybe("is", (is) => is) || "blank"} now. Put it back; name the change in the table of ` +
    "changes of method, or change a standard cost by a cost adjustment. What is closed stays as it was costed.",
  UNIT_CHANGED: ({ say }) =>
    `The unit ${say("unit")} of ${say("item")} was changed by hand: one held ${say("was")} stock units when it was first ` +
    `posted and holds ${say("is")} now, and with it all that was posted. Put it back, and name a new unit for the new pack.`,
  PARAMETER_CHANGED: ({ say, maybe }) =>
    `${say("name")} was changed after documents were posted with it: it said ${maybe("was", (was) => was) || "nothing"} ` +
    `when they were posted and says ${maybe("is", (is) => is) || "nothing"} now, and what was posted may come out ` +
    "otherwise. Put it back; name new terms for what is agreed anew. A policy that is meant to change: look at the " +
    "reports first, then post on with it.",
  PERIOD_CHANGED: ({ say }) =>
    `Whether period ${say("period")} is closed is not as the log has it: its state or its days may have been ` +
    "changed or taken away by hand. Put them back, then close or reopen it.",
  CLOSED_MOVED: ({ say, maybe }) =>
    `Period ${say("period")} is closed, and the cost of ${say("number")} stands in it as ${say("is")}; as the book is now it ` +
    `would ${maybe("would", (would) => `become ${would}`) || "be blank"}, and in all ${say("rows")} rows of closed periods ` +
    "would change. Nothing was written. A setting, a unit, a change of method or the cost itself was changed: put it back " +
    "(Verify the book tells what differs from the log), or reopen the period, recompute and close it again.",
  CLOSED_UNKNOWN: ({ say, table }) =>
    `"${say("value")}" is no longer in "${table("register")}", and ${say("rows")} posted rows of closed periods name it, ` +
    `the first of ${say("number")}; without it they move nothing. Nothing was written. Put its row back with the same ` +
    "code; to use it no more, mark it inactive instead of deleting it.",
  CLOSED_DIFFERS: ({ say }) =>
    `Period ${say("period")} was closed with stock worth ${say("was")}; as the book is now it comes to ${say("is")}` +
    " (in sum or in single rows). Nothing was written. A setting, a unit, a change of method or a posted row was changed: put it back " +
    "(Verify the book tells what differs from the log), or reopen the period, recompute and close it again.",
  COMPUTED_CHANGED: ({ say, maybe }) =>
    `The program computes this column, and ${say("cells")} cells of posted rows are not what it comes to, as if ` +
    `changed by hand: the first ${maybe("is", (is) => `shows ${is}`) || "is blank"} and should ` +
    `${maybe("should", (should) => `show ${should}`) || "be blank"}. Recompute the book.`,
  DERIVED_STALE: ({ say }) =>
    `${say("cells")} cells are not what they would be now: the book was changed since it was recomputed last, or ` +
    "somebody typed into them. The documents are what counts. Recompute the book.",
  POSTED_AS_DRAFT: ({ say }) =>
    `This row was posted as ${say("number")} and its status was changed by hand; it still counts as posted and is ` +
    "not posted a second time. " +
    "Put it back from the log (Verify the book in the pane, or verify --restore); then void, amend or reverse the document if it is wrong.",
  POSTED_BEFORE: ({ say }) =>
    `This row was posted as ${say("number")}, and its status and number were cleared by hand; it is not posted a second ` +
    "time. " +
    "Put it back from the log (Verify the book in the pane, or verify --restore); then void, amend or reverse the document if it is wrong.",
  POSTED_GONE: ({ say, maybe }) =>
    `${maybe("line", (line) => `Line ${line} of `)}${say("number")} was posted and is no longer in its register: ` +
    "it may have been deleted. The log holds its cells: put the row back (Verify the book in the pane, or verify --restore).",
  POSTED_UNLOGGED: ({ maybe }) =>
    `The row${maybe("number", (number) => ` (${number})`)} is marked as posted, but the log has no record of it: ` +
    "it may have been put in by hand, or the log was emptied or cut off. Delete what was put in by hand, or clear its " +
    "number and status and post it; restore a log that lacks rows from a backup.",
  LOG_CAUGHT_UP: ({ say }) =>
    `The log had no record of ${say("numbers")} (${say("count")} rows, posted ${say("since")}), as where a post is broken ` +
    "off before it is logged; it is recorded now as it stands. If no post was broken off then, look at these documents: " +
    "they may have been put in by hand. Make void or reverse what is wrong.",
  UNLOGGED_CHANGED: ({ say }) =>
    `${say("before")} rows were posted before the log began; ${say("now")} are there now, and they are not the same. ` +
    "Compare them with a backup.",
  LOG_BROKEN: ({ maybe }) =>
    `This row of the log${maybe("station", (station) => ` of ${station}`)} was changed, ` +
    "or rows before it were deleted or moved. If somebody typed this row in, delete it; else restore the log from a backup.",
  LINE_MISSING: ({ say }) =>
    `Line ${say("line")} of ${say("number")} is missing: it may have been deleted. ` +
    "Restore it from a backup, or reverse the document.",
  ALREADY_VOID: ({ say }) => `${say("number")} is void already and cannot be changed.`,
  ALREADY_REVERSED: ({ say }) => `${say("number")} was reversed already and cannot be changed.`,
  IS_REVERSAL: ({ say }) =>
    `${say("number")} reverses ${say("of")} and stays as it is. Enter the document anew if it should count after all.`,
  NOTHING_TO_REVERSE: ({ say }) =>
    `${say("number")} moves neither stock nor money, so there is nothing to reverse. ` +
    "Close an order by hand (finish); make anything else void (void).",
  STANDARD_COST_STAYS: ({ say }) =>
    `${say("number")} changed a standard cost and cannot be reversed. ` +
    "Enter another cost adjustment with the cost that holds.",
  REVERSAL_MISSING: ({ say }) =>
    `Line ${say("line")} of ${say("number")} is marked as reversed, but no row takes it back. ` +
    "Restore the rows from the log (Verify the book in the pane, or verify --restore) or a backup.",
  AMEND_FIXED: ({ say }) =>
    `This column of ${say("number")} cannot be amended. Void the document and enter it anew, or reverse it.`,
  PERIOD_ORDER: ({ say }) =>
    `Period ${say("period")} has to wait for ${say("other")}: periods are closed in their order, ` +
    "and opened again from the last.",
  PERIOD_DRAFTS: ({ say, table, row }) =>
    `${say("count")} draft rows are dated in period ${say("period")} or before, ` +
    `the first in ${table("firstTable")}, row ${row("firstRow", "firstTable")}. ` +
    "Post them, remove them or date them later, or waive this with a reason (in a terminal --waive drafts).",
  PERIOD_SHORT: ({ say }) =>
    `At the end of period ${say("period")} there is ${say("qty")} of ${say("item")} in ${say("warehouse")}. ` +
    "Receive stock, or waive this with a reason (in a terminal --waive shortages).",
  PERIOD_UNTIED: ({ say }) =>
    `For period ${say("period")} ${say("count")} ties of the self-check fail; this is the first. ` +
    "Verify the book and mend them, or waive this with a reason (in a terminal --waive ties).",
  UNTRACKED_STOCK: ({ say }) =>
    say("qty").startsWith("-")
      ? `${say("item")} in ${say("warehouse")} is short (${say("qty")}) without a batch or serial number, from before it was ` +
        "tracked or costed by batch: what comes in by batch never covers that. Switch tracking off, or remove the change of " +
        "method, cover what is missing, and switch it on again."
      : `${say("qty")} of ${say("item")} in ${say("warehouse")} bear no batch or serial number: they came in before the item ` +
        "was tracked, and what goes out must name one that is there. Switch tracking off in the table of items, take them " +
        "out (QC), switch it on again and bring them in by batch or number at the same value (QR).",
  PERIOD_RUNNING: ({ say }) =>
    `Period ${say("period")} ends on ${say("to")} and today is ${say("today")}. Once it is closed nothing can be entered on the ` +
    "days until then. If that is too early, open it again (reopen) and close it when it is over.",
  ALREADY_CLOSED: ({ say }) => `Period ${say("period")} is closed already.`,
  NOT_CLOSED: ({ say }) => `Period ${say("period")} is not closed, so there is nothing to open.`,
  REFERRED_TO: ({ say }) =>
    `Other documents refer to ${say("number")} or settle it: ${say("by")}. Void or reverse those first.`,
  MATCH_RELEASED: ({ say }) =>
    `As ${say("of")} is void, this line of the allocation ${say("number")} settles nothing with it any more: what it ` +
    "had settled is open again. Settle it anew if need be.",
  NUMBER_GAP: ({ say }) =>
    `Numbers are missing between ${say("number")} and ${say("next")}: ` +
    "no document used them, or whole documents were deleted. Look for them.",
} satisfies Partial<Telling["sentences"]>;
