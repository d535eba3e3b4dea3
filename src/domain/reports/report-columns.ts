import type { ReportColumn, ReportColumnKind } from "./report";

/** A column of a report. */
export function column(id: string, kind: ReportColumnKind, titles: readonly [string, string]): ReportColumn {
  return { id, kind, title: { zh: titles[0], en: titles[1] } };
}

/** The columns that more than one report has, by id. */
export const shown = {
  item: column("item", "code", ["商品编码", "Item"]),
  warehouse: column("warehouse", "code", ["仓库", "Warehouse"]),
  batch: column("batch", "code", ["批次", "Batch"]),
  date: column("date", "day", ["日期", "Date"]),
  time: column("time", "time", ["时间", "Time"]),
  type: column("type", "code", ["单据类型", "Type"]),
  number: column("number", "code", ["单号", "Number"]),
  partner: column("partner", "code", ["往来单位", "Partner"]),
  account: column("account", "code", ["资金账户", "Account"]),
  qty: column("qty", "quantity", ["数量", "Quantity"]),
  value: column("value", "money", ["金额", "Value"]),
} as const;
