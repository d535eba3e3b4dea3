/** What must be known of things that depend on each other; they are numbered from 0. */
export interface Dependencies {
  readonly count: number;
  /** What this one depends on. */
  readonly precedents: (node: number) => Iterable<number>;
}

/**
 * Tells groups of things that depend on each other in a circle, mostly groups of one, each after all it
 * depends on. Source: R. Tarjan, Depth-first search and linear graph algorithms (1972), without recursion.
 */
export function inDependencyOrder(
  { count, precedents }: Dependencies,
  tell: (group: readonly number[]) => void,
): void {
  const numbers = new Int32Array(count);
  const lowest = new Int32Array(count);
  const isOpen = new Uint8Array(count);
  const open: number[] = [];
  const path: { readonly node: number; readonly rest: Iterator<number> }[] = [];
  let number = 1;

  const enter = (node: number): void => {
    numbers[node] = lowest[node] = number++;
    isOpen[node] = 1;
    open.push(node);
    path.push({ node, rest: precedents(node)[Symbol.iterator]() });
  };

  const leave = (node: number): void => {
    const above = path.at(-1)?.node;
    if (above !== undefined) lowest[above] = Math.min(lowest[above], lowest[node]);
    if (lowest[node] !== numbers[node]) return;
    const group = open.splice(open.lastIndexOf(node));
    for (const member of group) isOpen[member] = 0;
    tell(group);
  };

  const step = ({ node, rest }: (typeof path)[number]): void => {
    const next = rest.next();
    if (next.done === true) {
      path.pop();
      leave(node);
    } else if (numbers[next.value] === 0) enter(next.value);
    else if (isOpen[next.value] === 1) lowest[node] = Math.min(lowest[node], numbers[next.value]);
  };

  for (let start = 0; start < count; start++) {
    if (numbers[start] === 0) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) step(top);
  }
}
