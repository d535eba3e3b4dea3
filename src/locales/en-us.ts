import { expectation } from "./expected";
import { entryEnUs } from "./entry-en-us";
import { logEnUs } from "./log-en-us";
import { settlementEnUs } from "./settlement-en-us";
import type { Told, Telling } from "./telling";
import { unfitSentence } from "./unfit";

function expects({ maybe }: Told): string {
  return maybe("expected", (code) => ` ${expectation(code, "en")}`);
}

/** Which of two figures is the day cannot be told: what to type instead. */
function orderUnclear({ maybe }: Told): string {
  const days = maybe("either", (day) => day) + maybe("or", (day) => ` or ${day}`);
  return days === ""
    ? ""
    : `does not say which is the month and which the day. Write year, month, day: ${days}.`;
}

/** A unit whose ratio cannot be used is not there either. */
function unusable({ say }: Told): string {
  return say("register") === "units" ? ", or its numerator or denominator there cannot be used" : "";
}

/** "Did you mean X?" where something near is known. */
function near({ maybe }: Told): string {
  return maybe("nearest", (value) => ` Did you mean "${value}"?`);
}

/** What a reference means is there, as a draft that is refused itself: that is what is to be mended. */
function refused({ say, maybe, table, row }: Told): string {
  const where = maybe(
    "refusedRow",
    () => `"${table("refusedTable")}", row ${row("refusedRow", "refusedTable")}`,
  );
  if (where === "") return "";
  return `"${say("value")}" is the draft in ${where}, which cannot be posted itself. Correct that one first.`;
}

function batch({ maybe }: Told): string {
  return maybe("batch", (value) => ` (batch ${value})`);
}

function between({ maybe }: Told): string {
  const [least, most] = [
    maybe("least", (value) => ` not below ${value}`),
    maybe("most", (value) => ` not above ${value}`),
  ];
  return least === "" || most === "" ? least + most : `${least} and${most}`;
}

