import { type Lines, NONE, rowOf, STATUSES } from "../book/lines";
import { type Finding, finding } from "../kernel/finding";
import { figure } from "../kernel/numbers";
import { type Drafting, note } from "./drafting";
import { headOf, linesOf } from "./group";
import { documentTypes } from "./index";
import { areOne, billAs, numberKey } from "./invoice-numbers";
import { placeOf } from "./place";
import type { Links } from "./links";

const APPROVED = STATUSES.indexOf("approved");
/** Posted, and neither void nor reversed. */
const STANDING = [STATUSES.indexOf("posted"), STATUSES.indexOf("closed")];

/** Where a supplier's number stands, and as what. */
interface Bearer {
  readonly line: number;
  readonly column: "invoice" | "externalNo";
}

/**
 * Notes a supplier's invoice that stands in another document. INVOICE_TWICE where both bear its number as
 * invoices or as receipts that came with theirs: a remark where the draft is approved, and of two receipts,
 * which one invoice may be for. EXTERNAL_NO_TWICE where one bears it as its external number. An invoice is
 * one with the receipts it refers to; red ones are none. Source: DOMAIN §8.7, §14.
 */
export function checkInvoices(drafting: Drafting, drafts: readonly number[], links: Links): void {
  const { documents, book } = drafting;
  const own = drafts.map((draft) => numbersIn(drafting, draft));
  if (own.every((bearers) => bearers.size === 0)) return;
  const before = new Map<string, Bearer[]>();
  for (let document = 0; document < documents.count; document++) {
    if (!STANDING.includes(book.lines.status[headOf(documents, document)])) continue;
    for (const [key, bearers] of numbersIn(drafting, document)) addTo(before, key, bearers);
  }
  for (const numbers of own) {
    for (const [key, bearers] of numbers) {
      tellTwice({ drafting, links }, bearers, before.get(key) ?? []);
      addTo(before, key, bearers);
    }
  }
}

function addTo(all: Map<string, Bearer[]>, key: string, more: readonly Bearer[]): void {
  all.set(key, [...(all.get(key) ?? []), ...more]);
}

/** Numbers of its supplier in a bill, by partner and number: the first line in either column. */
function numbersIn({ documents, book }: Drafting, document: number): ReadonlyMap<string, readonly Bearer[]> {
  const { lines } = book;
  const found = new Map<string, Bearer[]>();
  const take = (line: number, column: Bearer["column"]): void => {
    if (lines[column][line] === "") return;
    const key = `${String(lines.partner[line])}|${numberKey(lines[column][line])}`;
    const isThere = found.get(key)?.some((one) => one.column === column) === true;
    if (!isThere) addTo(found, key, [{ line, column }]);
  };
  for (const line of linesOf(documents, document)) {
    if (billAs(lines, line) === null || lines.reverses[line] !== NONE) continue;
    take(line, "invoice");
    take(line, "externalNo");
  }
  return found;
}

interface Telling {
  readonly drafting: Drafting;
  readonly links: Links;
}

/** Tells once of a draft that others bear its number, of what is worst. */
function tellTwice(telling: Telling, own: readonly Bearer[], others: readonly Bearer[]): void {
  const { lines } = telling.drafting.book;
  const linked = { documents: telling.drafting.documents, links: telling.links };
  const { ofLine } = linked.documents;
  const pairs = own.flatMap((bearer) =>
    others
      .filter(({ line }) => !areOne(linked, ofLine[bearer.line], ofLine[line]))
      .map((other) => ({ bearer, other, isInvoiced: isInvoice(lines, bearer) || isInvoice(lines, other) })),
  );
  const asInvoice = ({ column }: Bearer): boolean => column === "invoice";
  const both = pairs.filter(({ bearer, other }) => asInvoice(bearer) && asInvoice(other));
  const twice = both.find(({ isInvoiced }) => isInvoiced) ?? both.at(0);
  if (twice !== undefined) {
    tellInvoice(telling.drafting, twice);
    return;
  }
  const isOther = ({ bearer, other }: Pair): boolean =>
    bearer.column !== other.column || lines.type[bearer.line] !== lines.type[other.line];
  const mixed = pairs.find((pair) => pair.isInvoiced && isOther(pair));
  if (mixed !== undefined) tellExternal(telling.drafting, mixed);
}

function isInvoice(lines: Lines, { line }: Bearer): boolean {
  return billAs(lines, line) === "invoice";
}

interface Pair {
  readonly bearer: Bearer;
  readonly other: Bearer;
  /** Whether either is an invoice. */
  readonly isInvoiced: boolean;
}

function tellInvoice({ book, findings }: Drafting, { bearer, other, isInvoiced }: Pair): void {
  const { invoice, number, status } = book.lines;
  const facts = { value: invoice[bearer.line], number: number[other.line] || null };
  const found = finding("INVOICE_TWICE", placeOf(book.lines, bearer.line, "invoice"), facts);
  const isRemark = status[bearer.line] === APPROVED || !isInvoiced;
  findings.push(isRemark ? { ...found, severity: "warning" } : found);
}

function tellExternal(drafting: Drafting, { bearer: { line, column }, other }: Pair): void {
  const { lines } = drafting.book;
  const { table, row } = rowOf(lines, other.line);
  const at = placeOf(lines, line, column);
  const isTold = ({ code, row: place, column: cell }: Finding): boolean =>
    code === "EXTERNAL_NO_TWICE" && place === at.row && cell === column;
  if (drafting.findings.some(isTold)) return;
  const facts = { value: lines[column][line], firstTable: table, firstRow: row };
  drafting.findings.push(finding("EXTERNAL_NO_TWICE", at, facts));
}

/**
 * Notes INVOICE_WITHOUT_RECEIPT for goods that a supplier invoices and whose line refers to no receipt: a
 * debt comes of it and no stock. Services, allowances and red invoices are none. Source: CONTRACT §2 CF.
 */
export function checkReceived(drafting: Drafting, chosen: readonly number[]): void {
  const { lines, masters, settings } = drafting.book;
  for (const line of chosen) {
    const item = lines.item[line];
    if (item === NONE || masters.items[item].service || !refersToNothing(lines, line)) continue;
    const amount = figure(lines.total[line], settings.moneyDecimals);
    const facts = { item: masters.items[item].code, qty: figure(lines.qty[line], 6), amount };
    note(drafting, "INVOICE_WITHOUT_RECEIPT", { line, column: "ref", facts });
  }
}

/** A supplier's invoice of so many that refers to nothing, and takes nothing back. */
function refersToNothing({ type, ref, qty, reverses }: Lines, line: number): boolean {
  const { debt, side } = documentTypes[type[line]];
  const isBill = debt === "invoice" && side === "payable";
  return isBill && ref[line] === "" && qty[line] > 0 && reverses[line] === NONE;
}
