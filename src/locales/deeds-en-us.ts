import { counted } from "./counted";
import type { DeedWords } from "./deeds-zh-cn";

/** The same in English. */
export const deedsEnUs: DeedWords = {
  correct: {
    title: "Void or reverse",
    number: "Number",
    numberHint: "Filled in from the row the cursor is in; you may also type it.",
    how: "How to correct it",
    void: "Void",
    reverse: "Reverse",
    hints: {
      void: "The document keeps its place and number and counts no more. Open periods only.",
      reverse: "Another document of its type, with a number of its own, cancels it; it stays as it is.",
    },
    date: "Date of the reversal",
    reason: "Reason",
    look: "Show what changes",
    changes: "Figures that will change",
    nothing: "No other figure changes.",
    confirm: {
      void: (number) => `Void ${number}`,
      reverse: (number) => `Reverse ${number}`,
    },
  },
  months: {
    title: "Close a month",
    period: "Period",
    periodHint: "Like 2026-01. Once closed, its figures and all before it never change.",
    goThrough: "Go through the checklist",
    checklist: "Checklist of the period",
    checks: {
      order: "Earlier periods are closed",
      drafts: "No drafts are left",
      shortages: "No stock is short",
      ties: "Everything ties",
      transit: "Goods in transit",
      invoices: "Received, not invoiced",
      variances: "Variances to standard cost",
    },
    states: {
      passed: () => "passed",
      review: (count) => `look at ${String(count)}`,
      failed: (count) => `${String(count)} failed`,
      waived: (count) => `${String(count)} waived`,
    },
    waive: "Close it all the same (give a reason)",
    close: (period) => `Close ${period}`,
    closed: (day, by) => `Closed on ${day}${by === "" ? "" : ` by ${by}`}. Give a reason to open it again.`,
    reopen: (period) => `Open ${period} again`,
  },
  verify: {
    title: "Verify the book",
    clean: "The book is sound",
    cleanHint: "Everything ties, and no posted record was changed by hand.",
    found: (count) => `${counted(count, "matter")} found:`,
    restore: "Restore from the log",
    restoreHint: "Puts posted records that were changed or deleted by hand back as the log has them",
    restored: (cells) =>
      cells === 0
        ? "There is nothing that the log can put back."
        : `${counted(cells, "cell")} put back from the log.`,
    look: "Make amendments",
    lookHint:
      "First shows which figures change where what was typed by hand becomes an amendment; then you decide",
    looked: (numbers) =>
      numbers.length === 0
        ? "Nothing that was changed by hand can be made an amendment."
        : `What was changed by hand becomes an amendment of ${numbers.join(", ")}.`,
    amend: (count) => `Amend ${counted(count, "document")}`,
    amended: (numbers) =>
      numbers.length === 0
        ? "No document was amended."
        : `Amended ${numbers.join(", ")}; the log keeps what stood there.`,
    again: "Verify again",
  },
};
