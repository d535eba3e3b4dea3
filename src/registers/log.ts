import type { TableDefinition } from "./definition";

/**
 * What was posted, and every cell of a posted row that was changed after: appended to, never rewritten. Each
 * station has a table of its own in a workbook, so that two people never append at one address. Source:
 * CONTRACT §2.
 */
export const log: TableDefinition = {
  id: "log",
  title: { zh: "操作日志", en: "Log" },
  role: "log",
  yields: true,
  columns: [
    { id: "time", title: { zh: "时间", en: "Time" }, kind: "stamp", computed: true },
    { id: "user", title: { zh: "操作人", en: "User" }, kind: "stamp", computed: true },
    { id: "station", title: { zh: "电脑代号", en: "Station" }, kind: "stamp", computed: true },
    { id: "action", title: { zh: "操作", en: "Action" }, kind: "stamp", computed: true },
    { id: "number", title: { zh: "单号", en: "Number" }, kind: "stamp", computed: true, width: 20 },
    { id: "rowId", title: { zh: "行ID", en: "Row ID" }, kind: "stamp", computed: true, width: 28 },
    { id: "column", title: { zh: "栏目", en: "Column" }, kind: "stamp", computed: true },
    { id: "before", title: { zh: "改前", en: "Before" }, kind: "stamp", computed: true },
    { id: "after", title: { zh: "改后", en: "After" }, kind: "stamp", computed: true },
    { id: "reason", title: { zh: "原因", en: "Reason" }, kind: "stamp", computed: true },
    { id: "previousHash", title: { zh: "前一散列", en: "Previous hash" }, kind: "stamp", computed: true },
    { id: "hash", title: { zh: "散列", en: "Hash" }, kind: "stamp", computed: true, key: true },
  ],
};
