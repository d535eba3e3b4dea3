import type { Ledgers } from "../posting/ledgers";
import { bucketOf, type Edges } from "./ageing-edges";
import { bucketColumns } from "./bucket-columns";
import { type Figures, figuresOf } from "./figures";
import { edgesIn, numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { asOf, edges as buckets, only } from "./report-parameters";
import { byPlace } from "./row-order";
import { lotsByPool, type PoolLots } from "./stock-lots";

/** What lies in one place: by bucket, then what is short; quantities in 10⁻⁶, values in smallest units. */
interface Aged {
  readonly qty: Float64Array;
  readonly value: Float64Array;
}

function nothing(edges: Edges): Aged {
  const room = edges.length + 2;
  return { qty: new Float64Array(room), value: new Float64Array(room) };
}

/** Adds the lots of a pool, each by how long its goods have been in the house. */
function add(aged: Aged, { lots }: PoolLots, { day, edges }: Pick<Asked, "day" | "edges">): void {
  for (const { firstDay, qty, value } of lots) {
    const slot = qty < 0 ? edges.length + 1 : bucketOf(edges, day - firstDay);
    aged.qty[slot] += qty;
    aged.value[slot] += value;
  }
}

interface Asked {
  readonly day: number;
  readonly edges: Edges;
  readonly item: number;
  readonly warehouse: number;
}

function figuresIn({ qty, value }: Aged, { quantity, money }: Figures): ReportRow {
  const short = qty.length - 1;
  const sum = (all: Float64Array): number => all.reduce((a, b) => a + b, 0);
  const numbered = (id: string, all: Float64Array, as: (units: number) => number): ReportRow =>
    Object.fromEntries(
      Array.from(all.subarray(0, short), (units, at) => [`${id}${String(at + 1)}`, as(units)]),
    );
  return {
    ...numbered("qty", qty, quantity),
    ...numbered("value", value, money),
    negativeQty: quantity(qty[short]),
    negativeValue: money(value[short]),
    qty: quantity(sum(qty)),
    value: money(sum(value)),
  };
}

/** One item in one warehouse, -1 where one cost holds for the whole company. */
interface Place {
  readonly item: number;
  readonly warehouse: number;
  readonly aged: Aged;
}

function isAsked({ item, warehouse }: Place, asked: Asked): boolean {
  const isThere = asked.warehouse === -1 || warehouse === -1 || warehouse === asked.warehouse;
  return isThere && (asked.item === -1 || item === asked.item);
}

/** The pools that are asked for, those of one item and warehouse together. */
function agedPlaces(ledgers: Ledgers, asked: Asked) {
  const { bins, pools } = ledgers.stock;
  const places = new Map<string, Place>();
  const all = nothing(asked.edges);
  for (const pool of lotsByPool(ledgers, asked.day)) {
    const item = bins.item[pool.bin];
    const warehouse = pools.company[pool.pool] === 1 ? -1 : bins.warehouse[pool.bin];
    const key = `${String(item)}|${String(warehouse)}`;
    const place = places.get(key) ?? { item, warehouse, aged: nothing(asked.edges) };
    if (!isAsked(place, asked)) continue;
    places.set(key, place);
    add(place.aged, pool, asked);
    add(all, pool, asked);
  }
  return { places: [...places.values()], all };
}

/**
 * How long what lies in each place has been in the house at the end of `asOf`, with its worth: by the first
 * day of its lots, which transfers, repacking and changes of method or price keep; averaged items as if the
 * oldest went first. The upper edge belongs to its bucket, and the first begins with 0. A shortage stands
 * apart. Σ = stock on hand. Source: CONTRACT §5, DOMAIN §9.
 */
export const stockAgeing: ReportDefinition = {
  code: "stock-ageing",
  title: { zh: "库龄", en: "Ageing of stock" },
  parameters: [asOf, buckets, only("item"), only("warehouse")],
  run: (ledgers, parameters) => {
    const { items, warehouses } = ledgers.book.masters;
    const edges = edgesIn(parameters, "buckets") ?? ledgers.book.settings.ageingBuckets;
    const day = numberIn(parameters, "asOf", Infinity);
    const item = numberIn(parameters, "item", -1);
    const { places, all } = agedPlaces(ledgers, {
      day,
      edges,
      item,
      warehouse: numberIn(parameters, "warehouse", -1),
    });
    const figures = figuresOf(ledgers);
    const rows = places.map((place) => ({
      item: items[place.item].code,
      warehouse: warehouses.at(place.warehouse < 0 ? Infinity : place.warehouse)?.code ?? null,
      ...figuresIn(place.aged, figures),
    }));
    const isSomething = (row: ReportRow): boolean =>
      Object.entries(row).some(([, cell]) => typeof cell === "number" && cell !== 0);
    return {
      columns: columnsOf(edges),
      rows: rows.filter(isSomething).sort(byPlace),
      totals: figuresIn(all, figures),
    };
  },
};

function columnsOf(edges: Edges) {
  return [
    ...[shown.item, shown.warehouse],
    ...bucketColumns(edges, 0, { id: "qty", kind: "quantity", called: ["数量 ", "Quantity "] }),
    ...bucketColumns(edges, 0, { id: "value", kind: "money", called: ["金额 ", "Value "] }),
    column("negativeQty", "quantity", ["负库存数量", "Short quantity"]),
    column("negativeValue", "money", ["负库存金额", "Short value"]),
    ...[shown.qty, shown.value],
  ];
}
