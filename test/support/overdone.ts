import type { JsonBook, Row } from "../oracle/oracle-book";

/**
 * Whether more goes back, or is invoiced, than there was: no post lets that through. Where debts arise on
 * invoice what went back before it is not invoiced.
 */
export function isOverdone(json: JsonBook): boolean {
  const rows = [...(json["purchases"] ?? []), ...(json["sales"] ?? [])].sort(inOrder);
  const left = new Map(rows.map((row) => [row["rowId"], stockQty(row)]));
  const onInvoice = (json["settings"] ?? []).filter(({ value }) => value === "invoice").map(({ key }) => key);
  const back = new Map<string, number>();
  const invoiced = new Map<string, number>();
  return rows.some((row) => {
    const { ref, type } = row;
    if (ref === undefined || type === "CK") return false;
    const taken = isReturn(row) ? back : invoiced;
    taken.set(String(ref), sumAt(String(ref), [taken]) + stockQty(row));
    const sums = holdsBack(row, onInvoice) ? [back, invoiced] : [taken];
    return sumAt(String(ref), sums) > (left.get(ref) ?? 0);
  });
}

function isReturn({ type }: Row): boolean {
  return type === "XT" || type === "CT";
}

/** An invoice that makes the debt: not of what went back before it. */
function holdsBack(row: Row, onInvoice: readonly unknown[]): boolean {
  return !isReturn(row) && onInvoice.includes(row["type"] === "CF" ? "payableOn" : "receivableOn");
}

function sumAt(ref: string, sums: readonly ReadonlyMap<string, number>[]): number {
  return sums.reduce((all, sum) => all + (sum.get(ref) ?? 0), 0);
}

function inOrder(a: Row, b: Row): number {
  const [first, second] = [a, b].map(({ date, time, rowId }) => [date, time ?? "", rowId].join(" "));
  return first < second ? -1 : 1;
}

/** What a row moves, in thousandths. */
function stockQty({ accepted, qty, unit }: Row): number {
  return Math.round(Number(accepted ?? qty ?? 0) * 1_000) * (unit === "box" ? 12 : 1);
}
