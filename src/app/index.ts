import type { Action } from "./action";
import { alteringActions } from "./altering-actions";
import { approveDrafts, unapproveDrafts } from "./approve-drafts";
import { calculate } from "./calculate";
import { checkDrafts } from "./check-drafts";
import { countSheet } from "./count-sheet";
import { discardDrafts } from "./discard-drafts";
import { enterRows } from "./enter-rows";
import { finishOrder } from "./finish-order";
import { listedFormulas, listedReports, listedTables } from "./listed";
import type { OptionDefinition } from "./options";
import { postDrafts } from "./post-drafts";
import { recompute } from "./recompute";
import { reopenOrder } from "./reopen-order";
import { runReport } from "./run-report";
import { periodActions } from "./period-actions";
import { settlingActions } from "./settling-actions";
import { tableRows } from "./table-rows";
import { upkeepActions } from "./upkeep-actions";

export type { Action } from "./action";

const table: OptionDefinition = {
  id: "table",
  kind: "text",
  title: { zh: "表：id 或任一语言的表名", en: "a table: its id or its name in either language" },
  required: true,
  operand: true,
};

const drafts: OptionDefinition = {
  id: "drafts",
  kind: "texts",
  title: { zh: "草稿号或行 ID", en: "draft marks or row ids" },
  required: true,
  operand: true,
};

const dryRun: OptionDefinition = {
  id: "dryRun",
  kind: "flag",
  title: { zh: "只看会怎样，什么也不写", en: "only show what would change, write nothing" },
};

/** Every action on an open book. */
export const actions: readonly Action[] = [
  {
    verb: "enter",
    title: { zh: "录入草稿或档案，要么全部要么全不", en: "add drafts or master rows, all or none" },
    takes: [
      table,
      { id: "rows", kind: "rows", title: { zh: "行", en: "rows" }, required: true, operand: true },
    ],
    perform: (desk, options) => enterRows(desk, { table: options.text("table"), rows: options.rows("rows") }),
  },
  {
    verb: "check",
    title: { zh: "检查每一张草稿", en: "check every draft" },
    takes: [],
    tells: true,
    perform: (desk) => checkDrafts(desk),
  },
  {
    verb: "approve",
    title: { zh: "审核草稿", en: "approve drafts" },
    takes: [drafts],
    perform: (desk, options) => approveDrafts(desk, options.texts("drafts")),
  },
  {
    verb: "unapprove",
    title: { zh: "取消审核", en: "take an approval back" },
    takes: [drafts],
    perform: (desk, options) => unapproveDrafts(desk, options.texts("drafts")),
  },
  {
    verb: "discard",
    title: { zh: "删除草稿", en: "remove drafts" },
    takes: [drafts],
    perform: (desk, options) => discardDrafts(desk, options.texts("drafts")),
  },
  {
    verb: "post",
    title: { zh: "过账：没有错误的单据整张过账", en: "post each document that has no error, whole" },
    takes: [{ id: "only", kind: "texts", title: { zh: "只过这些草稿", en: "only these drafts" } }, dryRun],
    perform: (desk, options) =>
      postDrafts(desk, {
        only: options.any("only") === null ? null : options.texts("only"),
        dryRun: options.flag("dryRun"),
      }),
  },
  ...alteringActions,
  {
    verb: "count-sheet",
    title: {
      zh: "生成盘点表：该仓库现有的存货，待填实盘数",
      en: "make a stocktake of what lies in a warehouse, to fill in",
    },
    takes: [
      {
        id: "warehouse",
        kind: "text",
        title: { zh: "仓库", en: "a warehouse" },
        required: true,
        operand: true,
      },
      {
        id: "blind",
        kind: "flag",
        title: { zh: "盲盘：不显示账面数量", en: "do not show what the book says" },
      },
      { id: "category", kind: "text", title: { zh: "只盘这一类别", en: "only this category" } },
      {
        id: "bin",
        kind: "text",
        title: { zh: "只盘默认在这一货位的商品", en: "only items whose own bin is this" },
      },
    ],
    perform: (desk, options) =>
      countSheet(desk, {
        warehouse: options.text("warehouse"),
        blind: options.flag("blind"),
        category: options.text("category"),
        bin: options.text("bin"),
      }),
  },
  ...settlingActions,
  ...periodActions,
  {
    verb: "finish",
    title: {
      zh: "手工关闭一张订单或其一行，或结案一个生产单；--reopen 取消",
      en: "close an order, a line of it or a production job by hand; --reopen undoes it",
    },
    takes: [
      {
        id: "number",
        kind: "text",
        title: { zh: "单号，或 单号/行号，或生产单号", en: "the order's number, NUMBER/LINE, or the job" },
        required: true,
        operand: true,
      },
      {
        id: "reopen",
        kind: "flag",
        title: { zh: "取消关闭、取消结案", en: "open again what was closed so" },
      },
      { id: "reason", kind: "text", title: { zh: "原因", en: "why" } },
    ],
    perform: (desk, options) =>
      (options.flag("reopen") ? reopenOrder : finishOrder)(desk, {
        of: options.text("number"),
        reason: options.text("reason"),
      }),
  },
  {
    verb: "recompute",
    title: { zh: "重算所有派生表", en: "rebuild every derived table" },
    takes: [],
    perform: (desk) => recompute(desk),
  },
  {
    verb: "report",
    title: { zh: "报表；--sheet 写进账簿", en: "a report; --sheet writes it into the book" },
    takes: [
      {
        id: "code",
        kind: "text",
        title: { zh: "报表代码", en: "a report's code" },
        required: true,
        operand: true,
      },
      {
        id: "params",
        kind: "map",
        title: { zh: "参数，逐个写：--param k=v", en: "parameters, one by one: --param k=v" },
      },
      { id: "sheet", kind: "flag", title: { zh: "写进账簿", en: "write it into the book" } },
    ],
    lists: listedReports,
    perform: (desk, options) =>
      runReport(desk, {
        code: options.text("code"),
        params: options.map("params"),
        sheet: options.flag("sheet"),
      }),
  },
  {
    verb: "calc",
    title: { zh: "单独计算一个公式", en: "a formula by itself" },
    takes: [
      { id: "formula", kind: "text", title: { zh: "公式", en: "a formula" }, required: true, operand: true },
      {
        id: "params",
        kind: "map",
        title: { zh: "参数，逐个写：--param k=v", en: "parameters, one by one: --param k=v" },
      },
      { id: "in", kind: "map", title: { zh: "参数（步骤里）", en: "parameters, in a step" } },
    ],
    bookless: true,
    lists: listedFormulas,
    perform: (_, options) =>
      Promise.resolve(
        calculate({
          formula: options.text("formula"),
          params: { ...options.map("params"), ...options.map("in") },
        }),
      ),
  },
  {
    verb: "table",
    title: { zh: "列出一张表的行", en: "the rows of a table as they stand" },
    takes: [table],
    lists: listedTables,
    perform: (desk, options) => tableRows(desk, options.text("table")),
  },
  ...upkeepActions,
];
