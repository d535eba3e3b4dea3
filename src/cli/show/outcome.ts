import type { Finding } from "../../domain/kernel/finding";
import { titleIn, type Language, type Title } from "../../domain/kernel/title";

/** What is said where a verb has nothing to show, so that nobody wonders whether it was done. */
const NOTHING: Readonly<Partial<Record<string, Title>>> = {
  check: { zh: "没有发现问题。", en: "Nothing was found." },
  post: { zh: "没有可过账的草稿。", en: "There are no drafts to post." },
  verify: { zh: "自检通过。", en: "The self-check holds." },
  recompute: { zh: "派生表已是最新。", en: "The derived tables are up to date." },
  approve: { zh: "没有改动。", en: "Nothing was changed." },
  unapprove: { zh: "没有改动。", en: "Nothing was changed." },
  discard: { zh: "没有改动。", en: "Nothing was changed." },
  convert: { zh: "账簿已转换。", en: "The book is converted." },
  match: { zh: "没有可核销的。", en: "There is nothing to settle." },
  unmatch: { zh: "没有可撤销的核销。", en: "There is nothing to undo." },
  dun: { zh: "没有应催的款项。", en: "Nothing is to be dunned." },
  table: { zh: "没有行。", en: "There are no rows." },
  report: { zh: "没有行。", en: "There are no rows." },
};

/** One sentence for a verb that has nothing to show; "" for one that always has. */
export function nothing(verb: string, language: Language): string {
  const said = NOTHING[verb];
  return said === undefined ? "" : `${titleIn(language, said)}\n`;
}

const COUNTED: readonly (readonly [Finding["severity"], Title, Title])[] = [
  ["error", { zh: "个错误", en: "error" }, { zh: "个错误", en: "errors" }],
  ["warning", { zh: "个警告", en: "warning" }, { zh: "个警告", en: "warnings" }],
  ["info", { zh: "个提示", en: "note" }, { zh: "个提示", en: "notes" }],
];

/** How many findings of each severity there are; "" where there are none. */
export function counted(findings: readonly Finding[], language: Language): string {
  const parts = COUNTED.flatMap(([severity, one, more]) => {
    const count = findings.filter((found) => found.severity === severity).length;
    return count === 0 ? [] : [`${String(count)} ${titleIn(language, count === 1 ? one : more)}`];
  });
  return parts.length === 0 ? "" : `${parts.join(titleIn(language, { zh: "，", en: ", " }))}\n`;
}
