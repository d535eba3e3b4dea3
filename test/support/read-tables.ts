import { documentTypes } from "../../src/domain/documents/index";
import { readBook, type ReadBook } from "../../src/read/read-book";
import type { TableCells } from "../../src/workbook/port";
import { shown, table } from "./book-literal";

/** Reads tables as those of a CSV or JSON book, with what is found in them, a line each. */
export const read = (...tables: readonly TableCells[]): ReadBook & { readonly found: readonly string[] } => {
  const { value, findings } = readBook(tables, { types: documentTypes, strict: false });
  return { ...value, found: findings.map(shown) };
};

/** Two items, the first with a rate and a warehouse of its own. */
export const items = table(
  "items",
  "商品编码 商品名称 税率 默认仓库",
  ["A1", "螺丝", "13%", "主仓"],
  ["A2", "螺母", null, null],
);
/** Two warehouses, the first of which may be short. */
export const warehouses = table(
  "仓库",
  "仓库编码 仓库名称 允许负库存",
  ["W1", "主仓", "是"],
  ["W2", "门店", "否"],
);
/** A supplier and a customer. */
export const partners = table(
  "Partners",
  "code name kind",
  ["S1", "永顺", "供应商"],
  ["C1", "大华", "customer"],
);
