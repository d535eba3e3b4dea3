// Turns the Northwind sample company into a book of drafts: npm run -s northwind -- DIR BOOK
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { accountOf, goodsMoves, heldWithoutOrder, invoices, receipts, salesOrders } from "./documents.mjs";
import { readSources } from "./sources.mjs";

const settings = {
  costing: "moving-average",
  negativeStock: "block",
  receivableOn: "invoice",
  payableOn: "invoice",
  taxRate: "0",
  warehouse: "MAIN",
  language: "en-US",
};

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const crockford = (number, width) =>
  Array.from({ length: width }, (_, i) => alphabet[Math.floor(number / 32 ** (width - 1 - i)) % 32]).join("");

/** A rowId that is greater the later the moment, and within one moment the later in the list. */
const rowIdOf = (document, place) => {
  const moment = Date.parse(`${document.date}T${document.time || "00:00:00"}Z`);
  return crockford(moment, 10) + crockford(place, 16);
};

/** The same code twice in the data set is one item there: the first row holds, both names are kept. */
const itemRows = (items) => {
  const byCode = new Map();
  for (const row of items) {
    const known = byCode.get(row.code);
    if (known !== undefined) known.name = `${known.name} / ${row.name}`;
    else byCode.set(row.code, itemRow(row));
  }
  const services = [
    { code: "SHIPPING", name: "Shipping", kind: "service", unit: "job" },
    { code: "TAXES", name: "Taxes charged on", kind: "service", unit: "job" },
  ];
  return [...byCode.values(), ...services];
};

const itemRow = ({ code, name, category, unit, ...row }) => ({
  code,
  name,
  spec: unit,
  kind: "goods",
  category,
  unit: "pcs",
  decimals: 0,
  purchasePrice: Number(row.standard_cost),
  retailPrice: Number(row.list_price),
  minStock: Number(row.reorder_level),
  maxStock: Number(row.target_level),
});

const accountRows = (payments) =>
  [...new Set(payments.map(({ method }) => method))].map((method) => ({
    code: accountOf(method),
    name: method,
    kind: method === "Cash" ? "cash" : "bank",
  }));

/** Documents as rows of their registers: a draft mark a document, references by rowId. */
const registerRows = (documents) => {
  const ids = new Map();
  documents.forEach((document, place) => {
    document.rows.forEach((row, line) => ids.set(row, rowIdOf(document, place * 1000 + line)));
  });
  const tables = { purchases: [], sales: [], stock: [], payments: [] };
  documents.forEach(({ table, type, date, time, partner, externalNo, rows }, place) => {
    for (const row of rows) {
      const header = { type, date, time, partner, externalNo, draft: String(place + 1), rowId: ids.get(row) };
      const links = { ref: ids.get(row.ref), against: ids.get(row.against), delivered: undefined };
      tables[table].push(withoutBlanks({ ...header, ...row, ...links }));
    }
  });
  return tables;
};

const withoutBlanks = (row) =>
  Object.fromEntries(
    Object.entries(row).filter(([, cell]) => cell !== null && cell !== undefined && cell !== ""),
  );

const northwindBook = (sources) => {
  const orders = salesOrders(sources);
  const moved = goodsMoves(sources, orders);
  const invoiced = invoices(sources, moved);
  for (const { item, order, qty } of heldWithoutOrder(sources, orders))
    process.stderr.write(
      `left out: ${qty} of ${item} held ${order === "" ? "without an order" : `beyond ${order}`}\n`,
    );
  const documents = [...orders, ...moved, ...invoiced, ...receipts(sources, invoiced)];
  return {
    settings: Object.entries(settings).map(([key, value]) => ({ key, value })),
    items: itemRows(sources.items),
    warehouses: [{ code: "MAIN", name: "Main warehouse", kind: "main" }],
    partners: sources.partners.map(({ city, ...row }) => withoutBlanks({ ...row, region: city })),
    accounts: accountRows(sources.payments),
    ...registerRows(documents),
  };
};

const convert = (json, target) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "northwind-"));
  try {
    const file = path.join(folder, "northwind.json");
    writeFileSync(file, json);
    const cli = path.join(import.meta.dirname, "../../dist/cli.cjs");
    return (
      spawnSync(process.execPath, [cli, "convert", file, target], { stdio: ["ignore", "ignore", "inherit"] })
        .status ?? 3
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const [folder, target] = process.argv.slice(2);
if (folder === undefined || target === undefined) {
  process.stderr.write("npm run -s northwind -- DIR BOOK\n");
  process.exitCode = 2;
} else {
  const json = `${JSON.stringify(northwindBook(readSources(folder)), null, 1)}\n`;
  if (target.endsWith(".json")) writeFileSync(target, json);
  else process.exitCode = convert(json, target);
}
