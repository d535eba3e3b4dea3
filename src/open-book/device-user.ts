import { type Moments, moments } from "../app/moments";
import type { Language } from "../domain/kernel/title";
import type { Surroundings } from "./surroundings";

const LANGUAGE = "taizhang.language";
const USER = "taizhang.user";

/** Who works at this device, in which language: as chosen once and kept; declared, not verified. */
export interface DeviceUser {
  readonly moments: Moments;
  readonly language: Language;
  readonly user: string;
  keepLanguage(language: Language): void;
  keepUser(name: string): void;
}

function languageIn(text: string | null): Language | null {
  return text === "zh-CN" || text === "en-US" ? text : null;
}

/** What this device remembers of its user. */
export function deviceUser({ storage, language, clock, localTime, digit }: Surroundings): DeviceUser {
  const user = storage.get(USER) ?? "";
  const kept = moments({ clock, localTime, digit, user });
  return {
    moments: kept,
    language: languageIn(storage.get(LANGUAGE)) ?? language,
    user,
    keepLanguage: (chosen) => storage.set(LANGUAGE, chosen),
    keepUser: (name) => {
      storage.set(USER, name);
      kept.take({ user: name });
    },
  };
}
