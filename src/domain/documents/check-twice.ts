import { countOf, NONE, rowOf } from "../book/lines";
import { trackingOf } from "./check-tracked";
import { type Drafting, note } from "./drafting";
import { documentTypes } from "./index";

/**
 * Notes what stands twice in one document: a heap counted twice (DUPLICATE_KEY), and a row that says of goods
 * all that an earlier one says (LINE_TWICE). Source: DOMAIN §14.
 */
export function checkTwice(drafting: Drafting, chosen: readonly number[]): void {
  checkCounts(drafting, chosen);
  checkRows(drafting, chosen);
}

/**
 * One document counts an item, warehouse, batch and serial number once, those that are tracked: two counts of
 * one heap would undo each other.
 */
function checkCounts(drafting: Drafting, chosen: readonly number[]): void {
  const { lines, masters } = drafting.book;
  const first = new Map<string, number>();
  for (const line of chosen) {
    if (documentTypes[lines.type[line]].stock !== "count" || lines.item[line] === NONE) continue;
    if (Number.isNaN(countOf(lines, line))) continue;
    const tracked = trackingOf(drafting.book, lines.item[line]);
    const heap = [
      drafting.documents.ofLine[line],
      lines.item[line],
      lines.warehouse[line],
      tracked.batch ? lines.batch[line] : "",
      tracked.serial ? lines.serial[line] : "",
    ].join("|");
    const before = first.get(heap);
    if (before === undefined) first.set(heap, line);
    else {
      const facts = { value: masters.items[lines.item[line]].code, firstRow: rowOf(lines, before).row };
      note(drafting, "DUPLICATE_KEY", { line, column: "item", facts });
    }
  }
}

/** Columns that two rows of a document must have alike to be one row entered twice. */
const ALIKE = [
  "item",
  "warehouse",
  "toWarehouse",
  "batch",
  "serial",
  "bin",
  "unit",
  "qty",
  "price",
  "ref",
] as const;
const ALIKE_TOO = [
  "day",
  "partner",
  "documentDiscount",
  "discount",
  "discountAmount",
  "unitCost",
  "value",
  "promised",
  "job",
  "role",
] as const;

/** The only row of its document. */
function isAlone({ documents: { starts, ofLine } }: Drafting, line: number): boolean {
  const document = ofLine[line];
  return starts[document + 1] - starts[document] === 1;
}

/** LINE_TWICE for a row that says of goods all that an earlier row of its document says. */
function checkRows(drafting: Drafting, chosen: readonly number[]): void {
  const { lines, masters } = drafting.book;
  const first = new Map<string, number>();
  for (const line of chosen) {
    if (lines.item[line] === NONE || !(lines.qty[line] > 0) || isAlone(drafting, line)) continue;
    const own = [...ALIKE, ...ALIKE_TOO].map((column) => lines[column][line]);
    const key = [drafting.documents.ofLine[line], ...own].join("|");
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    else {
      const facts = { item: masters.items[lines.item[line]].code, firstRow: rowOf(lines, before).row };
      note(drafting, "LINE_TWICE", { line, column: "item", facts });
    }
  }
}
