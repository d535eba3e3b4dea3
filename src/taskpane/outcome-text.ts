import { anyError, type Finding } from "../domain/kernel/finding";
import type { PaneWords } from "../locales/pane-zh-cn";
import type { Outcome } from "../open-book/book-state";

/** What came of an action, as it is told: how well it went, in a sentence, and what there is to add. */
export interface OutcomeText {
  readonly intent: "success" | "warning" | "error" | "info";
  readonly title: string;
  readonly more: readonly string[];
}

/** How a finding is said, and in which words the rest. */
export interface Speaking {
  readonly words: PaneWords;
  readonly say: (finding: Finding) => string;
  /** Drafts there are now. */
  readonly drafts: number;
}

/** Actions whose answer is shown where it was asked for; only what keeps them from being done is told. */
const QUIET: ReadonlySet<string> = new Set(["preview", "show-report", "report"]);
/** Actions that the pane does for itself, or that are told of in full where they were asked for. */
const UNSEEN: ReadonlySet<string> = new Set(["choices", "try"]);

/** True of an action of which nothing need be told beside where it was asked for. */
export function isUnseen(verb: string): boolean {
  return UNSEEN.has(verb);
}

/** True where an outcome is to be told, and takes the place of the one before. */
export function isTold({ verb, value }: Outcome): boolean {
  return !isUnseen(verb) && (!QUIET.has(verb) || value === null);
}

const MOST_NUMBERS = 3;
const MOST_REASONS = 3;

/** What to tell of an action that came to an end; null where there is nothing to tell. */
export function outcomeText(outcome: Outcome, speaking: Speaking): OutcomeText | null {
  const { verb, value, findings, isCancelled } = outcome;
  const { words, say } = speaking;
  if (isCancelled) return { intent: "info", title: words.outcome.canceled, more: [] };
  if (value === null) {
    const errors = findings.filter(({ severity }) => severity === "error");
    return { intent: "error", title: words.outcome.failed, more: errors.slice(0, MOST_REASONS).map(say) };
  }
  return TOLD.get(verb)?.(outcome, value, speaking) ?? null;
}

type Telling = (outcome: Outcome, value: object, speaking: Speaking) => OutcomeText | null;

const TOLD: ReadonlyMap<string, Telling> = new Map<string, Telling>([
  ["check", ({ findings }, _, { words, drafts }) => checkText(findings, words, drafts)],
  ["post", (_, value, speaking) => postText(value, speaking)],
  ["recompute", (_, value, { words }) => good(words.outcome.recomputed(numberAt(value, "changed")))],
  ["close", (_, value, { words }) => (isDone(value) ? good(words.outcome.closed) : null)],
  ["reopen", (_, __, { words }) => good(words.outcome.reopened)],
  ["void", (_, value, { words }) => good(words.outcome.voided(textAt(value, "number")))],
  ["reverse", (_, value, { words }) => good(words.outcome.reversed(textAt(value, "number")))],
  ...["create", "repair"].map((verb): [string, Telling] => [
    verb,
    ({ findings }, value, speaking) => repairText(findings, value, speaking),
  ]),
]);

function isDone(value: object): boolean {
  return at(value, "ok") === true;
}

function good(title: string): OutcomeText {
  return { intent: "success", title, more: [] };
}

function checkText(findings: readonly Finding[], words: PaneWords, drafts: number): OutcomeText {
  if (!anyError(findings)) return good(words.outcome.checkedClean(drafts));
  const count = (of: Finding["severity"]): number =>
    findings.filter(({ severity }) => severity === of).length;
  const title = words.outcome.checked(count("error"), count("warning"), count("info"));
  return { intent: "warning", title, more: [] };
}

function postText(value: object, { words }: Speaking): OutcomeText {
  const numbers = listAt(value, "posted").map((posted) => textAt(posted, "number"));
  const refused = listAt(value, "refused").length;
  const { posted, nothingPosted, andMore } = words.outcome;
  const rest = numbers.length > MOST_NUMBERS ? [andMore(numbers.length - MOST_NUMBERS)] : [];
  return {
    intent: refused > 0 || numbers.length === 0 ? "warning" : "success",
    title: numbers.length === 0 ? nothingPosted : posted(numbers.length),
    more: [
      ...numbers.slice(0, MOST_NUMBERS),
      ...rest,
      ...(refused === 0 ? [] : [words.outcome.refused(refused)]),
    ],
  };
}

function repairText(findings: readonly Finding[], value: object, { words, say }: Speaking): OutcomeText {
  const { made, added, renamed, nothingMissing } = words.outcome;
  const counts = [
    { count: countAt(value, "tables"), text: made },
    { count: countAt(value, "columns"), text: added },
    { count: countAt(value, "renamed"), text: renamed },
  ];
  const parts = counts.filter(({ count }) => count > 0).map(({ count, text }) => text(count));
  return {
    intent: findings.length === 0 ? "success" : "warning",
    title: parts.length === 0 ? nothingMissing : parts.join(words.space),
    more: findings.slice(0, MOST_REASONS).map(say),
  };
}

function at(value: object, key: string): unknown {
  return Reflect.get(value, key);
}

function numberAt(value: object, key: string): number {
  const found = at(value, key);
  return typeof found === "number" ? found : 0;
}

function textAt(value: object, key: string): string {
  const found = at(value, key);
  return typeof found === "string" ? found : "";
}

function countAt(value: object, key: string): number {
  const found = at(value, key);
  return Array.isArray(found) ? found.length : 0;
}

function listAt(value: object, key: string): readonly object[] {
  const found = at(value, key);
  return Array.isArray(found)
    ? found.filter((each: unknown) => typeof each === "object" && each !== null)
    : [];
}
