import type { Day } from "../kernel/day";

/** The columns of items by which those of a partner wait. */
interface Waiting {
  readonly partner: Int32Array;
  readonly side: Uint8Array;
  readonly due: Int32Array;
  readonly open: Float64Array;
}

interface Queue {
  items: number[];
  first: number;
  sorted: boolean;
  /** When the last of the items is due. */
  latest: Day;
}

/** The open debits of each partner and side in the order in which they fall due, then in which they arose. */
export class DueQueues {
  private readonly queues: (Queue | undefined)[] = [];

  constructor(private readonly all: Waiting) {}

  /** A debit is open, or open again; that of no partner waits in no queue. */
  add(item: number): void {
    const { partner, side, due } = this.all;
    if (partner[item] < 0) return;
    const key = partner[item] * 2 + side[item];
    const queue = (this.queues[key] ??= { items: [], first: 0, sorted: true, latest: -Infinity });
    if (due[item] < queue.latest) queue.sorted = false;
    queue.latest = due[item];
    queue.items.push(item);
  }

  /** An item is due on another day than when it was added. */
  redate(item: number): void {
    const queue = this.queues[this.all.partner[item] * 2 + this.all.side[item]];
    if (queue !== undefined) queue.sorted = false;
  }

  /** The one that is still open and due first; undefined where none is. */
  first(partner: number, side: number): number | undefined {
    const queue = this.queues[partner * 2 + side];
    if (queue === undefined) return undefined;
    if (!queue.sorted) this.sort(queue);
    const { items } = queue;
    while (queue.first < items.length && this.all.open[items[queue.first]] <= 0) queue.first++;
    return items.at(queue.first);
  }

  private sort(queue: Queue): void {
    const { due, open } = this.all;
    queue.items = queue.items.filter((item) => open[item] > 0).sort((a, b) => due[a] - due[b] || a - b);
    queue.first = 0;
    queue.sorted = true;
    const last = queue.items.at(-1);
    queue.latest = last === undefined ? -Infinity : due[last];
  }
}
