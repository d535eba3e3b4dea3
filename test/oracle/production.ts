import type { Contents } from "./contents";
import { fraction, minus, over, plus, sign, sum, times, zero } from "./fraction";
import type { Fraction } from "./fraction";
import { textOf } from "./oracle-book";
import type { Entry, OracleBook } from "./oracle-book";
import type { InProduction, Run } from "./stock-run";

const JOB = "job ";

/** Jobs that are closed: by hand, on what they made. DOMAIN §5.12. */
export function isClosedJob(book: OracleBook, job: string): boolean {
  if (job === "") return false;
  return book.entries.some(
    (one) => one.type === "CP" && textOf(one.row, "job") === job && textOf(one.row, "status") === "closed",
  );
}

/** The rows of a job that are of a type. */
export function jobRows(book: OracleBook, job: string, type: string): readonly Entry[] {
  return book.entries.filter((one) => one.type === type && textOf(one.row, "job") === job);
}

/** Whether a row says labour or overhead. */
export function isCost(entry: Entry): boolean {
  return textOf(entry.row, "role") === "cost";
}

/** The rows of goods that a job makes. */
export function madeRows(book: OracleBook, job: string): readonly Entry[] {
  return jobRows(book, job, "CP").filter((one) => !isCost(one) && sign(one.qty) > 0);
}

function productionOf(run: Run, job: string): InProduction {
  const known = run.jobs.get(job) ?? { used: new Map<string, Fraction>(), made: zero, late: [] };
  run.jobs.set(job, known);
  return known;
}

/** Goods went into a job: so many units, and what is in each of them. */
export function noteUsed(run: Run, entry: Entry, { of, qty }: { of: Contents; qty: Fraction }): void {
  const job = textOf(entry.row, "job");
  if (job === "") return;
  const { used } = productionOf(run, job);
  for (const [receipt, one] of of) used.set(receipt, plus(used.get(receipt) ?? zero, times(one, qty)));
}

/** What is in each unit of goods that a closed job made: its share of whatever is in the job. */
export function noteMade(run: Run, entry: Entry): Contents {
  const job = textOf(entry.row, "job");
  const own = productionOf(run, job);
  own.made = plus(own.made, entry.qty);
  return new Map([[`${JOB}${job}`, fraction("1")]]);
}

function madeInAll(run: Run, job: string): Fraction {
  return sum(madeRows(run.book, job).map(({ qty }) => qty));
}

/** Units of a receipt in goods, those that went into what jobs made of it as well. */
export function unitsOf(run: Run, of: Contents, receipt: string): Fraction {
  const direct = of.get(receipt) ?? zero;
  const made = [...of].filter(([key]) => key.startsWith(JOB));
  return sum([
    direct,
    ...made.map(([key, units]) => {
      const job = key.slice(JOB.length);
      const all = unitsOf(run, productionOf(run, job).used, receipt);
      return over(times(units, all), madeInAll(run, job));
    }),
  ]);
}

/** Units of a receipt that are in production by now, job by job. */
export function unitsInJobs(run: Run, { rowId }: Entry) {
  return [...run.jobs].map(([job, own]) => {
    const all = unitsOf(run, own.used, rowId);
    const whole = madeInAll(run, job);
    const left = sign(own.made) === 0 ? all : over(times(all, minus(whole, own.made)), whole);
    return { own, units: left };
  });
}
