import type { Checked } from "../../domain/kernel/checked";
import type { Finding } from "../../domain/kernel/finding";
import type { Language } from "../../domain/kernel/title";
import { message, type Voice } from "../message";
import { counted, nothing } from "./outcome";
import { outcomesText } from "./outcomes";
import { isProposals, proposalsText } from "./proposals";
import { isSheet } from "./sheet";
import { textTable } from "./text-table";
import { totalled } from "./totalled";

interface Posted {
  readonly draft: string;
  readonly type: string;
  readonly number: string;
}

interface Refused {
  readonly draft: string;
  readonly findings: readonly Finding[];
}

interface Posting {
  readonly posted: readonly Posted[];
  readonly refused: readonly Refused[];
}

function isPosting(value: object): value is Posting {
  return "posted" in value && "refused" in value && Array.isArray(value.refused);
}

const WORDS: Readonly<Partial<Record<string, Readonly<Record<Language, string>>>>> = {
  posted: { "zh-CN": "已过账", "en-US": "posted" },
  refused: { "zh-CN": "未过账", "en-US": "not posted" },
  tables: { "zh-CN": "表", "en-US": "tables" },
  rowIds: { "zh-CN": "已录入行", "en-US": "rows entered" },
  added: { "zh-CN": "新增", "en-US": "added" },
  skipped: { "zh-CN": "已有，跳过", "en-US": "there already" },
  ignored: { "zh-CN": "没用到的列", "en-US": "columns not used" },
  amended: { "zh-CN": "已修订", "en-US": "amended" },
  diff: { "zh-CN": "变动", "en-US": "changes" },
  changed: { "zh-CN": "改动", "en-US": "changed" },
  path: { "zh-CN": "已保存", "en-US": "saved" },
  ok: { "zh-CN": "通过", "en-US": "holds" },
};

function word(key: string, language: Language): string {
  return WORDS[key]?.[language] ?? key;
}

function postingText({ posted, refused }: Posting, voice: Voice): string {
  const { language } = voice;
  const done = posted.map(({ number, draft }) => `${word("posted", language)}  ${number}  ${draft}`);
  const left = refused.flatMap(({ draft, findings }) => [
    `${word("refused", language)}  ${draft}`,
    ...findings.map((found) => `  ${message(voice, found)}`),
  ]);
  return [...done, ...left].map((line) => `${line}\n`).join("");
}

/** What a list or a figure says in one word; null where it says nothing of its own. */
function summary(value: unknown): string | null {
  if (Array.isArray(value)) return value.length === 0 ? null : String(value.length);
  if (typeof value === "boolean") return value ? "✓" : "✗";
  return typeof value === "number" || typeof value === "string" ? String(value) : null;
}

/** The findings of a reply that `shown` does not tell with the document they keep from being posted. */
export function untold({ value, findings }: Checked<object | null>): readonly Finding[] {
  if (value === null || !isPosting(value)) return findings;
  const told = new Set(value.refused.flatMap((refused) => refused.findings));
  return findings.filter((found) => !told.has(found));
}

/** What the answer says of findings: those of a failed self-check in full, else how many there are. */
function findingText(key: string, part: readonly Finding[], voice: Voice): string {
  if (key !== "failures") return counted(part, voice.language);
  return part.map((found) => `${message(voice, found)}\n`).join("");
}

/** What stands behind the name of a fact; "" where it is not worth a line. */
function factValue(key: string, part: unknown): string {
  if ((part === 0 && key !== "added") || part === true) return "";
  return key === "ignored" && Array.isArray(part) ? part.join(", ") : (summary(part) ?? "");
}

function factText([key, part]: readonly [string, unknown], voice: Voice): string {
  if (isFindings(key, part)) return findingText(key, part, voice);
  const text = factValue(key, part);
  return text === "" ? "" : `${word(key, voice.language)}: ${text}\n`;
}

function isFindings(key: string, part: unknown): part is readonly Finding[] {
  return ["findings", "failures"].includes(key) && Array.isArray(part);
}

function plainText(value: object, voice: Voice): string {
  const { language } = voice;
  if (isSheet(value)) return value.rows.length === 0 ? "" : textTable(totalled(value, language), language);
  if (isPosting(value)) return postingText(value, voice);
  if (isProposals(value)) return proposalsText(value, language);
  return Object.entries(value)
    .map((entry) => factText(entry, voice))
    .join("");
}

/**
 * What a verb answered, for a person: rows as a table, what was posted line by line, else a line each fact; a
 * sentence where there is nothing to show.
 */
export function shown(verb: string, value: object | null, voice: Voice): string {
  if (value === null) return "";
  if (verb === "calc") return outcomesText(value, voice.language);
  const text = plainText(value, voice);
  return text === "" ? nothing(verb, voice.language) : text;
}
