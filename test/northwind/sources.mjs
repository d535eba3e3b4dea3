import { readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";

/** The tables the book is made of: those of the data set itself, and what only its raw ones still tell. */
const files = {
  items: "items.csv",
  partners: "partners.csv",
  moves: "moves.csv",
  holds: "holds.csv",
  charges: "charges.csv",
  payments: "payments.csv",
  products: "raw/products.csv",
  orders: "raw/orders.csv",
  orderLines: "raw/order_details.csv",
  purchaseOrders: "raw/purchase_orders.csv",
  invoices: "raw/invoices.csv",
};

const rowsOf = (file) => {
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const { data, errors } = Papa.parse(text, { header: true, skipEmptyLines: true, delimiter: "," });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  return data;
};

/** Table → its rows, every cell as text. */
export const readSources = (folder) =>
  Object.fromEntries(Object.entries(files).map(([table, file]) => [table, rowsOf(path.join(folder, file))]));

/** `SO31` of an order, `PO90` of a purchase order: how the data set names its sources. */
export const orderOf = (row) => `SO${row.order_id ?? row.id}`;
/** The day of a moment, `2006-03-22 16:02:28`. */
export const dayOf = (moment) => moment.slice(0, 10);
/** The time of a moment; blank where none was kept. */
export const timeOf = (moment) => {
  const time = moment.slice(11, 19);
  return time === "00:00:00" ? "" : time;
};
