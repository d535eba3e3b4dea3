import type { TableDefinition } from "./definition";
import { arranged, commonColumns, goodsColumns, priceColumns } from "./register-columns";
import { roles, stockBases } from "./words";

/** Where a count and a transfer are typed, these stand beside what every register begins with. */
const shown = [
  ..."type date partner partnerName warehouse toWarehouse item itemName spec qty unit".split(" "),
  ..."book counted difference unitCost value batch expires ref note status number".split(" "),
];

/** Everything that moves stock without a purchase or a sale: transfers, counts, write-offs, assemblies. */
export const stock: TableDefinition = {
  id: "stock",
  title: { zh: "库存单据", en: "Stock" },
  role: "register",
  required: true,
  columns: arranged(shown, [
    ...commonColumns,
    ...goodsColumns,
    ...priceColumns,
    {
      id: "toWarehouse",
      title: { zh: "调入仓库", en: "To warehouse" },
      kind: "code",
      refersTo: "warehouses",
    },
    { id: "toBin", title: { zh: "调入货位", en: "To bin" }, kind: "code" },
    { id: "book", title: { zh: "账面数量", en: "Book quantity" }, kind: "quantity", computed: true },
    { id: "counted", title: { zh: "实盘数量", en: "Counted quantity" }, kind: "quantity" },
    { id: "recount", title: { zh: "复盘数量", en: "Recounted quantity" }, kind: "quantity" },
    { id: "difference", title: { zh: "盈亏数量", en: "Difference" }, kind: "quantity", computed: true },
    { id: "unitCost", title: { zh: "单位成本", en: "Unit cost" }, kind: "price" },
    { id: "value", title: { zh: "金额", en: "Value" }, kind: "money" },
    { id: "role", title: { zh: "行类别", en: "Line role" }, kind: "word", words: roles },
    { id: "share", title: { zh: "分摊比例", en: "Share" }, kind: "rate" },
    { id: "basis", title: { zh: "分摊依据", en: "Sharing basis" }, kind: "word", words: stockBases },
    { id: "job", title: { zh: "生产单号", en: "Job number" }, kind: "code" },
  ]),
};
