import type { Book } from "../book/book";
import { type ItemCosting, itemCostings } from "../book/item-costing";
import type { CostingCode } from "../book/settings";
import type { Bins } from "../ledger/bins";
import type { StockPools } from "./move-source";

/** Pools by what one cost holds for, each made when it is first asked for. */
class PoolMaker {
  private readonly known = new Map<string, number>();
  private readonly method: CostingCode[] = [];
  private readonly company: number[] = [];
  private readonly allBatches: number[] = [];
  private readonly fallback: number[] = [];
  private readonly standard: number[] = [];

  constructor(
    private readonly book: Book,
    private readonly bins: Bins,
  ) {}

  /** The pool of a bin while its item is costed so. */
  of(bin: number, { from, method, company, perBatch }: ItemCosting): number {
    const { item, warehouse, batch } = this.bins;
    const whose = `${String(item[bin])}|${company ? "" : String(warehouse[bin])}`;
    const key = `${whose}|${String(from)}|${perBatch ? batch[bin] : ""}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const pool = this.method.push(method) - 1;
    this.known.set(key, pool);
    this.company.push(company ? 1 : 0);
    this.allBatches.push(perBatch ? 0 : 1);
    const { purchasePrice, standardCost } = this.book.masters.items[item[bin]];
    const standard = method === "standard" ? (standardCost ?? NaN) : NaN;
    this.standard.push(standard);
    this.fallback.push(Number.isNaN(standard) ? (purchasePrice ?? NaN) : standard);
    return pool;
  }

  pools(): StockPools {
    const { method, company, allBatches, fallback } = this;
    return {
      ...{ count: method.length, method },
      company: Uint8Array.from(company),
      allBatches: Uint8Array.from(allBatches),
      fallback: Float64Array.from(fallback),
      standard: method.includes("standard") ? Float64Array.from(this.standard) : null,
    };
  }
}

/**
 * The pool of every move: what one cost holds for, be it the bin itself, or all warehouses of the company, or
 * all batches. Source: DOMAIN §5.1.
 */
export function poolsOf(
  book: Book,
  bins: Bins,
  binOfMove: Int32Array,
): { readonly pool: Int32Array; readonly pools: StockPools } {
  const maker = new PoolMaker(book, bins);
  const costings = itemCostings(book);
  const poolOfBin = Int32Array.from(bins.item, (item, bin) => maker.of(bin, costings[item][0]));
  const isOwn = poolOfBin.every((pool, bin) => pool === bin);
  const pool = isOwn ? binOfMove : binOfMove.map((bin) => poolOfBin[bin]);
  return { pool, pools: maker.pools() };
}
