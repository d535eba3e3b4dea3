import type { Action } from "./action";
import { repairBook } from "./repair-book";
import { restoreBook } from "./restore-book";
import { verifyBook } from "./verify-book";

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
        id: "dryRun",
        kind: "flag",
        title: { zh: "只看会怎样，什么也不写", en: "only show what would change" },
      },
    ],
    perform: (desk, options) =>
      options.flag("restore") ? restoreBook(desk, { dryRun: options.flag("dryRun") }) : verifyBook(desk),
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
