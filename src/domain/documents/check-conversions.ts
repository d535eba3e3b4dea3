import { figure, RATE_WHOLE } from "../kernel/numbers";
import { loopIn } from "./bom";
import type { DocumentType } from "./document-type";
import { type Drafting, note } from "./drafting";
import { headOf, linesOf } from "./group";
import { documentTypes } from "./index";
import { comesIn, finishesJob, PRODUCT } from "./roles";

/**
 * Notes what is wrong with assemblies and disassemblies as a whole: no row that goes out or comes in
 * (CONVERSION_INCOMPLETE), shares that are not 100 (SHARES_NOT_WHOLE), a product made of itself (BOM_LOOP);
 * and rows for a job that is closed (JOB_CLOSED). Source: DOMAIN §5.12.
 */
export function checkConversions(drafting: Drafting, drafts: readonly number[]): void {
  const { lines } = drafting.book;
  const lively = drafts.filter((draft) => jobOf(drafting, draft) !== undefined);
  const closed = lively.length === 0 ? new Set<string>() : closedJobs(drafting);
  for (const draft of drafts) {
    const { stock } = documentTypes[lines.type[headOf(drafting.documents, draft)]];
    if (stock === "convert") checkConversion(drafting, Array.from(linesOf(drafting.documents, draft)));
  }
  for (const line of lively.flatMap((draft) => Array.from(linesOf(drafting.documents, draft)))) {
    const job = lines.job[line];
    if (closed.has(job)) note(drafting, "JOB_CLOSED", { line, column: "job", facts: { job } });
  }
}

function jobOf({ book, documents }: Drafting, draft: number): DocumentType["job"] {
  return documentTypes[book.lines.type[headOf(documents, draft)]].job;
}

function closedJobs({ book: { lines } }: Drafting): ReadonlySet<string> {
  const closed = new Set<string>();
  for (let line = 0; line < lines.count; line++) {
    if (finishesJob(lines, line)) closed.add(lines.job[line]);
  }
  return closed;
}

function checkConversion(drafting: Drafting, members: readonly number[]): void {
  const { lines, masters } = drafting.book;
  const made = documentTypes[lines.type[members[0]]].comesIn;
  const other = made === "product" ? "component" : "product";
  for (const [isIn, missing] of [
    [true, made],
    [false, other],
  ] as const) {
    if (members.some((line) => comesIn(lines, line) === isIn)) continue;
    note(drafting, "CONVERSION_INCOMPLETE", {
      line: members[0],
      column: "role",
      facts: { missing: missing ?? null },
    });
  }
  checkShares(
    drafting,
    members.filter((line) => comesIn(lines, line) === true),
  );
  for (const line of members) {
    const loop = lines.role[line] === PRODUCT ? loopIn(masters.bom, lines.item[line]) : null;
    if (loop === null) continue;
    const [item, ...parts] = loop.map((place) => masters.items[place].code);
    note(drafting, "BOM_LOOP", {
      line,
      column: "item",
      facts: { item, parts: [item, ...parts].join(" → ") },
    });
  }
}

function checkShares(drafting: Drafting, made: readonly number[]): void {
  const { lines } = drafting.book;
  const open = made.filter((line) => Number.isNaN(lines.value[line]) && Number.isNaN(lines.unitCost[line]));
  const said = open.filter((line) => !Number.isNaN(lines.share[line]));
  const sum = said.reduce((all, line) => all + lines.share[line], 0);
  const isWhole = said.length < open.length ? sum <= RATE_WHOLE : sum === RATE_WHOLE;
  if (said.length === 0 || isWhole) return;
  note(drafting, "SHARES_NOT_WHOLE", { line: said[0], column: "share", facts: { sum: figure(sum, 6) } });
}
