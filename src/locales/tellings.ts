import type { Language } from "../domain/kernel/title";
import { enUs } from "./en-us";
import type { Telling } from "./telling";
import { zhCn } from "./zh-cn";

/** What each language says of findings, where all of them are at hand. */
export const tellings: Readonly<Record<Language, Telling>> = { "zh-CN": zhCn, "en-US": enUs };
