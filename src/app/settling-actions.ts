import type { Action } from "./action";
import { dunCustomers } from "./dun-customers";
import { matchDebts, unmatchDebts } from "./match-debts";
import type { OptionDefinition } from "./options";

const of: OptionDefinition = {
  id: "partner",
  kind: "text",
  title: { zh: "往来单位，或一张单据的单号", en: "a partner, or the number of one document" },
  operand: true,
};

const date: OptionDefinition = {
  id: "date",
  kind: "text",
  title: { zh: "核销日期，不填为今天", en: "the day on which it is settled; today where left out" },
};

/** What a user does to settle debts with credits, and to undo it. */
export const settlingActions: readonly Action[] = [
  {
    verb: "match",
    title: {
      zh: "核销建议及理由；--post 生成核销单并过账",
      en: "what may settle what, and why; --post does it",
    },
    takes: [
      of,
      date,
      { id: "post", kind: "flag", title: { zh: "生成核销单并过账", en: "post the allocations" } },
    ],
    perform: (desk, options) =>
      matchDebts(desk, {
        of: options.text("partner"),
        date: options.text("date"),
        post: options.flag("post"),
      }),
  },
  {
    verb: "unmatch",
    title: { zh: "自某日起撤销收付款的核销", en: "undo what payments settle, from a day on" },
    takes: [
      of,
      date,
      {
        id: "dryRun",
        kind: "flag",
        title: { zh: "只列出会撤销什么", en: "only list what would be undone" },
      },
    ],
    perform: (desk, options) =>
      unmatchDebts(desk, {
        of: options.text("partner"),
        date: options.text("date"),
        post: !options.flag("dryRun"),
      }),
  },
  {
    verb: "dun",
    title: {
      zh: "催款：列出信函并记下已催到哪一级",
      en: "ask for what is overdue: the letters, and on record which level was reached",
    },
    takes: [
      {
        id: "partner",
        kind: "text",
        title: { zh: "往来单位，不填为全部", en: "a partner; all where left out" },
        operand: true,
      },
      { ...date, title: { zh: "催款日期，不填为今天", en: "as of which day; today where left out" } },
      { id: "dryRun", kind: "flag", title: { zh: "只看信函", en: "only show the letters" } },
    ],
    perform: (desk, options) =>
      dunCustomers(desk, {
        partner: options.text("partner"),
        date: options.text("date"),
        dryRun: options.flag("dryRun"),
      }),
  },
];
