import { rowOf, STATUSES } from "../../book/lines";
import { headOf, linesOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { placeOf } from "../../documents/place";
import { type Facts, type Finding, finding } from "../../kernel/finding";
import { figure } from "../../kernel/numbers";
import { parseAgainst } from "../debts/against";
import { documentsInOrder, type Ledgers } from "../ledgers";
import { threeWay, type ThreeWayLine, type ThreeWayState } from "../worklists/three-way";

const APPROVED = STATUSES.indexOf("approved");
const HELD: readonly ThreeWayState[] = ["duplicate", "noReceipt", "qty", "price"];
const EXACT = { qty: 0, price: 0 };

/**
 * PAYMENT_HELD where drafts pay, or ask to pay, what order, receipt and invoice do not agree on, named or
 * settled as the oldest: a request needs an approval then, a payment that refers to no request is warned of.
 * Source: DOMAIN §8.7.
 */
export function paymentsHeld(ledgers: Ledgers, isDraft: (line: number) => boolean): Finding[] {
  const { lines } = ledgers.book;
  const paying = Array.from(
    documentsInOrder(ledgers.documents, ledgers.order).filter((document) => {
      const head = headOf(ledgers.documents, document);
      return isDraft(head) && paysSupplier(lines.type[head]);
    }),
  );
  const naming = paying.flatMap((document) => Array.from(linesOf(ledgers.documents, document)));
  const refsOf = paidBy(ledgers);
  if (naming.every((line) => refsOf(line).length === 0)) return [];
  const held = heldDocuments(ledgers);
  return naming.flatMap((line) => {
    const found = refsOf(line).flatMap((ref) => {
      const one = held.get(ref) ?? held.get(ref.replace(/\/[^/]*$/, ""));
      return one === undefined ? [] : [told(ledgers, line, { ref, one })];
    });
    return isReleased(ledgers, line) ? [] : found.slice(0, 1);
  });
}

/** What a line pays or asks to pay: as it names them, else the rowIds of what it settles. */
function paidBy({ book, documents, debts }: Ledgers): (line: number) => readonly string[] {
  const { lines, settings } = book;
  const { count, line: by, document } = debts.settledBy;
  const settled = new Map<number, string[]>();
  for (let part = 0; part < count; part++) {
    const own = settled.get(by[part]) ?? [];
    settled.set(by[part], [...own, lines.rowId[headOf(documents, document[part])]]);
  }
  return (line) =>
    lines.against[line] === ""
      ? (settled.get(line) ?? [])
      : parseAgainst(lines.against[line], settings.moneyDecimals).map(({ ref }) => ref);
}

function told(
  ledgers: Ledgers,
  line: number,
  { ref, one }: { readonly ref: string; readonly one: ThreeWayLine },
): Finding {
  const { lines, settings } = ledgers.book;
  const facts = {
    ...named(ledgers, ref, one),
    received: figure(one.received - one.returned, 6),
    invoiced: figure(one.invoiced, 6),
    agreed: figure(one.agreed, settings.moneyDecimals),
    billed: figure(one.billed, settings.moneyDecimals),
    twice: one.state === "duplicate" ? lines.invoice[one.invoices[0]] : null,
  };
  const isRequest = documentTypes[lines.type[line]].debt === "none";
  const found = finding("PAYMENT_HELD", placeOf(lines, line, "against"), facts);
  return isRequest ? found : { ...found, severity: "warning" };
}

/**
 * What a document is called that a reference means, in words of the user: as the reference says or, where it
 * says a rowId, by its number, else by that of its order; a draft without either by its row.
 */
function named({ book: { lines }, documents }: Ledgers, ref: string, { line, ...one }: ThreeWayLine): Facts {
  const meant = one.documents.flatMap((document) => [...linesOf(documents, document)]);
  const own = meant.find((each) => lines.rowId[each] === ref);
  if (own === undefined) return { against: ref };
  const number = lines.number[own] || lines.number[line];
  if (number !== "") return { against: number };
  const { table, row } = rowOf(lines, own);
  return { against: null, draftTable: table, draftRow: row };
}

/** A payment to a supplier, or a request for one. */
function paysSupplier(type: number): boolean {
  const { register, side } = documentTypes[type];
  return register === "payments" && side === "payable";
}

/** Approved, or paid as a request says that was let through. */
function isReleased({ book }: Ledgers, line: number): boolean {
  return book.lines.status[line] === APPROVED || book.lines.ref[line] !== "";
}

/** What documents are called that owe for lines which do not agree, by number and rowId. */
function heldDocuments(ledgers: Ledgers): ReadonlyMap<string, ThreeWayLine> {
  const { lines } = ledgers.book;
  const held = new Map<string, ThreeWayLine>();
  for (const one of threeWay(ledgers, EXACT)) {
    if (!HELD.includes(one.state)) continue;
    for (const document of one.documents) {
      for (const line of linesOf(ledgers.documents, document)) {
        held.set(lines.rowId[line], one);
        if (lines.number[line] !== "") held.set(lines.number[line], one);
      }
    }
  }
  return held;
}
