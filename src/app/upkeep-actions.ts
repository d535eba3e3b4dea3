import type { Action } from "./action";
import { amendEdits } from "./amend-edits";
import type { Answer, Desk } from "./desk";
import { badStep, type Options } from "./options";
import { repairBook } from "./repair-book";
import { restoreBook } from "./restore-book";
import { verifyBook } from "./verify-book";

/** Verifies, and what was changed by hand is put back or made an amendment if asked; not both at once. */
function verify(desk: Desk, options: Options): Answer<object> {
  const dryRun = options.flag("dryRun");
  const [restore, amend] = [options.flag("restore"), options.flag("amend")];
  if (restore && amend)
    return Promise.resolve({ value: null, findings: [badStep("restore, amend", null, "either")] });
  if (amend) return amendEdits(desk, { reason: options.text("reason"), dryRun });
  return restore ? restoreBook(desk, { dryRun }) : verifyBook(desk);
}

/** What a user does to prove a book and to put it right. */
export const upkeepActions: readonly Action[] = [
  {
    verb: "verify",
    title: { zh: "自检", en: "the self-check of the book" },
    takes: [
      {
        id: "restore",
        kind: "flag",
        title: {
          zh: "手工改动、删除的已过账行按日志恢复",
          en: "put posted rows changed by hand back from the log",
        },
      },
      {
        id: "amend",
        kind: "flag",
        title: {
          zh: "已过账行里手工改动的内容改为修订（同 amend）",
          en: "make amendments of what was changed by hand in posted rows",
        },
      },
      {
        id: "reason",
        kind: "text",
        title: { zh: "修订原因", en: "why they are amended" },
      },
      {
        id: "dryRun",
        kind: "flag",
        title: { zh: "只看会怎样，什么也不写", en: "only show what would change" },
      },
    ],
    perform: verify,
  },
  {
    verb: "repair",
    title: {
      zh: "补齐缺少的表和列，改过的名称按你说的改回",
      en: "make the tables and columns that are missing; give back names that were changed",
    },
    takes: [
      {
        id: "lang",
        kind: "text",
        title: {
          zh: "没有账簿时新表的语言：zh 或 en",
          en: "language of the tables where there is no book yet: zh or en",
        },
      },
      {
        id: "renamed",
        kind: "map",
        title: {
          zh: "改过的名称，逐个写：--renamed items.code=编号",
          en: "names that were changed, one by one: --renamed items.code=Sku",
        },
      },
    ],
    perform: (desk, options) =>
      repairBook(desk, {
        language: options.text("lang").startsWith("en") ? "en-US" : "zh-CN",
        renamed: Object.fromEntries(
          Object.entries(options.map("renamed")).map(([id, name]) => [
            id,
            typeof name === "string" ? name : "",
          ]),
        ),
      }),
  },
];
