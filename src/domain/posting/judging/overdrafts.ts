import { NONE } from "../../book/lines";
import { headOf } from "../../documents/group";
import { placeOf } from "../../documents/place";
import { dayText } from "../../kernel/day";
import { type Finding, finding } from "../../kernel/finding";
import { figure } from "../../kernel/numbers";
import { flowsOf } from "../cash-flows";
import type { Ledgers } from "../ledgers";

/** An account along the business order, with the drafts and as it would be without them. */
interface Running {
  balance: number;
  without: number;
  /** The last line of a draft that took money out; -1 = none so far. */
  draft: number;
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
  const running = accounts.map((): Running => ({ balance: 0, without: 0, draft: -1 }));
  const found: Overdraft[] = [];
  for (const line of ledgers.order) {
    for (const { account, amount } of flowsOf(ledgers, line)) {
      const state = running[account];
      const least = 0 - (accounts[account].overdraft ?? 0);
      const isOurs = isDraft(line);
      state.balance += amount;
      if (!isOurs) state.without += amount;
      else if (amount < 0) state.draft = line;
      const isShort = amount < 0 && state.balance < least;
      if (isShort && (isOurs || (state.draft !== -1 && state.without >= least)))
        found.push({ account, line, culprit: state.draft, balance: state.balance });
    }
  }
  return found;
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
