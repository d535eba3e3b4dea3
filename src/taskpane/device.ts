import type { Storage, Surroundings } from "../open-book/surroundings";

const twoDigits = (n: number): string => String(n).padStart(2, "0");

/** The user's own date and time, as 2026-01-30T08:30:00. */
export function localTime(now = new Date()): string {
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(twoDigits).join("-");
  return `${date}T${[now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join(":")}`;
}

/** The browser's memory under a prefix; one that is shut off is forgotten when the pane closes. */
export function storageOf(browser: () => globalThis.Storage, prefix: string): Storage {
  const forgetful = new Map<string, string>();
  const tried = <T>(work: (storage: globalThis.Storage) => T): T | null => {
    try {
      return work(browser());
    } catch (refused) {
      if (refused instanceof DOMException) return null;
      throw refused;
    }
  };
  return {
    get: (key) => tried((storage) => storage.getItem(prefix + key)) ?? forgetful.get(key) ?? null,
    set: (key, value) => {
      forgetful.set(key, value);
      tried((storage) => storage.setItem(prefix + key, value));
    },
  };
}

/** What the open book asks of the machine: its clock, its chance, and time that passes. */
export const machine: Pick<Surroundings, "clock" | "localTime" | "digit" | "after"> = {
  clock: () => Date.now(),
  localTime: () => localTime(),
  digit: () => crypto.getRandomValues(new Uint8Array(1))[0] % 32,
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};
