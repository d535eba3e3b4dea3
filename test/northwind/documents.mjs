import { dayOf, orderOf, timeOf } from "./sources.mjs";

/** Money in ten-thousandths, exact: no price of the data set is finer. */
const units = (text) => {
  const scaled = Math.round(Number(text || 0) * 10_000);
  if (Math.abs(scaled / 10_000 - Number(text || 0)) > 1e-12) throw new Error(`too fine an amount: ${text}`);
  return scaled;
};
const asNumber = (scaled) => scaled / 10_000;
const amountOf = ({ qty, price, discount }) =>
  Math.round((units(price) * Number(qty) * (100 - (discount || 0))) / 100);
const sum = (lines) => lines.reduce((total, line) => total + amountOf(line), 0);

/** Share of a price, as the data set has it, to per cent. */
const perCent = (share) => (Number(share || 0) === 0 ? null : asNumber(units(share) * 100));

const goodsRow = ({ item, qty, price, discount = null, ref, note }) => ({
  warehouse: "MAIN",
  item,
  qty: Number(qty),
  price: Number(price),
  discount,
  ref,
  note,
});

/** Customers' orders as they were placed; lines of quantity 0 order nothing and are left out. */
export const salesOrders = ({ orders, orderLines, products }) => {
  const codes = new Map(products.map(({ id, product_code }) => [id, product_code]));
  return orders.flatMap((order) => {
    const lines = orderLines
      .filter((line) => line.order_id === order.id && Number(line.quantity) > 0)
      .map((line) =>
        goodsRow({
          item: codes.get(line.product_id),
          qty: line.quantity,
          price: line.unit_price,
          discount: perCent(line.discount),
        }),
      );
    return lines.length === 0
      ? []
      : [
          {
            table: "sales",
            type: "XS",
            date: dayOf(order.order_date),
            time: timeOf(order.order_date),
            partner: customerOf(order.customer_id),
            externalNo: orderOf(order),
            rows: lines,
          },
        ];
  });
};

const customerOf = (id) => `C${id.padStart(2, "0")}`;

/**
 * Receipts and deliveries in the order of the moves: moves of one source that follow each other are one
 * document, at the time of its first. A delivery takes discount and reference from its order's line.
 */
export const goodsMoves = ({ moves }, orders) => {
  const documents = [];
  for (const move of moves) {
    const last = documents.at(-1);
    const day = dayOf(move.datetime);
    const continues = last?.externalNo === move.doc && last.date === day;
    const document = continues ? last : movedDocument(move, day);
    if (!continues) documents.push(document);
    document.rows.push(movedRow(move, orders));
  }
  return documents;
};

const movedDocument = ({ type, doc, partner, datetime }, date) => ({
  table: type === "purchase" ? "purchases" : "sales",
  type: type === "purchase" ? "RK" : "CK",
  date,
  time: timeOf(datetime),
  partner,
  externalNo: doc,
  rows: [],
});

const movedRow = (move, orders) => {
  const { item, qty_in, qty_out, unit_cost, unit_price } = move;
  if (move.type === "purchase") return goodsRow({ item, qty: qty_in, price: unit_cost });
  const ordered = openLineOf(orders, move.doc, item);
  if (ordered === undefined) throw new Error(`move ${move.seq}: ${move.doc} has no line for ${item}`);
  ordered.delivered = (ordered.delivered ?? 0) + Number(qty_out);
  return goodsRow({ item, qty: qty_out, price: unit_price, discount: ordered.discount, ref: ordered });
};

const openLineOf = (orders, externalNo, item) =>
  orders
    .filter((order) => order.externalNo === externalNo)
    .flatMap((order) => order.rows)
    .find((row) => row.item === item && (row.delivered ?? 0) < row.qty);

/** Stock held back beyond what orders hold back: no document of ours stands for it, so it is told and left out. */
export const heldWithoutOrder = ({ holds }, orders) =>
  holds.flatMap(({ order, item, qty }) => {
    const line = openLineOf(orders, order, item);
    const beyond = Number(qty) - (line === undefined ? 0 : line.qty - (line.delivered ?? 0));
    return beyond > 0 ? [{ item, order, qty: beyond }] : [];
  });

/** Invoices to customers and of suppliers: the goods moved under that source, then shipping and taxes. */
export const invoices = ({ charges, orders, purchaseOrders, invoices: issued }, moved) =>
  charges.map((charge) => {
    const isSale = charge.side === "AR";
    const source = (isSale ? orders : purchaseOrders).find(({ id }) => id === charge.source.slice(2));
    const goods = moved
      .filter(({ externalNo }) => externalNo === charge.source)
      .flatMap(({ rows }) => rows)
      .map((row) => ({ ...row, ref: row }));
    const lines = [...goods, ...services(source)];
    if (sum(lines) !== units(charge.amount)) {
      throw new Error(`${charge.doc}: lines come to ${asNumber(sum(lines))}, not ${charge.amount}`);
    }
    return {
      table: isSale ? "sales" : "purchases",
      type: isSale ? "XF" : "CF",
      date: charge.date,
      time: isSale ? timeOf(issued.find(({ id }) => `SI${id}` === charge.doc)?.invoice_date ?? "") : "",
      partner: charge.partner,
      externalNo: charge.doc,
      source: charge.source,
      rows: lines,
    };
  });

const services = ({ shipping_fee, taxes }) =>
  [
    { item: "SHIPPING", price: shipping_fee },
    { item: "TAXES", price: taxes },
  ]
    .filter(({ price }) => Number(price || 0) !== 0)
    .map(({ item, price }) => ({ item, qty: 1, price: Number(price), discount: null }));

/** What customers paid, each against the invoice of its order; some paid before they were invoiced. */
export const receipts = ({ payments }, invoiced) =>
  payments.map((payment) => {
    const invoice = invoiced.find(({ source }) => source === payment.source);
    if (invoice === undefined) throw new Error(`${payment.doc}: no invoice for ${payment.source}`);
    const account = accountOf(payment.method);
    const amount = Number(payment.amount);
    return {
      table: "payments",
      type: "SK",
      date: payment.date,
      time: "",
      partner: payment.partner,
      externalNo: payment.doc,
      rows: [{ account, amount, purpose: "settle", against: invoice.rows[0] }],
    };
  });

/** The account a way of paying goes to: cash in hand, or the bank by cheque or card. */
export const accountOf = (method) =>
  method
    .toUpperCase()
    .replace(/^CREDIT /, "")
    .replaceAll(" ", "-");
