import type { Telling, Told } from "./telling";

/** Which day may be posted no more, and whose figures would move. */
function closedDay({ say, maybe, table, row }: Told): string {
  const place = (): string => `"${table("restatedTable")}", row ${row("restatedRow", "restatedTable")}`;
  return (
    (maybe(
      "restated",
      (number) => `This would change what ${number} (${place()}) comes to, and its day ${say("date")}`,
    ) || say("date")) +
    ` is before ${say("limit")}, the first day that may be posted` +
    `${maybe("period", (period) => ` (period ${period} is closed)`)}. `
  );
}

/** What can be done where a day may be posted no more. */
function wayOut({ say, maybe }: Told): string {
  const open =
    maybe("period", () => "open the period again (reopen) first") || "change the frozen date first";
  return (
    maybe("number", (number) => `Reverse ${number} instead, on ${say("limit")} or later, or ${open}.`) ||
    maybe("restated", () => `To do it, ${open}.`) ||
    "Change the date, or first change the frozen date or the backdating days in the settings."
  );
}

/** What is said of terms, credit, write-offs and accounts. */
export const settlementEnUs = {
  WRITE_OFF_LIMIT: ({ say }) =>
    `${say("amount")} in all would be written off as a small difference; the limit is ${say("limit")}. ` +
    "Ask for the rest, give another reason, or raise the limit in the settings.",
  CREDIT_EXCEEDED: ({ say }) =>
    `With this document (${say("amount")}) ${say("partner")} would owe ${say("exposure")}, what is ordered and ` +
    `delivered included; the credit limit is ${say("limit")}. Take a payment first, make the document smaller, ` +
    "have it approved where that is enough, or raise the limit.",
  APPROVE_LIMIT: ({ say }) =>
    `This document comes to ${say("amount")}; ${say("user")} may approve up to ${say("limit")}. ` +
    "Have it approved by somebody who may, then post it, or raise the limit in the staff table.",
  APPROVAL_STALE: ({ maybe }) =>
    (maybe(
      "by",
      (by) =>
        `${by} approved this document${maybe("at", (at) => ` at ${at}`)}; it was changed since, or posted once. `,
    ) ||
      "This document is marked as approved, but no approval of it is on record: its status was typed, or it was " +
        "approved by a version that kept no record. ") +
    "It counts as a draft: have it approved again (approve).",
  OPENING_UNTIED: ({ say }) =>
    `${say("count")} opening balances are not what the books say on their day, this one first: all of the kind come to ` +
    `${say("typed")} as typed and to ${say("ledger")} in the books. Something is dated before the opening; date it ` +
    "later, or correct the opening. See the report opening-balances.",
  ACCOUNT_SHORT: ({ say, maybe }) =>
    `Account ${say("account")} would stand at ${say("balance")} on ${say("date")}` +
    `${maybe("number", (number) => `, after ${number}`)}; its overdraft is ${say("limit")}. ` +
    "Put money into it first, pay less, or enter an overdraft in the accounts.",
  OVERDUE: ({ say, maybe, table, row }) =>
    `${say("partner")} still owes ${say("open")} of ` +
    (maybe("number", (number) => number) ||
      `the draft in "${table("draftTable")}", row ${row("draftRow", "draftTable")}`) +
    `, due on ${say("due")}, ${say("days")} days ` +
    "before this document. " +
    (maybe(
      "credits",
      (credits) => `Advances or credits of ${credits} lie there: match them first, and collect what is left`,
    ) || "Collect it first") +
    ", have the document approved where that is enough, or change the " +
    "overdue control of the partner.",
  SAME_ACCOUNT: ({ say }) => `The money would go from ${say("value")} into itself. Choose another account.`,
  TERMS_NOT_WHOLE: ({ say, maybe }) =>
    (maybe(
      "sum",
      (sum) => `The terms ${say("terms")} come to ${sum} % by line ${say("line")}, not to 100 %. `,
    ) || `The terms ${say("terms")} have a fixed amount, and line ${say("line")} does not take the rest. `) +
    "Correct their lines in the payment terms, or make the last a remainder.",
  TERMS_UNFIT: ({ say, table, row, column }) =>
    `The terms ${say("terms")} cannot be followed: the "${column("termsColumn", "register")}" of their line ${say("line")} ` +
    `("${table("register")}", row ${row("termsRow", "register")}) is wrong. Correct it there, or choose other terms.`,
  TERMS_EARLY: ({ say }) =>
    `By line ${say("line")} of the terms ${say("terms")} this document of ${say("date")} would be due on ${say("due")}, ` +
    "before its own day. Correct the days in the payment terms, or choose other terms.",
  DISCOUNT_OVER: ({ say }) =>
    `A cash discount of ${say("taken")} is more than the ${say("left")} that the money, ${say("amount")}, leaves ` +
    `of the ${say("settled")} settled here. Only money can stand as an advance: take less off, or enter the ` +
    "money that is paid ahead in a row of its own.",
  DISCOUNT_BEYOND_TERMS: ({ say, maybe }) =>
    `A cash discount of ${say("taken")} is taken; the terms give ${say("given")}` +
    `${maybe("until", (day) => ` for payment up to ${day}`)}. Leave it if it was agreed, else correct it.`,
  TERMS_UNKNOWN: (told) =>
    `The terms "${told.say("value")}" of ${told.say("partner")} are not among the payment terms, so that this is ` +
    `due at once.${told.maybe("nearest", (value) => ` Did you mean "${value}"?`)} Enter them there, or correct the partner.`,
  INVOICE_TWICE: ({ say, maybe }) =>
    `Invoice ${say("value")} of this supplier was entered before` +
    `${maybe("number", (number) => `, in ${number}`) || " in another draft"}. ` +
    "If one is a receipt and the other its invoice, let the invoice refer to the receipt; else correct the number, " +
    "discard this document, or approve it if it is right.",
  INVOICE_WITHOUT_RECEIPT: ({ say }) =>
    `${say("qty")} of ${say("item")} are invoiced without a reference to a receipt: ${say("amount")} become payable, ` +
    "no stock comes in, and no cost is corrected. If the goods have come, enter the number of the receipt here " +
    "(or number/line); if not, enter their receipt first and refer to it.",
  PAYMENT_HELD: ({ say, maybe, table, row }) =>
    "Order, receipt and invoice of " +
    (maybe("against", (against) => against) ||
      `the draft in "${table("draftTable")}", row ${row("draftRow", "draftTable")},`) +
    ` do not agree: ${say("invoiced")} invoiced for ${say("billed")} ` +
    `without tax, ${say("received")} received, ${say("agreed")} agreed` +
    `${maybe("twice", (number) => `; invoice ${number} stands twice`)}. ` +
    "See the three-way match; settle the difference first, or have the payment request approved.",
  PERIOD_CLOSED: (told) => closedDay(told) + wayOut(told),
} satisfies Partial<Telling["sentences"]>;
