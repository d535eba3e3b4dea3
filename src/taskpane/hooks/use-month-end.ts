import { useState } from "react";
import type { CloseAnswer } from "../../app/close-period";
import type { Answer, Desk } from "../../app/desk";
import { daysOf, lastClosed } from "../../domain/book/closed-periods";
import type { Period } from "../../domain/book/masters";
import { type Day, dayText } from "../../domain/kernel/day";
import type { Finding } from "../../domain/kernel/finding";
import type { Ledgers } from "../../domain/posting/ledgers";
import { useBookState, usePaneWorld } from "./pane-world";
import { useFollowing } from "./use-posting";

type Check = CloseAnswer["checklist"][number]["check"];

/** Which period, which failures it is closed with all the same, and why. */
export interface MonthForm {
  readonly period: string;
  readonly waive: readonly Check[];
  readonly reason: string;
}

/** The checklist as it was gone through at a revision of the book, and what stands against closing. */
export interface GoneThrough {
  readonly checklist: CloseAnswer["checklist"];
  readonly findings: readonly Finding[];
  readonly revision: number;
}

/** The way from a period to its closing, or back. */
export interface MonthEnd {
  readonly form: MonthForm;
  /** Changes what is asked for; the checklist of another period is another matter. */
  readonly change: (part: Partial<MonthForm>) => void;
  /** The period, where it is closed already. */
  readonly closed: Period | null;
  readonly gone: GoneThrough | null;
  /** What forbids it, when it was last tried. */
  readonly refused: readonly Finding[];
  readonly goThrough: () => void;
  readonly close: () => void;
  readonly reopen: () => void;
}

/**
 * The period to be closed next: the one after the last closed, else the month in which the book begins; "" =
 * nothing is posted.
 */
function nextPeriod(ledgers: Ledgers | null): string {
  if (ledgers === null) return "";
  const { masters, lines } = ledgers.book;
  const last = lastClosed(masters.periods);
  const first = last === null ? firstDay(ledgers.order, lines.day) : last.to + 1;
  if (first === null) return "";
  const written = masters.periods.find((each) => daysOf(each).from === first);
  return written?.period ?? dayText(first).slice(0, 7);
}

function firstDay(order: ArrayLike<number>, day: ArrayLike<Day>): Day | null {
  return order.length === 0 ? null : day[order[0]];
}

/** Closes and reopens periods, the next one unless another is named; `done` once one is. */
export function useMonthEnd(done: () => void): MonthEnd {
  const { book } = usePaneWorld();
  const { revision } = useBookState();
  const follow = useFollowing();
  const ledgers = book.ledgers();
  const [form, setForm] = useState<MonthForm>(() => ({ period: nextPeriod(ledgers), waive: [], reason: "" }));
  const [gone, setGone] = useState<GoneThrough | null>(null);
  const [refused, refuse] = useState<readonly Finding[]>([]);
  const period = form.period.trim();
  const asked = { ...form, period, reason: form.reason.trim() };
  const tried = async (verb: string, work: (desk: Desk) => Answer<CloseAnswer>): Promise<void> => {
    const { value, findings } = await book.act(verb, work);
    refuse(value === null ? findings : []);
    if (value === null) return;
    if (verb !== "try" && value.ok) done();
    else setGone({ checklist: value.checklist, findings, revision });
  };
  const closing = (dryRun: boolean) => async (desk: Desk) =>
    (await import("../../app/close-period")).closePeriod(desk, { ...asked, dryRun });
  const reopening = async (desk: Desk) => (await import("../../app/close-period")).reopenPeriod(desk, asked);
  return {
    form,
    change: (part) => {
      setForm((before) => ({ ...before, ...part }));
      refuse([]);
      if (part.period !== undefined) setGone(null);
    },
    closed: ledgers?.book.masters.periods.find((each) => each.closed && each.period === period) ?? null,
    gone,
    refused,
    goThrough: () => follow(tried("try", closing(true))),
    close: () => follow(tried("close", closing(false))),
    reopen: () => follow(tried("reopen", reopening)),
  };
}
