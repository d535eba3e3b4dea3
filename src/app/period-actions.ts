import type { Action } from "./action";
import { closePeriod, reopenPeriod } from "./close-period";
import type { OptionDefinition } from "./options";

const period: OptionDefinition = {
  id: "period",
  kind: "text",
  title: { zh: "期间，如 2026-01", en: "the period, as 2026-01" },
  required: true,
  operand: true,
};

const reason: OptionDefinition = { id: "reason", kind: "text", title: { zh: "原因", en: "why" } };

/** What a user does to the periods of the book. */
export const periodActions: readonly Action[] = [
  {
    verb: "close",
    title: { zh: "结账：核对清单，通过后锁定期间", en: "go through the checklist of a period and close it" },
    takes: [
      period,
      {
        id: "waive",
        kind: "texts",
        title: { zh: "豁免哪些检查，须写原因", en: "checks to be waived, with a reason" },
      },
      reason,
      { id: "dryRun", kind: "flag", title: { zh: "只看清单", en: "only show the checklist" } },
    ],
    perform: (desk, options) =>
      closePeriod(desk, {
        period: options.text("period"),
        waive: options.texts("waive"),
        reason: options.text("reason"),
        dryRun: options.flag("dryRun"),
      }),
  },
  {
    verb: "reopen",
    title: { zh: "反结账：最近结账的期间", en: "open the period that was closed last" },
    takes: [period, reason],
    perform: (desk, options) =>
      reopenPeriod(desk, { period: options.text("period"), reason: options.text("reason") }),
  },
];
