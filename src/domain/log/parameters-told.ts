import type { Book } from "../book/book";
import type { Term } from "../book/masters";
import { DEFAULT_SETTINGS, type Settings } from "../book/settings";
import { NONE } from "../book/lines";
import { type Finding, finding } from "../kernel/finding";
import { figure } from "../kernel/numbers";
import type { LogRow } from "./log-row";
import { partsOf, textsAt, type ToldBeside } from "./posted-cells";

/** Settings that say what posted documents come to: when they are owed, and what shares one cost. */
const KEYS = ["receivableOn", "payableOn", "costingScope"] as const;

/**
 * Settings that what is posted, or comes beside it, follows from and that a book may come to say otherwise.
 */
const POLICIES = [
  ...(["sameDayOrder", "shortageCost", "shortageSettlement", "landedCost", "accrual"] as const),
  ...(["salesReturnCost", "purchaseReturnCost", "countGainCost", "batchCost", "transferDate"] as const),
  ...(["taxpayer", "standards", "taxRounding", "priceIncludesTax", "moneyDecimals", "moneyStep"] as const),
];

/** What the log tells of terms (code, what they ask) and settings (key, word) that posted rows rest on. */
type Named = readonly [name: string, says: string];

const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ...settingsIn(DEFAULT_SETTINGS),
  ...policiesIn(DEFAULT_SETTINGS),
]);

/**
 * Tells what a book's settings and terms say to posted rows: of settings what is not said by itself, of terms
 * those that the rows are under, their own or their partner's. Policies are told though none says anything,
 * as rows that tell of none are of a version that did not know them.
 */
export function parametersTold(book: Book): ToldBeside {
  const said = (all: readonly Named[]): readonly Named[] =>
    all.filter(([key, is]) => is !== DEFAULTS.get(key));
  const own = said(settingsIn(book.settings));
  const policies = `"policies":${JSON.stringify(said(policiesIn(book.settings)))}`;
  const settings = [policies, ...(own.length === 0 ? [] : [`"settings":${JSON.stringify(own)}`])];
  const known = termsIn(book.masters.terms);
  if (known.size === 0) return () => settings.join(",");
  const partners = new Map(book.masters.partners.map(({ code, terms }) => [code, terms]));
  return (rows) => {
    const [totals, typed, partner] = ["total", "terms", "partner"].map((id) => textsAt(rows, id));
    const used = new Set(typed.map((code, i) => (totals[i] === "" ? "" : code || partners.get(partner[i]))));
    const terms = [...known].filter(([code]) => used.has(code));
    return [...settings, ...(terms.length === 0 ? [] : [`"terms":${JSON.stringify(terms)}`])].join(",");
  };
}

function settingsIn(settings: Settings): readonly Named[] {
  return KEYS.map((key) => [key, settings[key] ?? scopeOf(settings)]);
}

function policiesIn(settings: Settings): readonly Named[] {
  return POLICIES.map((key) => [key, key === "moneyStep" ? coinText(settings) : policyText(settings[key])]);
}

function policyText(says: string | number | boolean): string {
  return typeof says === "boolean" ? (says ? "yes" : "no") : String(says);
}

/** The smallest coin as it is typed; "" = any amount. */
function coinText({ moneyStep, moneyDecimals }: Settings): string {
  return moneyStep === 1 ? "" : String(figure(moneyStep, moneyDecimals));
}

/** What a blank scope means. */
function scopeOf({ costing }: Settings): string {
  return costing === "monthly-average" ? "company" : "warehouse";
}

/** What terms ask, their lines one after the other, by their code. */
function termsIn(terms: readonly Term[]): ReadonlyMap<string, string> {
  const byCode = new Map<string, string>();
  for (const term of terms) {
    const before = byCode.get(term.code);
    byCode.set(term.code, before === undefined ? termText(term) : `${before}; ${termText(term)}`);
  }
  return byCode;
}

/** One line of terms: what it asks, then what differs from "at once". */
function termText(term: Term): string {
  const { kind, value, months, day, days, endOfMonth, discountPercent, discountDays, discountBase } = term;
  const parts = [
    ...[kind, Number.isNaN(value) ? "" : String(figure(value, 6))],
    ...[months === 0 ? "" : `months ${String(months)}`, day === NONE ? "" : `day ${String(day)}`],
    ...[days === 0 ? "" : `days ${String(days)}`, endOfMonth === "none" ? "" : `month end ${endOfMonth}`],
    ...(discountPercent === null
      ? []
      : [`less ${String(figure(discountPercent, 6))} % of ${discountBase} by ${String(discountDays ?? "")}`]),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/**
 * PARAMETER_CHANGED for each of these settings, and for terms, that no longer say what they said when they
 * were first posted with, and for each policy that no longer says what it said at the last post: what was
 * posted comes out otherwise. Source: CONTRACT §3, DOMAIN §15.
 */
export function parameterFindings(book: Book, rows: readonly LogRow[]): readonly Finding[] {
  const posts = rows.filter(({ action, column }) => action === "post" && column === "");
  if (posts.length === 0) return [];
  return [...changedSettings(book, posts), ...changedPolicies(book, posts), ...changedTerms(book, posts)];
}

function changedSettings({ settings }: Book, posts: readonly LogRow[]): readonly Finding[] {
  const first = posts.reduce((earliest, post) => (post.time < earliest.time ? post : earliest));
  const told = new Map(toldIn(first, "settings"));
  return settingsIn(settings).flatMap(([name, is]) => {
    const was = told.get(name) ?? DEFAULTS.get(name) ?? "";
    return changed("settings", { name, was, is });
  });
}

/** What the last post that tells of policies says of them; those of a book that never told are not known. */
function changedPolicies({ settings }: Book, posts: readonly LogRow[]): readonly Finding[] {
  const telling = posts.filter(({ after }) => after.includes('"policies":'));
  if (telling.length === 0) return [];
  const last = telling.reduce((latest, post) => (post.time < latest.time ? latest : post));
  const told = new Map(toldIn(last, "policies"));
  return policiesIn(settings).flatMap(([name, is]) => {
    const was = told.get(name) ?? DEFAULTS.get(name) ?? "";
    return changed("settings", { name, was, is });
  });
}

function changedTerms({ masters }: Book, posts: readonly LogRow[]): readonly Finding[] {
  const now = termsIn(masters.terms);
  const first = new Map(posts.flatMap((post) => toldIn(post, "terms")).reverse());
  return [...first].flatMap(([name, was]) => changed("terms", { name, was, is: now.get(name) ?? "" }));
}

interface Change {
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

function changed(table: "settings" | "terms", { name, was, is }: Change): readonly Finding[] {
  if (was === is) return [];
  const place = { table, row: 0, rowId: null, column: table === "settings" ? "value" : "code" };
  return [finding("PARAMETER_CHANGED", place, { name, was: was || null, is: is || null })];
}

function toldIn({ after }: LogRow, part: "settings" | "policies" | "terms"): readonly Named[] {
  if (!after.includes(`"${part}":`)) return [];
  const told: unknown = partsOf(after)[part];
  const all: readonly unknown[] = Array.isArray(told) ? told : [];
  return all.flatMap((one): Named[] => {
    const [name = "", says = ""] = Array.isArray(one) ? one.map(String) : [];
    return name === "" ? [] : [[name, says]];
  });
}
