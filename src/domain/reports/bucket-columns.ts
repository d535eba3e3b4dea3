import type { Edges } from "./ageing-edges";
import type { ReportColumn } from "./report";
import { column } from "./report-columns";

/** The columns of buckets, `id1` to `idN`, called by their days; the first begins with day `from`. */
export function bucketColumns(
  edges: Edges,
  from: 0 | 1,
  {
    id,
    kind,
    called,
  }: { readonly id: string; readonly kind: "money" | "quantity"; readonly called: readonly [string, string] },
): readonly ReportColumn[] {
  return [...edges, Infinity].map((edge, at) => {
    const first = at === 0 ? from : edges[at - 1] + 1;
    const days =
      edge === Infinity ? `>${String(edges[edges.length - 1])}` : `${String(first)}–${String(edge)}`;
    return column(`${id}${String(at + 1)}`, kind, [`${called[0]}${days}天`, `${called[1]}${days} days`]);
  });
}
