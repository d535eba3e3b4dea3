import { resolve } from "node:path";
import type { PostAnswer } from "../app/post-drafts";
import { documentTypes } from "../domain/documents/index";
import { figure, scaled } from "../domain/kernel/numbers";
import { titleIn, type Language, type Title } from "../domain/kernel/title";
import type { ReportResult } from "../domain/reports/report";
import type { Share, Story } from "./demo-story";
import { DEMO_WORDS } from "./demo-words";
import { message, type Voice } from "./message";
import type { AnswerSheet } from "./show/sheet";
import { textTable } from "./show/text-table";

type Row = AnswerSheet["rows"][number];

const TYPE: AnswerSheet["columns"][number] = { id: "type", title: DEMO_WORDS.type, kind: "code" };
const COUNT = { id: "count", title: DEMO_WORDS.documents, kind: "whole" };
const LINES = { id: "lines", title: DEMO_WORDS.lines, kind: "whole" };
const CODE = { id: "code", title: DEMO_WORDS.code, kind: "code" };
const NAME = { id: "name", title: DEMO_WORDS.name, kind: "text" };

/** What was posted: how many documents and lines of each type, in the order of the types. */
function postedSheet({ posted }: PostAnswer, language: Language): AnswerSheet {
  const titles = new Map(documentTypes.map(({ code, title }) => [code, titleIn(language, title)]));
  const rows = [...titles].map(([code, name]): Row => {
    const own = posted.filter(({ type }) => type === code);
    return { type: code, name, count: own.length, lines: linesIn(own) };
  });
  const totals = { type: titleIn(language, DEMO_WORDS.total), count: posted.length, lines: linesIn(posted) };
  return { columns: [TYPE, NAME, COUNT, LINES], rows: rows.filter(({ count }) => count !== 0), totals };
}

function linesIn(posted: PostAnswer["posted"]): number {
  return posted.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Why each document stays a draft, a sentence a finding. */
function refusedLines({ refused }: PostAnswer, voice: Voice): readonly string[] {
  return refused.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === "error").map((found) => `  ✗ ${message(voice, found)}`),
  );
}

/** One total of a report for each member of a master, and of all of them. */
function sharesSheet(
  shares: readonly Share[],
  all: ReportResult,
  figureOf: { readonly id: string; readonly title: Title },
): (language: Language) => AnswerSheet {
  const { id, title } = figureOf;
  const rows = shares.map(({ code, name, report }): Row => ({ code, name, [id]: report.totals?.[id] }));
  return (language) => ({
    columns: [CODE, NAME, { id, title, kind: "money" }],
    rows,
    totals: { code: titleIn(language, DEMO_WORDS.total), [id]: all.totals?.[id] },
  });
}

/** What each partner owes and is owed, and what was paid ahead; nothing shows as a blank. */
function partnersSheet({ partners: { columns, rows } }: Story, language: Language): AnswerSheet {
  const ids = columns.map(({ id }) => id);
  const amounts = columns.filter(({ kind }) => kind === "money").map(({ id }) => id);
  const shown = rows.map((row) => Object.fromEntries(ids.map((id) => [id, textOrAmount(row[id])] as const)));
  const sums = amounts.map((id) => {
    const units = rows.reduce((sum, row) => sum + scaled(Number(row[id]), 6), 0);
    return [id, textOrAmount(figure(units, 6))] as const;
  });
  const total = titleIn(language, DEMO_WORDS.total);
  return { columns, rows: shown, totals: { partner: total, ...Object.fromEntries(sums) } };
}

function textOrAmount(value: unknown): string | number | null {
  return typeof value === "string" || (typeof value === "number" && value !== 0) ? value : null;
}

/** The pivot with its measure named in the heading only, and its grand total below. */
function pivotSheet({ columns, rows, totals }: ReportResult, language: Language): AnswerSheet {
  const [field, , ...cells] = columns;
  const named = cells.map((cell) => {
    const [label] = cell.id.split("|");
    return { ...cell, title: label === "*" ? DEMO_WORDS.total : { zh: label, en: label } };
  });
  const details = rows.filter(({ level }) => level === 0);
  return {
    columns: [field, ...named],
    rows: details,
    totals: { ...totals, [field.id]: titleIn(language, DEMO_WORDS.total) },
  };
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ").trimEnd();
}

function verifiedLines({ verified: { ok, failures } }: Story, voice: Voice): readonly string[] {
  const verdict = titleIn(voice.language, ok ? DEMO_WORDS.holds : DEMO_WORDS.fails);
  return [`  ${verdict}`, ...failures.map((found) => `  ✗ ${message(voice, found)}`)];
}

/**
 * What came of the sample, for a person to read: tables aligned for a terminal, amounts with two decimals.
 */
export function demoSummary(story: Story, voice: Voice): string {
  const { language } = voice;
  const { post, path, asOf } = story;
  const say = (title: Title): string => titleIn(language, title);
  const table = (sheet: AnswerSheet): string => indented(textTable(sheet, language));
  const value = sharesSheet(story.warehouses, story.stock, { id: "value", title: DEMO_WORDS.value });
  const balance = sharesSheet(story.accounts, story.cash, { id: "balance", title: DEMO_WORDS.balance });
  const parts: readonly (readonly [Title, readonly string[]])[] = [
    [DEMO_WORDS.posted, [table(postedSheet(post, language))]],
    [DEMO_WORDS.refused, [...refusedLines(post, voice), `  ${say(DEMO_WORDS.onPurpose)}`]],
    [DEMO_WORDS.stock, [table(value(language))]],
    [DEMO_WORDS.partners, [table(partnersSheet(story, language))]],
    [DEMO_WORDS.cash, [table(balance(language))]],
    [DEMO_WORDS.sales, [table(pivotSheet(story.sales, language))]],
    [DEMO_WORDS.verified, verifiedLines(story, voice)],
    [DEMO_WORDS.saved, [`  ${resolve(path)}`, `  ${say(DEMO_WORDS.open)}`]],
  ];
  const told = parts.map(([heading, lines]) => `${say(heading)}\n${lines.join("\n")}\n`);
  return [`${say(DEMO_WORDS.title)} ${asOf}\n`, ...told].join("\n");
}
