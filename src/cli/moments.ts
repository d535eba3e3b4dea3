import { badStep, type GivenRow } from "../app/options";
import { dayFromText, type Day } from "../domain/kernel/day";
import type { Finding } from "../domain/kernel/finding";
import type { Moment } from "../domain/kernel/moment";
import { seededDigits, ulids } from "../domain/kernel/ulid";
import type { Surroundings } from "./surroundings";

/** What a step or a command says of who acts when; it holds until another one is said. */
interface Said {
  user: string | null;
  today: Day | null;
  now: string | null;
  seed: number | null;
}

/** The options that every step and command may bear. */
export const MOMENT_OPTIONS = ["user", "today", "now", "seed"] as const;

/** Keeps who acts when. */
export interface Moments {
  /** Takes over what is said; BAD_STEP where it cannot be, and then nothing of it holds. */
  take(given: GivenRow): readonly Finding[];
  /** The next ids begin anew from the seed, as for a book of its own. */
  restart(): void;
  readonly moment: Moment;
}

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)/;

function said(given: GivenRow, before: Said): Said | readonly Finding[] {
  const found: Finding[] = [];
  const text = (id: "user" | "today" | "now"): string | null => {
    const value = given[id] ?? null;
    if (value !== null && typeof value !== "string") found.push(badStep(`${id}: ${JSON.stringify(value)}`));
    return typeof value === "string" ? value : null;
  };
  const now = text("now");
  const today = text("today");
  const seed = seedOf(given["seed"] ?? null);
  const day = today === null ? null : dayFromText(today);
  if (Number.isNaN(day)) found.push(badStep(`today: ${today ?? ""}`));
  if (now !== null && Number.isNaN(dayFromText(TIME.exec(now)?.[1] ?? "")))
    found.push(badStep(`now: ${now}`));
  if (Number.isNaN(seed)) found.push(badStep("seed"));
  if (found.length > 0) return found;
  return {
    user: text("user") ?? before.user,
    today: day ?? before.today,
    now: now ?? before.now,
    seed: seed ?? before.seed,
  };
}

function seedOf(value: unknown): number | null {
  if (value === null) return null;
  const seed = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof seed === "number" && Number.isInteger(seed) ? seed : NaN;
}

/** Today is the day of `now` where that alone is said; the clock's otherwise. */
function todayOf({ today, now }: Said, localTime: string): Day {
  return today ?? dayFromText((now ?? localTime).slice(0, 10));
}

/** Who acts when, as said so far, else as the machine says. */
export function moments({ clock, localTime, digit, user }: Surroundings): Moments {
  let known: Said = { user: null, today: null, now: null, seed: null };
  let floor = 0;
  let latest = 0;
  const milliseconds = (): number => {
    const time = known.now === null ? clock() : Date.parse(`${known.now.slice(0, 19).replace(" ", "T")}Z`);
    latest = Math.max(time, floor, latest);
    return Math.max(time, floor);
  };
  const maker = (): (() => string) =>
    ulids(milliseconds, known.seed === null ? digit : seededDigits(known.seed));
  let next = maker();
  const moment: Moment = {
    get today() {
      return todayOf(known, localTime());
    },
    get now() {
      return (known.now ?? localTime()).slice(0, 19).replace(" ", "T");
    },
    get user() {
      return known.user ?? user;
    },
    station: "",
    newId: () => next(),
  };
  const take = (given: GivenRow): readonly Finding[] => {
    const taken = said(given, known);
    if ("length" in taken) return taken;
    const isNewSeed = taken.seed !== known.seed;
    known = taken;
    if (isNewSeed) {
      floor = latest === 0 ? 0 : latest + 1;
      next = maker();
    }
    return [];
  };
  const restart = (): void => {
    floor = 0;
    latest = 0;
    next = maker();
  };
  return { take, restart, moment };
}
