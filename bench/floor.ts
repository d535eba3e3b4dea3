import { WORK, type Work } from "./work";

/**
 * What one pass over typed columns costs at the least: plain doubles, no rounding, no checks. Answers the
 * closing value.
 */
export function floorMovingAverage({ count, item, warehouse, kind, qty, cents }: Work): number {
  const bins = WORK.items * WORK.warehouses;
  const there = new Float64Array(bins);
  const value = new Float64Array(bins);
  const cost = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const bin = item[k] * WORK.warehouses + warehouse[k];
    const n = qty[k];
    if (kind[k] === 1) {
      const share = n === there[bin] ? value[bin] : (value[bin] * n) / there[bin];
      cost[k] = share;
      there[bin] -= n;
      value[bin] -= share;
    } else {
      cost[k] = n * cents[k];
      there[bin] += n;
      value[bin] += cost[k];
    }
  }
  return value.reduce((sum, one) => sum + one, 0) / 100;
}

/** The same for first in, first out, by links through the receipts. */
export function floorFifo({ count, item, warehouse, kind, qty, cents }: Work): number {
  const bins = WORK.items * WORK.warehouses;
  const head = new Int32Array(bins).fill(-1);
  const tail = new Int32Array(bins).fill(-1);
  const next = new Int32Array(count);
  const left = new Float64Array(count);
  const cost = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const bin = item[k] * WORK.warehouses + warehouse[k];
    if (kind[k] === 1) {
      let wanted = qty[k];
      let layer = head[bin];
      let sum = 0;
      while (wanted > 0) {
        const part = Math.min(left[layer], wanted);
        sum += part * cents[layer];
        left[layer] -= part;
        wanted -= part;
        if (left[layer] === 0) layer = next[layer];
      }
      head[bin] = layer;
      if (layer < 0) tail[bin] = -1;
      cost[k] = sum;
    } else {
      left[k] = qty[k];
      next[k] = -1;
      if (tail[bin] < 0) head[bin] = k;
      else next[tail[bin]] = k;
      tail[bin] = k;
      cost[k] = qty[k] * cents[k];
    }
  }
  let sum = 0;
  for (let bin = 0; bin < bins; bin++) {
    for (let layer = head[bin]; layer >= 0; layer = next[layer]) sum += left[layer] * cents[layer];
  }
  return sum / 100;
}

/** The same for last in, first out, a stack of receipts by links. */
export function floorLifo({ count, item, warehouse, kind, qty, cents }: Work): number {
  const bins = WORK.items * WORK.warehouses;
  const top = new Int32Array(bins).fill(-1);
  const below = new Int32Array(count);
  const left = new Float64Array(count);
  const cost = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const bin = item[k] * WORK.warehouses + warehouse[k];
    if (kind[k] === 1) {
      let wanted = qty[k];
      let layer = top[bin];
      let sum = 0;
      while (wanted > 0) {
        const part = Math.min(left[layer], wanted);
        sum += part * cents[layer];
        left[layer] -= part;
        wanted -= part;
        if (left[layer] === 0) layer = below[layer];
      }
      top[bin] = layer;
      cost[k] = sum;
    } else {
      left[k] = qty[k];
      below[k] = top[bin];
      top[bin] = k;
      cost[k] = qty[k] * cents[k];
    }
  }
  let sum = 0;
  for (let bin = 0; bin < bins; bin++) {
    for (let layer = top[bin]; layer >= 0; layer = below[layer]) sum += left[layer] * cents[layer];
  }
  return sum / 100;
}
