import { NONE } from "../book/lines";
import type { Term } from "../book/masters";
import { figure, powerOfTen, price } from "../kernel/numbers";
import { listIn } from "./posted-cells";

const KINDS = ["percentTotal", "percentRemaining", "fixed", "remainder"] as const;
const MONTH_ENDS = ["none", "before", "after"] as const;
const BASES = ["gross", "net"] as const;

/** A line of terms as a closing tells it; null where it says nothing. */
export function termText(term: Term): string {
  const { code, line, row, kind, value, months, day, days } = term;
  const { endOfMonth, discountPercent, discountDays, discountBase, unfit } = term;
  const amount = Number.isNaN(value) ? null : figure(value, 6);
  const percent = discountPercent === null ? null : figure(discountPercent, 6);
  const discount = [percent, discountDays, discountBase, ...(unfit === "" ? [] : [unfit])];
  return JSON.stringify([code, line, row, kind, amount, months, day, days, endOfMonth, ...discount]);
}

/** The lines of terms that a text of the log tells so. */
export function termsIn(text: string): readonly Term[] {
  return listIn(text).flatMap((one): Term[] => {
    const said: readonly unknown[] = Array.isArray(one) ? one : [];
    const [code, line, row, kind, value, months, day, days, endOfMonth, percent, discountDays, ...last] =
      said;
    const [base, unfit] = last;
    if (typeof code !== "string") return [];
    const ways = { kind: known(KINDS, kind), endOfMonth: known(MONTH_ENDS, endOfMonth) };
    const when = { months: whole(months, 0), day: whole(day, NONE), days: whole(days, 0) };
    const within = typeof discountDays === "number" ? discountDays : null;
    const discount = { discountPercent: millionths(percent), discountDays: within };
    const place = { code, line: whole(line, NaN), row: whole(row, 0) };
    const amount = millionths(value) ?? NaN;
    const rest = { discountBase: known(BASES, base), unfit: typeof unfit === "string" ? unfit : "" };
    return [{ ...place, ...ways, value: amount, ...when, ...discount, ...rest }];
  });
}

function known<T extends string>(words: readonly [T, ...T[]], said: unknown): T {
  return words.find((word) => word === said) ?? words[0];
}

function whole(said: unknown, otherwise: number): number {
  return typeof said === "number" ? said : otherwise;
}

/** In 10⁻⁶, as cells hold it; null = not said. */
function millionths(said: unknown) {
  return typeof said === "number" ? price(Math.round(said * powerOfTen(6))) : null;
}
