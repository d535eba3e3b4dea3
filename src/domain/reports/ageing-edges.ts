/** Days as a report's buckets are named: the last day of each, ascending; one bucket more is beyond them. */
export type Edges = readonly number[];

/** Edges said as `30,60,90`, or as a list; null where they are no whole days that rise. */
export function edgesOf(said: readonly string[]): Edges | null {
  const edges = said.map(Number);
  const rises = edges.every((edge, at) => Number.isInteger(edge) && edge > (at === 0 ? 0 : edges[at - 1]));
  return rises && edges.length > 0 ? edges : null;
}

/**
 * The bucket, from 0, of what is so many days old; the upper edge belongs to its bucket. Source: DOMAIN §8.3.
 */
export function bucketOf(edges: Edges, days: number): number {
  const at = edges.findIndex((edge) => days <= edge);
  return at === -1 ? edges.length : at;
}
