import { mulDiv } from "../kernel/mul-div";
import type { Stock } from "./stock";

/**
 * Adds to the value of an averaged pool. False, and nothing happens, where nothing is there or it would be
 * worth less than nothing. Source: DOMAIN §5.13.
 */
function revaluePool(stock: Stock, pool: number, more: number): boolean {
  if (!(stock.qty[pool] > 0) || stock.value[pool] + more < 0) return false;
  stock.value[pool] += more;
  return true;
}

/**
 * The layers of a pool with something in them, oldest first: of the goods that one move brought into the
 * house alone, or all (-1).
 */
function layersOf({ layers }: Stock, pool: number, move: number): number[] {
  const list: number[] = [];
  for (let layer = layers.front(pool); layer !== -1; layer = layers.next[layer]) {
    if (layers.qty[layer] > 0 && (move === -1 || layers.broughtBy(layer) === move)) list.push(layer);
  }
  return list;
}

/**
 * Adds to the value of a pool's layers by what is left in each, the remainder to the last; no layer falls
 * below nothing: what one cannot bear the others do. With `move`, to the layers of what it brought alone.
 * False, and nothing happens, where there is none or they would be worth less than nothing. Source: DOMAIN
 * §5.13.
 */
function revalueLayers(stock: Stock, pool: number, more: number, move = -1): boolean {
  const { layers } = stock;
  const own = layersOf(stock, pool, move);
  const qty = own.reduce((sum, layer) => sum + layers.qty[layer], 0);
  const value = own.reduce((sum, layer) => sum + layers.value[layer], 0);
  if (!(stock.qty[pool] > 0) || own.length === 0 || value + more < 0) return false;
  let rest = more;
  own.forEach((layer, at) => {
    const share = at === own.length - 1 ? rest : mulDiv(more, layers.qty[layer], qty);
    const part = Math.max(-layers.value[layer], share);
    layers.value[layer] += part;
    rest -= part;
  });
  for (let at = own.length - 1; rest !== 0 && at >= 0; at--) {
    const part = Math.max(-layers.value[own[at]], rest);
    layers.value[own[at]] += part;
    rest -= part;
  }
  stock.value[pool] += more;
  return true;
}

/** What the layers of what a move brought hold and are worth; of all of a pool (-1). */
export function heldBy(
  stock: Stock,
  pool: number,
  move: number,
): { readonly qty: number; readonly value: number } {
  if (move === -1) return { qty: Math.max(0, stock.qty[pool]), value: stock.value[pool] };
  const own = layersOf(stock, pool, move);
  return {
    qty: own.reduce((sum, layer) => sum + stock.layers.qty[layer], 0),
    value: own.reduce((sum, layer) => sum + stock.layers.value[layer], 0),
  };
}

/** A change of value: by how much, of which layer (-1 = all that is there), and what that holds before it. */
export interface Revaluation {
  readonly layered: boolean;
  readonly layer: number;
  readonly more: number;
  readonly qty: number;
  readonly value: number;
}

/**
 * Changes the value of what is there; false, and nothing happens, where that cannot be. Source: DOMAIN §5.13.
 */
export function revalued(stock: Stock, pool: number, { layered, layer, more }: Revaluation): boolean {
  return layered ? revalueLayers(stock, pool, more, layer) : revaluePool(stock, pool, more);
}
