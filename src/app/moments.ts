import { badStep, type GivenRow } from "./options";
import { dayFromText, type Day } from "../domain/kernel/day";
import type { Finding } from "../domain/kernel/finding";
import type { Moment } from "../domain/kernel/moment";
import { newIds } from "./new-ids";

/** The options that every step and command may bear. */
export const MOMENT_OPTIONS = ["user", "today", "now", "seed"] as const;

/** What moments are made of: the machine's clock and chance, passed in by whoever may know them. */
export interface Machine {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Local time as 2026-01-30T08:30:00. */
  readonly localTime: () => string;
  /** A random whole number 0–31. */
  readonly digit: () => number;
  /** Who works here, where nobody says otherwise. */
  readonly user: string;
}

/** Keeps who acts when; what is said of it holds until something else is said. */
export interface Moments {
  /** Takes over what is said; BAD_STEP where it makes no sense, and then nothing of it holds. */
  take(given: GivenRow): readonly Finding[];
  /** The next ids begin anew from the seed, as for a book of its own. */
  restart(): void;
  readonly moment: Moment;
}

interface Said {
  readonly user: string | null;
  readonly today: Day | null;
  /** Local time as 2026-01-30T08:30:00. */
  readonly now: string | null;
  readonly seed: number | null;
}

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?/;

/** The local time that a text says, its seconds 00 where it says none; null where it is none. */
function timeIn(value: unknown): string | null {
  const [time, date = ""] = TIME.exec(typeof value === "string" ? value : "") ?? [];
  if (time === undefined || Number.isNaN(dayFromText(date))) return null;
  return `${time.replace(" ", "T")}:00`.slice(0, 19);
}

function seedIn(value: unknown): number | null {
  const seed = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof seed === "number" && Number.isInteger(seed) ? seed : null;
}

function dayIn(value: unknown): Day | null {
  const day = dayFromText(typeof value === "string" ? value : "");
  return Number.isNaN(day) ? null : day;
}

const textIn = (value: unknown): string | null => (typeof value === "string" ? value : null);
const READ = { user: textIn, today: dayIn, now: timeIn, seed: seedIn };

/**
 * Who acts when: as said so far, else as the machine says. Today is the day of `now` where that alone is
 * said.
 */
export function moments({ clock, localTime, digit, user }: Machine): Moments {
  let known: Said = { user: null, today: null, now: null, seed: null };
  const ids = newIds(() => (known.now === null ? clock() : Date.parse(`${known.now}Z`)), digit);
  const now = (): string => known.now ?? localTime();
  const moment: Moment = {
    get today() {
      return known.today ?? dayFromText(now().slice(0, 10));
    },
    get now() {
      return now();
    },
    get user() {
      return known.user ?? user;
    },
    station: "",
    newId: () => ids.next(),
  };
  const take = (given: GivenRow): readonly Finding[] => {
    const isSaid = (id: keyof Said): boolean => (given[id] ?? null) !== null;
    const wrong = MOMENT_OPTIONS.filter((id) => isSaid(id) && READ[id](given[id]) === null);
    if (wrong.length > 0) return wrong.map((id) => badStep(`${id}: ${JSON.stringify(given[id])}`));
    const seed = seedIn(given["seed"]) ?? known.seed;
    if (seed !== known.seed) ids.follow(seed);
    known = {
      user: textIn(given["user"]) ?? known.user,
      today: dayIn(given["today"]) ?? known.today,
      now: timeIn(given["now"]) ?? known.now,
      seed,
    };
    return [];
  };
  return { take, restart: () => ids.restart(known.seed), moment };
}