/** English: where, what, why (with figures), and what to do. */
export const enUs: Telling = {
  where: (table, row, column) => {
    const parts = [table, row > 0 ? `row ${String(row)}` : null, column];
    return table === null ? "" : `${parts.filter((part) => part !== null).join(", ")}: `;
  },
  sentences: {
    TABLE_MISSING: (told) =>
      `The workbook has no table "${told.say("name")}".${near(told)} Restore the table or give it its name back.`,
    HEADER_MISSING: (told) =>
      `The column "${told.say("header")}" is missing.${near(told)} Rename the column back or add it.`,
    HEADER_TWICE: ({ say }) =>
      `The column "${say("header")}" means the same as one before it. Keep one of them and delete or rename the other.`,
    REQUIRED: ({ say, maybe }) =>
      (maybe(
        "owed",
        (owed) =>
          `The document comes to ${say("total")} and ${say("paid")} is paid: nobody is named who owes the other ${owed}. ` +
          `Have ${say("total")} paid, or name the partner who owes it here.`,
      ) || "This cell must be filled and is blank. Fill it in.") +
      maybe(
        "batch",
        (batch) => ` To go first: ${batch}${maybe("expires", (day) => `, which expires on ${day}`)}.`,
      ),
    UNKNOWN_CODE: (told) =>
      `"${told.say("value")}" is not in "${told.table("register")}"${unusable(told)}.${near(told)} Correct it, or add it there first.`,
    AMBIGUOUS_NAME: ({ say, table }) =>
      `Several rows of "${table("register")}" are called "${say("value")}": ${say("codes")}. Enter the code instead.`,
    INACTIVE: ({ say }) =>
      `"${say("value")}" is marked inactive and can no longer be used. Choose another, or make it active again.`,
    NOT_STOCKED: ({ say }) =>
      `"${say("value")}" is a service and lies in no warehouse. Choose goods, or delete the row.`,
    PARTNER_KIND: ({ say }) =>
      `"${say("value")}" is of the other kind: a supplier alone, or a customer alone. ` +
      "Choose another, or make it both in its table.",
    EXTERNAL_NO_TWICE: ({ say, table, row }) =>
      `The number ${say("value")} of this partner also stands in "${table("firstTable")}", ` +
      `row ${row("firstRow", "firstTable")}. If it is one document entered twice, discard this one.`,
    UNKNOWN_TYPE: (told) =>
      `"${told.say("value")}" is no document type of this table.${near(told)} Choose one from the list.`,
    UNKNOWN_WORD: ({ say }) => `"${say("value")}" cannot stand here. Allowed: ${say("allowed")}.`,
    NOT_A_DATE: (told) =>
      `"${told.say("value")}" ` + (orderUnclear(told) || "is not a date. Write it like 2026-01-05."),
    NOT_A_TIME: ({ say }) => `"${say("value")}" is not a time. Write it like 08:30 or 08:30:15.`,
    NOT_A_NUMBER: ({ say }) =>
      `"${say("value")}" is not a number. Enter digits only; units and remarks go into other columns.`,
    CELL_ERROR: ({ say }) =>
      `The cell shows the error ${say("error")}. Correct its formula or type the value.`,
    TOO_MANY_DECIMALS: ({ say }) =>
      `${say("value")} has too many decimals: at most ${say("decimals")} are allowed here. Round it.`,
    OUT_OF_RANGE: (told) =>
      `${told.say("value")} is out of range: it must be${between(told) || " within what is allowed"}. Correct it.`,
    DUPLICATE_KEY: ({ say, row }) =>
      `"${say("value")}" already stands in row ${row("firstRow")}. Use another code or delete one of the two rows.`,
    DUPLICATE_ROW_ID: ({ say, table, row }) =>
      `The row ID ${say("value")} also stands in "${table("firstTable")}", row ${row("firstRow", "firstTable")}, as happens when a ` +
      "whole row is copied. Clear the row ID, number and status of this row and post it as a new one.",
    UNKNOWN_REF: (told) =>
      refused(told) ||
      `No posted document that fits is called "${told.say("value")}". ` +
        told.maybe("why", (why) => unfitSentence(why, "en").replace(/.$/, "$& ")) +
        "Check the number and line, that it is of the right type, and that partner, item and batch are the same.",
    MIXED_RATES: ({ say }) =>
      `The lines of ${say("ref")} are taxed at ${say("rates")} %, and a row has one rate. ` +
      "Enter a row for each rate, with the number and line of what it refers to, or say the rate of this row.",
    OVER_RETURN: ({ say }) =>
      `${say("qty")} go back, but only ${say("left")} of ${say("ref")} are left. Return less, or refer to another document.`,
    OVER_INVOICED: ({ say }) =>
      `${say("qty")} are invoiced, but only ${say("left")} of ${say("ref")} are left to invoice. ` +
      `Invoice less, or refer to another document.`,
    OVER_ORDER: ({ say }) =>
      `This row takes ${say("qty")}, but only ${say("left")} of ${say("ref")} are still open. ` +
      "Take less; put the rest on a row without a reference, or refer to another document.",
    OVER_TRANSFER: ({ say }) =>
      `${say("qty")} is more than the ${say("left")} of ${say("ref")} that are still on their way. ` +
      "Enter less; if more came than was sent, enter the rest as found stock.",
    REVALUES_NOTHING: (told) =>
      `Nothing of ${told.say("item")} lies in ${told.say("warehouse")}${batch(told)}` +
      `${told.maybe("ref", (ref) => ` that came with ${ref}`)}, so there is no value to change. ` +
      "Change the date, the warehouse or the reference, or enter the amount as an expense.",
    REVALUED_BELOW_ZERO: (told) =>
      `What lies of ${told.say("item")} in ${told.say("warehouse")}${batch(told)} is worth ${told.say("there")}; ` +
      `changed by ${told.say("change")} it would be worth less than nothing. Take off no more than ${told.say("there")}.`,
    NOTHING_TO_SHARE_BY: ({ say }) =>
      `None of the lines of ${say("ref")} has anything to share this cost by (${say("basis")}). ` +
      'Fill in what is missing in the items, or share it by "equal".',
    SHARED_BY_HAND: ({ say }) =>
      `Shared by hand, each row is about one line, but ${say("ref")} names ${say("lines")}. ` +
      "Enter a row for each line (number/line) with its amount.",
    CONVERSION_INCOMPLETE: ({ say }) =>
      `An assembly needs a row of goods that go out and one of goods that come in: the ${say("missing")} is missing. Add it.`,
    SHARES_NOT_WHOLE: ({ say }) =>
      `The shares come to ${say("sum")}%, not to 100%. Correct them, or leave one blank: it takes the rest.`,
    BOM_LOOP: ({ say }) =>
      `By the bill of materials ${say("item")} is made of itself: ${say("parts")}. Correct the bill of materials.`,
    JOB_CLOSED: ({ say }) =>
      `Job ${say("job")} is finished, and what it made has its final cost. Enter another job, or open this one again ` +
      "first (in a terminal: finish JOB --reopen; a cost adjustment that its end booked is made void before).",
    COUNT_REPRICES: ({ say }) =>
      `This count gives all that is there of ${say("item")} the unit cost ${say("unitCost")}. ` +
      "A count finds quantities: clear the cell unless a new price is meant.",
    RECOUNT_ASKED: ({ say }) =>
      `${say("counted")} of ${say("item")} were counted in ${say("warehouse")}, where the book says ${say("book")}. ` +
      "Count once more and enter it as recounted.",
    REASON_MISSING: ({ say }) => `${say("item")} differs by ${say("difference")}. Enter a reason.`,
    STOCK_SHORT: (told) =>
      `${told.say("qty")} of ${told.say("item")} leave ${told.say("warehouse")}${batch(told)}, but only ` +
      `${told.say("onHand")} are there on ${told.say("date")}: ${told.say("short")} short. ` +
      "Reduce the quantity, change the date or warehouse, or receive stock first.",
    LATER_SHORT: (told) =>
      `With this, ${told.say("number")} of ${told.say("date")} would be short of ${told.say("short")} ` +
      `${told.say("item")} in ${told.say("warehouse")}${batch(told)}. ` +
      "Reduce the quantity, date it later, or receive stock first.",
    OVER_SETTLED: ({ say, maybe }) =>
      say("amount").startsWith("-")
        ? `This row takes back (${say("amount")}) more than the ${say("left")} that was settled or written off so` +
          maybe("against", (value) => ` with ${value}`) +
          ". Take back less, or check the numbers and the reason that are named."
        : `${say("amount")} is more than the ${say("left")} still open` +
          maybe("against", (value) => ` on ${value}`) +
          ". Settle less, or name another document; what names none may stand as an advance.",
    OTHER_PARTNER: ({ say }) =>
      `${say("against")} belongs to ${say("other")}, but this row is for ${say("partner")}. Correct the number or the partner.`,
    DATE_AHEAD: ({ say }) =>
      `${say("date")} is still to come: today is ${say("today")}. Correct it if that was a slip; else leave it.`,
    INSPECTION_DISAGREES: ({ say }) =>
      `Accepted and rejected are ${say("inspected")} together, but ${say("qty")} came. Correct one of the three; ` +
      "with both blank all is accepted.",
    AMOUNT_DISAGREES: ({ say }) =>
      `${say("typed")} stands here, but the other figures of the row make ${say("computed")}. ` +
      "Clear the cell to have it computed, or correct the quantity, price, rate or amounts.",
    RATE_AS_FRACTION: ({ say }) =>
      `The rate is ${say("value")}, but rates are per cent numbers. If ${say("suggested")}% is meant, enter ${say("suggested")}.`,
    DISCOUNT_LARGE: ({ say }) =>
      `A discount rate of ${say("value")} takes ${say("value")}% off the price. ` +
      "Correct it if the rate to be paid was meant (10% off is 10).",
    ROW_OUT_OF_PLACE: () =>
      "This row has no document type and does not stand under its document. Enter the type, or move it there.",
    SAME_WAREHOUSE: ({ say }) =>
      `The stock leaves ${say("from")} and arrives at ${say("to")}, which are one warehouse. Change one of them.`,
    UNKNOWN_SETTING: (told) =>
      `The setting "${told.say("key")}" cannot be "${told.say("value")}".` +
      told.maybe("allowed", (value) => ` Allowed: ${value}.`) +
      " Correct it; nothing is posted until then.",
    MASTER_GONE: ({ say, table }) =>
      `${say("rows")} posted rows name ${say("member")}, which "${table("register")}" has no more. It is shown by its ` +
      "code alone, and costed as the log or the settings say. Enter it there again as it was; what is no longer used is " +
      "set inactive, not deleted.",
    NO_COST: ({ say }) =>
      `${say("item")} came into ${say("warehouse")} without a cost and none is known, so it counts as 0. ` +
      "Enter a unit cost or a value.",
    HEADER_DIFFERS: ({ maybe }) =>
      "This differs from the first row of the same document" +
      maybe("value", (value) => `: here "${value}"`) +
      maybe("first", (first) => `, there "${first}"`) +
      ". Make them agree or leave it blank; for another document, enter its type here.",
    NUMBER_TWICE: ({ say }) =>
      `Two posted rows are line ${say("line")} of ${say("number")}: it seems that two people posted at once. ` +
      "Recompute the book: the later of the two documents gets a number of its own, and what refers to it follows.",
    NUMBER_CHANGED: ({ say }) =>
      `Another document bears ${say("was")} too, so this one is ${say("number")} from now on; cells that refer to it ` +
      `and were rewritten: ${say("references")}. If it was printed or sent under the old number, print it again.`,
    REF_AMBIGUOUS: ({ say, maybe }) =>
      `This could mean each of the documents that bore one number; it was taken to mean ${say("taken")}` +
      maybe("other", (other) => `, not ${other}`) +
      ". Look whether that is so; else correct it, a posted document by amend.",
    STOCK_UNTIED: ({ say }) =>
      `Self-check: the ledger of ${say("item")} in ${say("warehouse")} comes to ${say("ledger")}, its cost layers to ` +
      `${say("layers")}. Recompute the book; report it if they still differ.`,
    VALUE_WITHOUT_STOCK: ({ say }) =>
      `Self-check: nothing is left of ${say("item")} in ${say("warehouse")}, yet a value of ${say("value")} is. ` +
      "Recompute the book; report it if the value stays.",
    STOCK_NEGATIVE: ({ say }) =>
      `Self-check: ${say("warehouse")} holds ${say("qty")} of ${say("item")}, and may not go below zero. ` +
      "Enter the missing receipt or correct the issue.",
    SETTLED_TOO_MUCH: ({ say }) =>
      `Self-check: ${say("settled")} was settled of ${say("number")}, which is for ${say("amount")}. Undo what is too much.`,
    TRANSFER_UNTIED: ({ say }) =>
      `Self-check: transfer ${say("number")} left with a value of ${say("out")} and arrived with ${say("in")}. Recompute the book.`,
    ORDER_OVERRUN: ({ say }) =>
      `Self-check: order ${say("number")} is for ${say("ordered")}, but ${say("executed")} were moved. ` +
      "Check the deliveries or change the order.",
    ROW_UNSTAMPED: () =>
      "This row is marked posted but has no number or no row ID. Restore them; if it was never posted, clear its status.",
    HALF_POSTED: ({ say }) =>
      `Only a part of ${say("number")} is posted: ${say("posted")} rows are, ${say("left")} are still drafts. ` +
      "Recompute the book to finish it; if this stays, these rows were changed since: change them back, or give them a number of their own.",
    ...entryEnUs,
    ...logEnUs,
    ...settlementEnUs,
    BALANCE_STALE: ({ say }) =>
      `${say("cells")} cells of this table do not show what the documents come to. Recompute the book.`,
    BAD_STEP: (told) =>
      `This cannot be done: ${told.say("what")}.${expects(told)}${near(told)} Check the command and its options.`,
    BOOK_UNREADABLE: ({ say }) =>
      `${say("file")} cannot be read: ${say("why")}. Make sure that the file is whole, or restore a backup.`,
    BOOK_ENCRYPTED: ({ say }) => `${say("file")} has a password to open. Remove it in Excel and try again.`,
    BOOK_UNSAFE_TO_SAVE: ({ say }) =>
      `${say("part")} could not be saved without loss, so nothing was saved. Move it elsewhere and try again.`,
    CELLS_IN_THE_WAY: ({ say }) =>
      `${say("name")} has no room: ${say("at")} is in the way, so nothing was written. Move it elsewhere and try again.`,
    WRITE_FAILED: ({ say }) =>
      `${say("file")} could not be written: ${say("why")}. The book is unchanged; ` +
      "close the program that holds it or check its permissions, then try again.",
    ROW_CHANGED: (told) =>
      `Somebody changed, moved or removed ${told.maybe("rows", () => `row ${told.rows("rows")}`) || "rows"} ` +
      "since they were read, so nothing was written. Look at them and try again.",
    BOOK_BUSY: () =>
      "Nothing can be read or written now: a cell is being edited, or a window of Excel is open. Finish it with Enter or Esc and try again.",
    BOOK_READ_ONLY: () =>
      "The workbook is open to be read only. Choose Edit Workbook, or save a copy, and try again.",
    SHEET_PROTECTED: ({ say }) =>
      `Sheet "${say("sheet")}" is protected, so nothing was written. Unprotect it under Review and try again; the program never does that by itself.`,
    TABLE_FILTERED: ({ say }) =>
      `A filter hides rows of table "${say("name")}", so nothing was written. Clear the filter and try again; the program never does that by itself.`,
    BOOK_TOO_LARGE: ({ say }) =>
      `${say("what")} is more than Excel gives or takes, even in small parts. The book is unchanged; ` +
      "shorten very long texts, or move the rows of former years to another book.",
    HOST_LACKS: ({ say }) =>
      `This version of Excel lacks what is needed here: ${say("set")}. Update Excel, or use it on the web.`,
    BOOK_DATE_SYSTEM: () =>
      'The workbook uses the 1904 date system, so every date would be four years off; nothing was read. In Excel choose File → Options → Advanced → When calculating this workbook, clear "Use 1904 date system", look at the dates that are there, and try again.',
    HOST_FAILED: ({ say }) =>
      `Excel did not do as it was asked: ${say("code")}. The book is unchanged; try again.`,
    WRITE_INTERRUPTED: ({ say }) =>
      `Excel stopped while "${say("name")}" was being written: ${say("why")}. A part may be written, and no row is lost. ` +
      "Recompute the book and look at it.",
  },
};
