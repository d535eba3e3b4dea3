import type { Checked } from "../../domain/kernel/checked";
import type { Finding } from "../../domain/kernel/finding";
import type { Language } from "../../domain/kernel/title";
import { message } from "../message";
import { isSheet } from "./sheet";
import { textTable } from "./text-table";

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
  changed: { "zh-CN": "改动", "en-US": "changed" },
  path: { "zh-CN": "已保存", "en-US": "saved" },
  ok: { "zh-CN": "通过", "en-US": "holds" },
};

function word(key: string, language: Language): string {
  return WORDS[key]?.[language] ?? key;
}

function postingText({ posted, refused }: Posting, language: Language): string {
  const done = posted.map(({ number, draft }) => `${word("posted", language)}  ${number}  ${draft}`);
  const left = refused.flatMap(({ draft, findings }) => [
    `${word("refused", language)}  ${draft}`,
    ...findings.map((found) => `  ${message(language, found)}`),
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

/** An answer for a person: rows as a table, what was posted line by line, else a line each fact. */
export function shown(value: object | null, language: Language): string {
  if (value === null) return "";
  if (isSheet(value)) return textTable(value, language);
  if (isPosting(value)) return postingText(value, language);
  const lines = Object.entries(value).flatMap(([key, part]) => {
    const text = key === "findings" ? null : summary(part);
    return text === null ? [] : [`${word(key, language)}: ${text}\n`];
  });
  return lines.join("");
}
