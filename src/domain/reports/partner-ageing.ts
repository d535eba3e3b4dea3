import { byCodeUnit } from "../kernel/names";
import type { Ledgers } from "../posting/ledgers";
import { openAt, standing } from "../settlement/as-of";
import { type OpenItems, PAYABLE, RECEIVABLE } from "../settlement/open-items";
import { bucketOf, type Edges } from "./ageing-edges";
import { bucketColumns } from "./bucket-columns";
import { figuresOf } from "./figures";
import { edgesIn, numberIn, type ReportParameters, wordIn } from "./parameters";
import type { ReportDefinition, ReportRow } from "./report";
import { column, shown } from "./report-columns";
import { asOf, edges as buckets, only, SIDES, word } from "./report-parameters";

/**
 * What one partner owes by age, in smallest units: what is not due, each bucket, then advances (0 or below)
 * and the total.
 */
type Aged = Float64Array;
const NOT_DUE = 0;
const OTHERS = 3;

interface Asked {
  readonly asOf: number;
  readonly side: number;
  readonly partner: number;
  readonly basis: string;
  readonly edges: Edges;
}

function askedOf({ book }: Ledgers, parameters: ReportParameters): Asked {
  return {
    asOf: numberIn(parameters, "asOf", Infinity),
    side: wordIn(parameters, "side") === "payable" ? PAYABLE : RECEIVABLE,
    partner: numberIn(parameters, "partner", -1),
    basis: wordIn(parameters, "basis") ?? book.settings.ageingBasis,
    edges: edgesIn(parameters, "buckets") ?? book.settings.ageingBuckets,
  };
}

/** Where an open item belongs in what its partner owes. */
function slotOf({ asOf: day, basis, edges }: Asked, open: number, from: number): number {
  if (open < 0) return edges.length + 2;
  return basis === "due" && day <= from ? NOT_DUE : 1 + bucketOf(edges, day - from);
}

/** What is open with each partner of the side at the end of the day, by age. */
function agedPartners({ debts, book }: Ledgers, asked: Asked): ReadonlyMap<number, Aged> {
  const { items } = debts;
  const at = standing(items, asked.asOf);
  const byPartner = new Map<number, Aged>();
  const from = asked.basis === "due" ? at.due : items.day;
  const total = asked.edges.length + OTHERS;
  for (let item = 0; item < items.count; item++) {
    const open = openAt(at, item);
    if (open === 0 || !isAsked(items, item, asked)) continue;
    const aged = byPartner.get(items.partner[item]) ?? nothing(asked.edges);
    byPartner.set(items.partner[item], aged);
    aged[slotOf(asked, open, from[item])] += open;
    aged[total] += open;
  }
  if (book.settings.advancesInAgeing === "netted") byPartner.forEach(net);
  return byPartner;
}

function isAsked({ side, partner }: OpenItems, item: number, asked: Asked): boolean {
  return side[item] === asked.side && (asked.partner === -1 || partner[item] === asked.partner);
}

function nothing(edges: Edges): Aged {
  return new Float64Array(edges.length + OTHERS + 1);
}

/** Takes advances and credits off what is oldest; what they are beyond all debts stays an advance. */
function net(aged: Aged): void {
  const advances = aged.length - 2;
  for (let at = advances - 1; at >= NOT_DUE; at--) {
    const part = Math.min(aged[at], -aged[advances]);
    aged[at] -= part;
    aged[advances] += part;
  }
}

const BASES = { due: ["到期日", "Due date"], document: ["单据日期", "Document date"] } as const;

/**
 * What customers owe us, or we owe suppliers, by age at the end of `asOf`, from documents and matches dated
 * no later; every instalment by itself. Ages count from the due day, or from the document's day, and the
 * upper edge belongs to its bucket. Advances and credit notes are negative in a column of their own, or taken
 * off the oldest debts where the book says so. Σ of a row = what is open. Source: CONTRACT §5, DOMAIN §8.3.
 */
export const partnerAgeing: ReportDefinition = {
  code: "partner-ageing",
  title: { zh: "往来账龄", en: "Ageing of debts" },
  parameters: [
    asOf,
    word("side", ["方向", "Side"], { words: SIDES, fallback: "receivable" }),
    word("basis", ["账龄基准", "Age from"], { words: BASES, fallback: null }),
    buckets,
    only("partner"),
  ],
  run: (ledgers, parameters) => {
    const asked = askedOf(ledgers, parameters);
    const { money } = figuresOf(ledgers);
    const { partners } = ledgers.book.masters;
    const ids = columnsOf(asked)
      .map(({ id }) => id)
      .slice(1);
    const rowOf = (aged: Aged): ReportRow =>
      Object.fromEntries(Array.from(aged, (sum, slot) => [ids[slot], money(sum)]));
    const aged = [...agedPartners(ledgers, asked)].map(
      ([partner, one]) => [partners[partner]?.code ?? "", one] as const,
    );
    const rows = aged
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([code, one]) => ({ partner: code === "" ? null : code, ...rowOf(one) }));
    const all = nothing(asked.edges).map((_, slot) => aged.reduce((sum, [, one]) => sum + one[slot], 0));
    return { columns: columnsOf(asked), rows, totals: rowOf(all) };
  },
};

function columnsOf({ basis, edges }: Asked) {
  return [
    shown.partner,
    column("notDue", "money", ["未到期", "Not due"]),
    ...bucketColumns(edges, basis === "due" ? 1 : 0, { id: "bucket", kind: "money", called: ["", ""] }),
    column("advances", "money", ["预收预付", "Advances"]),
    column("total", "money", ["合计", "Total"]),
  ];
}
