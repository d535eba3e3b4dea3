import type { Book } from "../book/book";
import type { CostingCode } from "../book/settings";
import type { Pools } from "../costing/moves";
import type { Bins } from "../ledger/bins";

/**
 * The pool of every move: the bin itself, or one an item and batch where the cost holds for the whole
 * company.
 */
export function poolsOf(
  book: Book,
  bins: Bins,
  binOfMove: Int32Array,
): { readonly pool: Int32Array; readonly pools: Pools } {
  const { settings, masters } = book;
  const shared = settings.costingScope === "company" ? new Map<string, number>() : null;
  const poolOfBin = new Int32Array(bins.item.length);
  const method: CostingCode[] = [];
  const fallback: number[] = [];
  bins.item.forEach((item, bin) => {
    const key = shared === null ? "" : `${String(item)}|${bins.batch[bin]}`;
    poolOfBin[bin] = shared?.get(key) ?? method.length;
    if (poolOfBin[bin] < method.length) return;
    shared?.set(key, method.length);
    method.push(masters.items[item].costing ?? settings.costing);
    fallback.push(masters.items[item].purchasePrice ?? NaN);
  });
  const pool = shared === null ? binOfMove : binOfMove.map((bin) => poolOfBin[bin]);
  return { pool, pools: { count: method.length, method, fallback: Float64Array.from(fallback) } };
}
