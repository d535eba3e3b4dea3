import type { TableDefinition } from "./definition";
import { overdueControls, partnerKinds } from "./words";

/** Customers and suppliers. */
export const partners: TableDefinition = {
  id: "partners",
  title: { zh: "往来单位", en: "Partners" },
  role: "master",
  required: true,
  columns: [
    { id: "code", title: { zh: "单位编码", en: "Partner code" }, kind: "code", key: true },
    { id: "name", title: { zh: "单位名称", en: "Partner name" }, kind: "text", width: 24 },
    { id: "kind", title: { zh: "类型", en: "Partner kind" }, kind: "word", words: partnerKinds },
    { id: "taxNumber", title: { zh: "税号", en: "Tax number" }, kind: "code", width: 20 },
    { id: "contact", title: { zh: "联系人", en: "Contact" }, kind: "text" },
    { id: "phone", title: { zh: "电话", en: "Phone" }, kind: "code", width: 16 },
    { id: "address", title: { zh: "地址", en: "Address" }, kind: "text", width: 30 },
    { id: "bank", title: { zh: "开户行及账号", en: "Bank and account number" }, kind: "text", width: 30 },
    { id: "region", title: { zh: "地区", en: "Region" }, kind: "text" },
    { id: "grade", title: { zh: "等级", en: "Grade" }, kind: "text", width: 10 },
    { id: "priceGrade", title: { zh: "价格等级", en: "Price grade" }, kind: "text", width: 10 },
    { id: "terms", title: { zh: "收付款条件", en: "Payment terms" }, kind: "code" },
    { id: "creditLimit", title: { zh: "信用额度", en: "Credit limit" }, kind: "money" },
    {
      id: "overdueControl",
      title: { zh: "逾期控制", en: "Overdue control" },
      kind: "word",
      words: overdueControls,
    },
    { id: "taxRate", title: { zh: "默认税率", en: "Default tax rate" }, kind: "rate" },
    { id: "salesperson", title: { zh: "业务员", en: "Salesperson" }, kind: "text" },
    { id: "inactive", title: { zh: "停用", en: "Inactive" }, kind: "flag" },
  ],
};
