import type { Book } from "../../book/book";
import { NONE, STATUSES } from "../../book/lines";
import { documentTypes } from "../../documents/index";
import { placeOf } from "../../documents/place";
import { dayText } from "../../kernel/day";
import { type Finding, finding } from "../../kernel/finding";
import { byCodeUnit } from "../../kernel/names";
import { figure } from "../../kernel/numbers";
import type { BatchDates } from "../moves/batch-dates";

const APPROVED = STATUSES.indexOf("approved");
const VOID = STATUSES.indexOf("void");
/** Types that bring in what was bought or made: goods that are past their day are refused at the door. */
const MAY_BE_REFUSED: readonly string[] = ["RK", "CP"];

/**
 * Notes what is wrong with the batches that drafts bring in: BATCH_EXPIRED where one may no longer be used on
 * that day, which refuses what is bought or made unless the draft is approved, and is a remark for what comes
 * back, was found or is there from the beginning; BATCH_OF_OTHER, a remark, where the batch has been of other
 * items alone. Source: DOMAIN §5.6, §14.
 */
export function receivedBatches(book: Book, own: readonly number[], dates: BatchDates): Finding[] {
  const { lines } = book;
  const received = own.filter((line) => {
    const { stock } = documentTypes[lines.type[line]];
    const comesIn = stock === "receive" || stock === "return-in";
    return comesIn && lines.batch[line] !== "" && lines.reverses[line] === NONE && !(lines.qty[line] < 0);
  });
  if (received.length === 0) return [];
  const owners = ownersOf(book);
  return received.flatMap((line) => [...expired(book, line, dates), ...ofOther(book, line, owners)]);
}

function expired({ lines, masters }: Book, line: number, dates: BatchDates): Finding[] {
  const { batch, item, day, qty, status, type } = lines;
  const typed = lines.expires[line];
  const expires = typed === NONE ? dates.expires(item[line], batch[line]) : typed;
  if (expires === NONE || expires >= day[line]) return [];
  const facts = {
    item: masters.items[item[line]].code,
    batch: batch[line],
    expires: dayText(expires),
    date: dayText(day[line]),
    received: figure(qty[line], 6),
  };
  const found = finding("BATCH_EXPIRED", placeOf(lines, line, "batch"), facts);
  const { code } = documentTypes[type[line]];
  const isRefused = MAY_BE_REFUSED.includes(code) && status[line] !== APPROVED;
  return [isRefused ? found : { ...found, severity: "warning" }];
}

function ofOther({ lines, masters }: Book, line: number, owners: Owners): Finding[] {
  const { batch, item } = lines;
  if (documentTypes[lines.type[line]].stock !== "receive") return [];
  const known = owners.get(batch[line]);
  if (known === undefined || known.has(item[line])) return [];
  const [other] = [...known].map((owner) => masters.items[owner].code).sort(byCodeUnit);
  const facts = {
    batch: batch[line],
    item: masters.items[item[line]].code,
    other,
    received: figure(lines.qty[line], 6),
  };
  return [{ ...finding("BATCH_OF_OTHER", placeOf(lines, line, "batch"), facts), severity: "warning" }];
}

/** The items that a batch is known of, by batch. */
type Owners = ReadonlyMap<string, ReadonlySet<number>>;

/** As the table of batches says, and what was posted has brought in. */
function ownersOf({ lines, masters }: Book): Owners {
  const owners = new Map<string, Set<number>>();
  const note = (batch: string, item: number): void => {
    owners.set(batch, (owners.get(batch) ?? new Set()).add(item));
  };
  for (const { batch, item } of masters.batches) note(batch, item);
  const isReceipt = documentTypes.map(({ stock }) => stock === "receive");
  for (let line = 0; line < lines.count; line++) {
    const { batch, item, type, status } = lines;
    const isPosted = status[line] > APPROVED && status[line] !== VOID;
    if (isPosted && batch[line] !== "" && item[line] !== NONE && isReceipt[type[line]])
      note(batch[line], item[line]);
  }
  return owners;
}
