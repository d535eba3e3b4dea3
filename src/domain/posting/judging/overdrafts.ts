import { NONE } from "../../book/lines";
import { headOf } from "../../documents/group";
import { placeOf } from "../../documents/place";
import { dayText } from "../../kernel/day";
import { type Finding, finding } from "../../kernel/finding";
import { figure } from "../../kernel/numbers";
import { flowsOf } from "../cash-flows";
import type { Ledgers } from "../ledgers";

/**
 * An account along the business order, with the drafts that are not refused and as it would be without any.
 */
interface Running {
  balance: number;
  without: number;
  /** What drafts took out, the last one last. */
  takings: Flow[];
  /** What each draft did to the balance, by document; a refused one does nothing any more. */
  readonly byDraft: Map<number, number>;
  readonly refused: Set<number>;
}

/** An account that has too little once a line is through, and the line of a draft that is at fault. */
interface Overdraft {
  readonly account: number;
  readonly line: number;
  readonly culprit: number;
  readonly balance: number;
}

/**
 * What drafts would take out of an account beyond what is there and its overdraft, ACCOUNT_SHORT: at their
 * own moment, or at that of a later document, which is named. A warning where the account says nothing of an
 * overdraft (blank), an error where it does (0 = none). Told once a draft and account. Source: DOMAIN §8.8.
 */
export function overdraftFindings(ledgers: Ledgers, isDraft: (line: number) => boolean): Finding[] {
  const told = new Set<string>();
  return overdrafts(ledgers, isDraft).flatMap((each) => {
    const key = `${String(ledgers.documents.ofLine[each.culprit])}/${String(each.account)}`;
    if (told.has(key)) return [];
    told.add(key);
    return [toldOf(ledgers, each)];
  });
}

function overdrafts(ledgers: Ledgers, isDraft: (line: number) => boolean): Overdraft[] {
  const { accounts } = ledgers.book.masters;
  const { account } = ledgers.book.lines;
  if (!ledgers.order.some((line) => account[line] !== NONE && isDraft(line))) return [];
  const running = accounts.map((): Running => {
    return { balance: 0, without: 0, takings: [], byDraft: new Map(), refused: new Set() };
  });
  const found: Overdraft[] = [];
  for (const line of ledgers.order) {
    for (const { account, amount } of flowsOf(ledgers, line)) {
      const { overdraft } = accounts[account];
      const flow = { line, amount, document: ledgers.documents.ofLine[line], isOurs: isDraft(line) };
      const least = 0 - (overdraft ?? 0);
      const culprit = culpritOf(running[account], flow, least);
      if (culprit === -1) continue;
      found.push({ account, line, culprit, balance: running[account].balance });
      if (overdraft !== null) refuse(running[account], ledgers.documents.ofLine[culprit]);
    }
  }
  return found;
}

/** What a line moves in an account. */
interface Flow {
  readonly line: number;
  readonly amount: number;
  readonly document: number;
  readonly isOurs: boolean;
}

/** Moves the balance; answers the line of a draft for which less is there than may be, -1 = none. */
function culpritOf(state: Running, flow: Flow, least: number): number {
  const { amount, document, isOurs } = flow;
  if (isOurs && state.refused.has(document)) return -1;
  state.balance += amount;
  if (isOurs) state.byDraft.set(document, (state.byDraft.get(document) ?? 0) + amount);
  else state.without += amount;
  if (isOurs && amount < 0) state.takings.push(flow);
  if (amount >= 0 || state.balance >= least) return -1;
  return isOurs || state.without >= least ? (state.takings.at(-1)?.line ?? -1) : -1;
}

/** A refused draft takes nothing away from those after it. */
function refuse(state: Running, document: number): void {
  state.balance -= state.byDraft.get(document) ?? 0;
  state.refused.add(document);
  state.takings = state.takings.filter((taking) => taking.document !== document);
}

function toldOf({ book, documents }: Ledgers, { account, line, culprit, balance }: Overdraft): Finding {
  const { lines, masters, settings } = book;
  const { code, overdraft } = masters.accounts[account];
  const money = (units: number): number => figure(units, settings.moneyDecimals);
  const isOwn = documents.ofLine[line] === documents.ofLine[culprit];
  const facts = {
    account: code,
    date: dayText(lines.day[line]),
    balance: money(balance),
    limit: money(overdraft ?? 0),
    number: isOwn ? null : lines.number[headOf(documents, documents.ofLine[line])],
  };
  const severity = overdraft === null ? "warning" : "error";
  return { ...finding("ACCOUNT_SHORT", placeOf(lines, culprit, "account"), facts), severity };
}
