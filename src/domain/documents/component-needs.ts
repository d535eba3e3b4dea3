import { type Lines, NONE, STATUSES, UNREAD_TYPE } from "../book/lines";
import type { BomLine, Item } from "../book/masters";
import { mulDiv } from "../kernel/mul-div";
import { figure, powerOfTen, QUANTITY_SCALE, RATE_WHOLE } from "../kernel/numbers";
import type { DocumentType } from "./document-type";
import { type Drafting, note } from "./drafting";
import { linesOf } from "./group";
import { documentTypes } from "./index";
import { comesIn, COST, PRODUCT } from "./roles";

/**
 * How much of a component so much of a product takes, what is lost on the way included, in 10⁻⁶: up to whole
 * steps of the component's last decimal. Source: DOMAIN §5.12: gross need = net / (1 − s).
 */
function needOf({ qty, scrapRate }: BomLine, product: number, { decimals }: Item): number {
  const kept = RATE_WHOLE - (scrapRate ?? 0);
  const gross = kept > 0 ? mulDiv(mulDiv(product, qty, QUANTITY_SCALE), RATE_WHOLE, kept) : NaN;
  const step = powerOfTen(6 - (decimals ?? 6));
  return Math.ceil(gross / step) * step;
}

/**
 * Tells which components of a product, by its bill of materials, an assembly does not name yet, or nothing
 * issued to a production job that made it, and how much of each it takes (COMPONENT_DUE). `base` is what each
 * line comes to in stock units. Source: DOMAIN §5.12.
 */
export function proposeComponents(drafting: Drafting, drafts: readonly number[], base: Float64Array): void {
  const { lines, masters } = drafting.book;
  if (masters.bom.length === 0) return;
  for (const draft of drafts) {
    const members = Array.from(linesOf(drafting.documents, draft));
    if (documentTypes[lines.type[members[0]]].comesIn !== "product") continue;
    const goesOut = members.filter((line) => comesIn(lines, line) === false);
    const named = new Set(goesOut.map((line) => lines.item[line]));
    const products = members.filter((line) => lines.role[line] === PRODUCT);
    for (const line of products)
      proposeFor(drafting, { place: line, item: lines.item[line], base: base[line], named });
  }
  proposeForJobs(drafting, drafts, base);
}

/** A production job that drafts are for: what it made, what was issued to it, and where that is told. */
interface Job {
  readonly made: Map<number, number>;
  readonly named: Set<number>;
  /** A draft's line: that which made the product, by item; else the first of any. */
  readonly places: Map<number, number>;
  readonly first: number;
}

/** Of each job that a draft issues to or receives from: what it made by now, drafts included, takes. */
function proposeForJobs(drafting: Drafting, drafts: readonly number[], base: Float64Array): void {
  const { lines } = drafting.book;
  const own = drafts.flatMap((draft) => Array.from(linesOf(drafting.documents, draft)));
  const jobs = jobsOf(lines, own);
  if (jobs.size === 0) return;
  const isDraft = new Set(own);
  lines.job.forEach((name, line) => {
    const job = jobs.get(name);
    const isOpen = isDraft.has(line);
    if (job !== undefined && (isOpen || counts(lines, line))) tally(lines, line, { job, base, isOpen });
  });
  const products = [...jobs.values()].flatMap(({ made, named, places, first }) =>
    [...made].map(([item, qty]) => ({ place: places.get(item) ?? first, item, base: qty, named })),
  );
  for (const product of products) proposeFor(drafting, product);
}

/** The jobs of drafts, each with the first of their lines. */
function jobsOf(lines: Lines, own: readonly number[]): ReadonlyMap<string, Job> {
  const jobs = new Map<string, Job>();
  for (const line of own) {
    const job = lines.job[line];
    if (jobOf(lines, line) === undefined || job === "" || jobs.has(job)) continue;
    jobs.set(job, { made: new Map(), named: new Set(), places: new Map(), first: line });
  }
  return jobs;
}

interface Tallying {
  readonly job: Job;
  readonly base: Float64Array;
  /** The line is a draft's. */
  readonly isOpen: boolean;
}

/** Adds a line to what its job made, or what was issued to it. */
function tally(lines: Lines, line: number, { job, base, isOpen }: Tallying): void {
  const item = lines.item[line];
  const does = jobOf(lines, line);
  if (does === "uses") job.named.add(item);
  if (does !== "makes" || item === NONE || lines.role[line] === COST) return;
  job.made.set(item, (job.made.get(item) ?? 0) + (base[line] || 0));
  if (isOpen) job.places.set(item, line);
}

/** What a line does for a job; nothing where its type cannot be read. */
function jobOf({ type }: Lines, line: number): DocumentType["job"] {
  return type[line] < UNREAD_TYPE ? documentTypes[type[line]].job : undefined;
}

/** Posted, and neither void nor taken back. */
function counts(lines: Lines, line: number): boolean {
  const status = STATUSES.at(lines.status[line]);
  const isPosted = status === "posted" || status === "closed";
  return isPosted && lines.reverses[line] === NONE;
}

interface Product {
  /** The line at which it is told. */
  readonly place: number;
  readonly item: number;
  readonly base: number;
  /** Items that the document, or what was issued to the job, names already. */
  readonly named: ReadonlySet<number>;
}

function proposeFor(drafting: Drafting, { place, item: product, base, named }: Product): void {
  const { masters } = drafting.book;
  const missing = masters.bom.filter(({ parent, child }) => parent === product && !named.has(child));
  for (const part of missing) {
    const qty = needOf(part, base, masters.items[part.child]);
    if (!(qty > 0 && qty < Infinity)) continue;
    const [parent, item] = [masters.items[part.parent].code, masters.items[part.child].code];
    const facts = { product: parent, item, qty: figure(qty, 6) };
    note(drafting, "COMPONENT_DUE", { line: place, column: "item", facts });
  }
}
