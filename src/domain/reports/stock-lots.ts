import type { CostingCode } from "../book/settings";
import { agedStock } from "../costing/aged-pass";
import { stockBefore, type Until } from "../costing/cost-moves";
import { costingMethods } from "../costing/index";
import { REPRICE } from "../costing/moves";
import type { Stock } from "../costing/stock";
import { dayText } from "../kernel/day";
import { mulDiv } from "../kernel/mul-div";
import type { Ledgers } from "../posting/ledgers";
import { repackedMoves } from "../posting/followed/repacked";
import { costingPolicy } from "../posting/moves/stock-moves";
import { figuresOf } from "./figures";
import { numberIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { asOf, only } from "./report-parameters";
import { byPlace } from "./row-order";
import { atEndOf } from "./stock-at";

/** Goods that came into their pool together; smallest units. A shortage is negative. */
export interface StockLot {
  readonly day: number;
  readonly firstDay: number;
  readonly qty: number;
  readonly value: number;
}

/** So much has been in the house since a day. */
interface Age {
  readonly qty: number;
  readonly firstDay: number;
}

function isLayered(method: CostingCode): boolean {
  return costingMethods[method].layered;
}

/**
 * The stock as its cost lies, and as it lies by age. Where all goods lie in layers and nothing lets those
 * begin anew, one pass tells both, and so it does where none do.
 */
function stocksAt(ledgers: Ledgers, until: Until): { readonly own: Stock; readonly aged: Stock } {
  const { moves, pools, bin, bins } = ledgers.stock;
  const policy = costingPolicy(ledgers.book);
  const repacked = repackedMoves(ledgers);
  const ownStock = (): Stock => stockBefore(until, moves, pools, policy, ledgers.costed);
  const isAllLayered = pools.method.every(isLayered);
  const isPlain = isAllLayered && repacked.size === 0 && pools.changes.length === 0;
  if (isPlain && !moves.kind.subarray(0, moves.count).includes(REPRICE)) {
    const own = ownStock();
    return { own, aged: own };
  }
  const { shortCosts } = ledgers.costed;
  const asked = { moves, pools, bin, bins: bins.item.length, repacked, policy, shortCosts };
  const aged = agedStock(asked, until);
  return { own: pools.method.some(isLayered) ? ownStock() : aged, aged };
}

/** The layers of a pool with something left, oldest first. */
function layersOf({ layers }: Stock, pool: number): readonly number[] {
  const left: number[] = [];
  for (let layer = layers.front(pool); layer !== -1; layer = layers.next[layer]) {
    if (layers.qty[layer] !== 0) left.push(layer);
  }
  return left;
}

/** What one pool is worth. */
interface PoolWorth {
  readonly pool: number;
  readonly value: number;
}

/** The day a layer came into its pool: by a move, or by a change of method. */
function dayOfLayer({ stock: { moves } }: Ledgers, { layers }: Stock, layer: number): number {
  const move = layers.move[layer];
  return move === -1 ? layers.firstDay[layer] : moves.day[move];
}

/**
 * The lots of one pool: Σ = its quantity and `value`. Of what is averaged, all lots up to each are rounded
 * together: none bears what rounding the others has left, and so none is worth less than nothing.
 */
function lotsOf(ledgers: Ledgers, { own, aged }: ReturnType<typeof stocksAt>, { pool, value }: PoolWorth) {
  const { moves, pools } = ledgers.stock;
  const ownLayers = isLayered(pools.method[pool]);
  const stock = ownLayers ? own : aged;
  const whole = stock.qty[pool];
  if (whole < 0) {
    const day = moves.day[stock.shortages.get(pool)?.[0]?.move ?? 0];
    return [{ day, firstDay: day, qty: whole, value }];
  }
  const { layers } = stock;
  const left = layersOf(stock, pool);
  const ages = layersOf(aged, pool).map((age) => ({
    qty: aged.layers.qty[age],
    firstDay: aged.layers.firstDay[age],
  }));
  let before = 0;
  return left.flatMap((layer): StockLot[] => {
    const qty = layers.qty[layer];
    const share = mulDiv(value, before + qty, whole) - mulDiv(value, before, whole);
    before += qty;
    const worth = ownLayers ? layers.value[layer] : share;
    return byAge({ day: dayOfLayer(ledgers, stock, layer), qty, value: worth }, ages);
  });
}

/** A layer as lots, one for each first day of its goods, which are the next of `ages`. */
function byAge({ day, qty, value }: Omit<StockLot, "firstDay">, ages: Age[]): StockLot[] {
  const lots: StockLot[] = [];
  let gone = 0;
  while (gone < qty) {
    const { qty: next, firstDay } = ages.shift() ?? { qty: qty - gone, firstDay: day };
    const part = Math.min(next, qty - gone);
    if (part < next) ages.unshift({ qty: next - part, firstDay });
    const worth = mulDiv(value, gone + part, qty) - mulDiv(value, gone, qty);
    gone += part;
    const last = lots.at(-1);
    if (last?.firstDay === firstDay)
      lots[lots.length - 1] = { ...last, qty: last.qty + part, value: last.value + worth };
    else lots.push({ day, firstDay, qty: part, value: worth });
  }
  return lots;
}

/** What every pool is worth by then, and a bin of it. */
function poolsAt({ stock, costed }: Ledgers, { end, through }: Until) {
  const value = new Float64Array(stock.pools.count);
  const bin = new Int32Array(stock.pools.count).fill(-1);
  for (let move = 0; move < end; move++) {
    const pool = stock.moves.pool[move];
    value[pool] += costed.value[move];
    bin[pool] = stock.bin[move];
  }
  for (const one of costed.carried) {
    if (one.day > through) continue;
    value[one.from] -= one.value;
    value[one.to] += one.value;
    if (bin[one.to] === -1) bin[one.to] = one.bin;
  }
  return { bin, value };
}

/** The lots of one pool, oldest first, and a bin whose goods are in it. */
export interface PoolLots {
  readonly pool: number;
  readonly bin: number;
  readonly lots: readonly StockLot[];
}

function rowsOfPool(ledgers: Ledgers, { pool, bin, lots }: PoolLots): ReportRow[] {
  const { items, warehouses } = ledgers.book.masters;
  const { bins, pools } = ledgers.stock;
  const { money, quantity } = figuresOf(ledgers);
  const batch = pools.allBatches[pool] === 1 ? "" : bins.batch[bin];
  return lots.map(({ day, firstDay, qty, value }) => ({
    item: items[bins.item[bin]].code,
    warehouse: pools.company[pool] === 1 ? null : warehouses[bins.warehouse[bin]].code,
    batch: batch === "" ? null : batch,
    date: dayText(day),
    firstDate: dayText(firstDay),
    qty: quantity(qty),
    value: money(value),
  }));
}

/** The lots of every pool that has moved by the end of a day: Σ = what lies there, and its worth. */
export function lotsByPool(ledgers: Ledgers, day: number): readonly PoolLots[] {
  const until = atEndOf(ledgers, day);
  const { bin, value } = poolsAt(ledgers, until);
  const stocks = stocksAt(ledgers, until);
  return Array.from(bin).flatMap((one, pool) =>
    one === -1 ? [] : [{ pool, bin: one, lots: lotsOf(ledgers, stocks, { pool, value: value[pool] }) }],
  );
}

/** The lots of the item and warehouse asked for, and what they sum to. */
function lotRows(
  ledgers: Ledgers,
  day: number,
  wanted: { readonly item: number; readonly warehouse: number },
) {
  const { bins, pools } = ledgers.stock;
  const rows: ReportRow[] = [];
  const sum = { value: 0, qty: 0 };
  for (const own of lotsByPool(ledgers, day)) {
    if (wanted.item !== -1 && bins.item[own.bin] !== wanted.item) continue;
    const isOfOne = wanted.warehouse !== -1 && pools.company[own.pool] === 0;
    if (isOfOne && bins.warehouse[own.bin] !== wanted.warehouse) continue;
    rows.push(...rowsOfPool(ledgers, own));
    for (const lot of own.lots) {
      sum.value += lot.value;
      sum.qty += lot.qty;
    }
  }
  return { rows: rows.sort(byPlace), ...sum };
}

/**
 * What our stock is made of at the end of `asOf`, oldest first: the layers of items costed by them, of others
 * the lots as if the oldest went first, each worth its share. `firstDate` = when the goods came into the
 * house, whatever became of them, `date` = when into this warehouse or layer; a shortage is one negative lot;
 * what one cost holds for has no place of its own. Source: CONTRACT §5, DOMAIN §9.
 */
export const stockLots: ReportDefinition = {
  code: "stock-lots",
  title: { zh: "成本层", en: "Cost layers" },
  parameters: [asOf, only("item"), only("warehouse")],
  run: (ledgers, parameters) => {
    const warehouse = numberIn(parameters, "warehouse", -1);
    const wanted = { item: numberIn(parameters, "item", -1), warehouse };
    const { rows, qty, value } = lotRows(ledgers, numberIn(parameters, "asOf", Infinity), wanted);
    const { money, quantity } = figuresOf(ledgers);
    return {
      columns: [
        ...[shown.item, shown.warehouse, shown.batch, shown.date],
        column("firstDate", "day", ["首次入库日期", "First date"]),
        ...[shown.qty, shown.value],
      ],
      rows,
      totals: { qty: quantity(qty), value: money(value) },
    };
  },
};
