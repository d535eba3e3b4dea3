import type { TableDefinition } from "./definition";

/** Who works with the book, and how much each may approve. */
export const staff: TableDefinition = {
  id: "staff",
  title: { zh: "人员", en: "Staff" },
  role: "master",
  yields: true,
  columns: [
    { id: "code", title: { zh: "人员编码", en: "Staff code" }, kind: "code", key: true },
    { id: "name", title: { zh: "姓名", en: "Name" }, kind: "text" },
    { id: "post", title: { zh: "岗位", en: "Post" }, kind: "text" },
    { id: "approveLimit", title: { zh: "审批限额", en: "Approval limit" }, kind: "money" },
    { id: "inactive", title: { zh: "停用", en: "Inactive" }, kind: "flag" },
  ],
};
