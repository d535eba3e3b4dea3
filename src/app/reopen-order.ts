import { STATUSES } from "../domain/book/lines";
import { documentTypes } from "../domain/documents/index";
import { placeOf } from "../domain/documents/place";
import { finishesJob } from "../domain/documents/roles";
import { type Finding, finding } from "../domain/kernel/finding";
import { closedFigures } from "../domain/posting/alteration";
import { costingOf, ledgersOf } from "../domain/posting/ledgers";
import type { ReadBook } from "../read/read-book";
import type { Answer, Desk } from "./desk";
import {
  closedToday,
  dayEntries,
  type FinishAnswer,
  type Finishing,
  namedLines,
  statusStamps,
  withStatus,
  writtenUnlessClosed,
} from "./finish-order";
import { followingChanges } from "./following-changes";
import { ledgersAt, loadForChange } from "./load-book";
import { loggedChanges } from "./logged-changes";

const CLOSED = STATUSES.indexOf("closed");

/**
 * Opens again what was finished by hand: of an order what is open is waited for once more, of a production
 * job what it made bears what is known without its end. What was not finished stays as it is. Refused where
 * the cost of goods in a closed period would change (PERIOD_CLOSED), and while a cost adjustment that booked
 * the job's difference stands: that is made void first (REFERRED_TO). Source: CONTRACT §4 finish; DOMAIN
 * §5.12, §6.
 */
export async function reopenOrder(desk: Desk, { of, reason }: Finishing): Answer<FinishAnswer> {
  const { value: read, findings } = await loadForChange(desk);
  if (read === null) return { value: null, findings };
  const { own, findings: unfit, isJob } = namedLines(read, of);
  const forbidden = unfit.length > 0 || !isJob ? unfit : adjusted(read, own);
  if (forbidden.length > 0) return { value: null, findings: forbidden };
  const chosen = own.filter((line) => read.book.lines.status[line] === CLOSED).sort((a, b) => a - b);
  const value = { changed: chosen.length };
  if (chosen.length === 0) return { value, findings: [] };
  const before = ledgersAt(desk, read);
  const after = ledgersOf(withStatus(read, chosen, "posted"), costingOf(before));
  const closed = [
    ...closedToday(desk, read, chosen[0]),
    ...closedFigures({ before, after, own: [] }, chosen[0]),
  ];
  if (closed.length > 0) return { value: null, findings: closed };
  const entries = dayEntries(desk, read, chosen);
  const told = { changes: statusStamps(desk, read, chosen, "posted"), entries, action: "finish", reason };
  const changes = [...loggedChanges(desk, read, told), ...followingChanges(desk, read, after)];
  return writtenUnlessClosed(desk, read, { value, changes });
}

/** REFERRED_TO where adjustments stand that booked what the job's goods of a closed period cost more. */
function adjusted({ book: { lines } }: ReadBook, own: readonly number[]): readonly Finding[] {
  const job = lines.job[own[0]];
  const numbers = new Set<string>();
  for (let line = 0; line < lines.count; line++) {
    const isAdjustment = lines.job[line] === job && finishesJob(lines, line);
    if (isAdjustment && documentTypes[lines.type[line]].stock === "revalue") numbers.add(lines.number[line]);
  }
  if (numbers.size === 0) return [];
  const facts = { number: lines.number[own[0]], by: [...numbers].join(", ") };
  return [finding("REFERRED_TO", placeOf(lines, own[0], "number"), facts)];
}
