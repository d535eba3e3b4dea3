import type { Action } from "./action";
import { amendDocument } from "./amend-document";
import type { OptionDefinition } from "./options";
import { reverseDocument } from "./reverse-document";
import { voidDocument } from "./void-document";

const number: OptionDefinition = {
  id: "number",
  kind: "text",
  title: { zh: "单号", en: "the document's number" },
  required: true,
  operand: true,
};

const set: OptionDefinition = {
  id: "set",
  kind: "cells",
  title: {
    zh: "改成什么，逐个写：--set 行号.列=值",
    en: "what to set, one by one: --set LINE.COLUMN=VALUE",
  },
  required: true,
};

const reason: OptionDefinition = { id: "reason", kind: "text", title: { zh: "原因", en: "why" } };

const dryRun: OptionDefinition = {
  id: "dryRun",
  kind: "flag",
  title: { zh: "只看会怎样，什么也不写", en: "only show what would change, write nothing" },
};

/** What a user does to documents that are posted. */
export const alteringActions: readonly Action[] = [
  {
    verb: "amend",
    title: { zh: "修订已过账单据的单元格", en: "correct cells of a posted document" },
    takes: [number, set, reason, dryRun],
    perform: (desk, options) =>
      amendDocument(desk, {
        number: options.text("number"),
        set: options.cells("set"),
        reason: options.text("reason"),
        dryRun: options.flag("dryRun"),
      }),
  },
  {
    verb: "void",
    title: { zh: "作废一张已过账的单据", en: "make a posted document void" },
    takes: [number, reason, dryRun],
    perform: (desk, options) =>
      voidDocument(desk, {
        number: options.text("number"),
        reason: options.text("reason"),
        dryRun: options.flag("dryRun"),
      }),
  },
  {
    verb: "reverse",
    title: { zh: "红冲一张已过账的单据", en: "take a posted document back by a reversal" },
    takes: [
      number,
      {
        id: "date",
        kind: "text",
        title: { zh: "红冲日期，不填为今天", en: "its date; today where left out" },
      },
      reason,
      dryRun,
    ],
    perform: (desk, options) =>
      reverseDocument(desk, {
        number: options.text("number"),
        date: options.text("date"),
        reason: options.text("reason"),
        dryRun: options.flag("dryRun"),
      }),
  },
];
