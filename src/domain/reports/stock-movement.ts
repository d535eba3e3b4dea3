import { policiesOn } from "../book/closed-figures";
import type { Until } from "../costing/cost-moves";
import type { DocumentType } from "../documents/document-type";
import { documentTypes } from "../documents/index";
import type { Ledgers } from "../posting/ledgers";
import { figuresOf } from "./figures";
import { numberIn } from "./parameters";
import type { ReportColumn, ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { dayRange, daysIn, only } from "./report-parameters";
import { byPlace } from "./row-order";
import { atEndOf, stockAt } from "./stock-at";

/** A signed quantity and its value, in smallest units. */
interface Amount {
  readonly qty: number;
  readonly value: number;
}

/** The figures of every item and warehouse, by the id of their column; smallest units. */
interface Tally {
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Adds to the quantity and value of `id`. */
  add(place: number, id: string, amount: Amount): void;
  at(place: number, id: string): number;
}

function tally(places: number): Tally {
  const columns = new Map<string, Float64Array>();
  const columnOf = (id: string): Float64Array => {
    const known = columns.get(id) ?? new Float64Array(places);
    columns.set(id, known);
    return known;
  };
  return {
    columns,
    add: (place, id, { qty, value }) => {
      columnOf(`${id}Qty`)[place] += qty;
      columnOf(`${id}Value`)[place] += value;
    },
    at: (place, id) => columns.get(id)?.[place] ?? 0,
  };
}

/** One row of the report: an item in a warehouse, its batches together. */
interface Place {
  readonly item: number;
  readonly warehouse: number;
}

/** The places there are, and the place of every bin. */
function placesOf({ stock }: Ledgers) {
  const known = new Map<string, number>();
  const places: Place[] = [];
  const ofBin = stock.bins.item.map((item, bin) => {
    const warehouse = stock.bins.warehouse[bin];
    const key = `${item}|${warehouse}`;
    const place = known.get(key) ?? places.push({ item, warehouse }) - 1;
    known.set(key, place);
    return place;
  });
  return { places, ofBin };
}

/** Goods in count as in, goods out as out; a change of value alone is in where it adds, else out. */
function addInOrOut(sums: Tally, place: number, { qty, value }: Amount): void {
  const isIn = qty > 0 || (qty === 0 && value >= 0);
  if (isIn) sums.add(place, "in", { qty, value });
  else sums.add(place, "out", { qty: -qty, value: -value });
}

/** What happened between two times in the ledger. */
function movement(ledgers: Ledgers, before: Until, until: Until) {
  const { stock, costed, book } = ledgers;
  const { places, ofBin } = placesOf(ledgers);
  const sums = tally(places.length);
  const opening = stockAt(ledgers, before);
  const closing = stockAt(ledgers, until);
  ofBin.forEach((place, bin) => {
    sums.add(place, "opening", { qty: opening.qty[bin], value: opening.value[bin] });
    sums.add(place, "closing", { qty: closing.qty[bin], value: closing.value[bin] });
  });
  const moved = new Uint8Array(places.length);
  for (let move = before.end; move < until.end; move++) {
    const place = ofBin[stock.bin[move]];
    const amount = { qty: costed.qty[move], value: costed.value[move] };
    sums.add(place, documentTypes[book.lines.type[stock.line[move]]].code, amount);
    addInOrOut(sums, place, amount);
    moved[place] = 1;
  }
  addShared(sums, places.length);
  const holds = (place: number): boolean => [...sums.columns.values()].some((one) => one[place] !== 0);
  return {
    places,
    sums,
    listed: places.map((_, place) => place).filter((one) => moved[one] === 1 || holds(one)),
  };
}

/**
 * Where one cost holds for the whole company, its share by quantity may differ from what the moves carried.
 */
function addShared(sums: Tally, places: number): void {
  for (let place = 0; place < places; place++) {
    const change = sums.at(place, "closingValue") - sums.at(place, "openingValue");
    const value = change - sums.at(place, "inValue") + sums.at(place, "outValue");
    if (value === 0) continue;
    sums.add(place, "shared", { qty: 0, value });
    addInOrOut(sums, place, { qty: 0, value });
  }
}

/** Whether one cost held for the whole company of anything that had moved by then. */
function isSharedBefore({ stock: { moves, pools } }: Ledgers, { end }: Until): boolean {
  return moves.pool.subarray(0, end).some((pool) => pools.company[pool] === 1);
}

function pair(id: string, zh: string, en: string): readonly ReportColumn[] {
  return [
    column(`${id}Qty`, "quantity", [`${zh}数量`, `${en} quantity`]),
    column(`${id}Value`, "money", [`${zh}金额`, `${en} value`]),
  ];
}

function figureColumns(types: readonly DocumentType[], isPooled: boolean): readonly ReportColumn[] {
  const shared = column("sharedValue", "money", ["成本分摊差额", "Shared cost"]);
  return [
    ...pair("opening", "期初", "Opening"),
    ...pair("in", "收入", "In"),
    ...pair("out", "发出", "Out"),
    ...pair("closing", "期末", "Closing"),
    ...types.flatMap(({ code, title }) => pair(code, title.zh, title.en)),
    ...(isPooled ? [shared] : []),
  ];
}

/** The types that moved stock, each code once, in the order of the registry. */
function typesOf({ columns }: Tally): readonly DocumentType[] {
  const seen = new Set<string>();
  return documentTypes.filter(({ code }) => {
    const isNew = columns.has(`${code}Qty`) && !seen.has(code);
    seen.add(code);
    return isNew;
  });
}

/** The figures of some places together, in the columns given. */
function figuresRow(
  ledgers: Ledgers,
  columns: readonly ReportColumn[],
  of: (id: string) => number,
): ReportRow {
  const { money, quantity } = figuresOf(ledgers);
  const scaled = ({ id, kind }: ReportColumn): number =>
    kind === "money" ? money(of(id)) : quantity(of(id));
  return Object.fromEntries(columns.map((one) => [one.id, scaled(one)] as const));
}

/**
 * What came in, went out and stayed, by item and warehouse and by kind of document: opening + in − out =
 * closing on every row. By kind figures are signed. Where one cost holds for the whole company, `sharedValue`
 * is what sharing it by quantity moved between warehouses, counted in or out. Source: CONTRACT §5, DOMAIN
 * §13.
 */
export const stockMovement: ReportDefinition = {
  code: "stock-movement",
  title: { zh: "进销存汇总", en: "Stock movement" },
  parameters: [...dayRange, only("item"), only("warehouse")],
  run: (ledgers, parameters) => {
    const { masters } = ledgers.book;
    const { from, to } = daysIn(parameters);
    const asked = {
      item: numberIn(parameters, "item", -1),
      warehouse: numberIn(parameters, "warehouse", -1),
    };
    const last = Math.max(from - 1, to);
    const until = atEndOf(ledgers, last);
    const { places, sums, listed } = movement(ledgers, atEndOf(ledgers, from - 1), until);
    const isShared =
      policiesOn(ledgers.book, last).costingScope === "company" || isSharedBefore(ledgers, until);
    const isPooled = isShared || sums.columns.has("sharedValue");
    const columns = figureColumns(typesOf(sums), isPooled);
    const wanted = listed.filter(
      (place) =>
        (asked.item === -1 || places[place].item === asked.item) &&
        (asked.warehouse === -1 || places[place].warehouse === asked.warehouse),
    );
    const rows = wanted.map((place) => ({
      item: masters.items[places[place].item].code,
      warehouse: masters.warehouses[places[place].warehouse].code,
      ...figuresRow(ledgers, columns, (id) => sums.at(place, id)),
    }));
    const total = (id: string): number => wanted.reduce((sum, place) => sum + sums.at(place, id), 0);
    return {
      columns: [shown.item, shown.warehouse, ...columns],
      rows: rows.sort(byPlace),
      totals: figuresRow(ledgers, columns, total),
    };
  },
};
