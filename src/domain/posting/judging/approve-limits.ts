import { REGISTERS, registerOf, STATUSES } from "../../book/lines";
import type { Masters } from "../../book/masters";
import type { Drafting } from "../../documents/drafting";
import { headOf, linesOf } from "../../documents/group";
import { placeOf } from "../../documents/place";
import { type Finding, finding } from "../../kernel/finding";
import { figure } from "../../kernel/numbers";

const APPROVED = STATUSES.indexOf("approved");
/** What says how much a document of a register comes to. */
const AMOUNTS = { purchases: "total", sales: "total", stock: "value", payments: "amount" } as const;

/**
 * How much somebody may approve, in smallest units: as the staff table says of the user of that code or name;
 * who has left, nothing; of whom nothing is said, anything.
 */
function limitOf({ staff }: Masters, user: string): number {
  const member = staff.find(({ code, name }) => user !== "" && (code === user || name === user));
  if (member === undefined) return Infinity;
  return member.inactive ? 0 : (member.approveLimit ?? Infinity);
}

/**
 * APPROVE_LIMIT for drafts, completed, that come to more than their user may approve and that nobody has
 * approved: neither can he approve or post them himself. Source: CONTRACT §2 staff, DOMAIN §14.
 */
export function limitFindings(
  { book, documents }: Drafting,
  drafts: readonly number[],
  user: string,
): Finding[] {
  const { lines, masters, settings } = book;
  const limit = limitOf(masters, user);
  if (limit === Infinity) return [];
  return drafts.flatMap((draft) => {
    const head = headOf(documents, draft);
    const column = AMOUNTS[REGISTERS[registerOf(lines, head)]];
    const amount = Array.from(linesOf(documents, draft)).reduce(
      (sum, line) => sum + (lines[column][line] || 0),
      0,
    );
    if (Math.abs(amount) <= limit || lines.status[head] === APPROVED) return [];
    const money = (units: number): number => figure(units, settings.moneyDecimals);
    const facts = { user, amount: money(Math.abs(amount)), limit: money(limit) };
    return [finding("APPROVE_LIMIT", placeOf(lines, head, column), facts)];
  });
}
