import { type CodeTable, numberIn, type ParameterDefinition, type ReportParameters } from "./parameters";

/** The day at whose end the figures stand, that day included; today where nothing is said. */
export const asOf: ParameterDefinition = {
  id: "asOf",
  title: { zh: "截止日期", en: "As of" },
  kind: "day",
  fallback: "today",
};

/** First and last day of a report, both included; unbounded where nothing is said. */
export const dayRange: readonly ParameterDefinition[] = [
  { id: "from", title: { zh: "起始日期", en: "From" }, kind: "day", fallback: null },
  { id: "to", title: { zh: "结束日期", en: "To" }, kind: "day", fallback: null },
];

const CODE_TITLES = {
  item: { zh: "商品", en: "Item" },
  warehouse: { zh: "仓库", en: "Warehouse" },
  partner: { zh: "往来单位", en: "Partner" },
  account: { zh: "资金账户", en: "Account" },
} as const;

/** Only what belongs to one member of a master; all of them where nothing is said. */
export function only(id: keyof typeof CODE_TITLES): ParameterDefinition {
  const table: CodeTable = `${id}s`;
  return { id, title: CODE_TITLES[id], kind: "code", table, fallback: null };
}

/** The range of days asked for, both ends included. */
export function daysIn(parameters: ReportParameters): { readonly from: number; readonly to: number } {
  return { from: numberIn(parameters, "from", -Infinity), to: numberIn(parameters, "to", Infinity) };
}

/** The last days of a report's buckets; what the settings say where nothing is said. */
export const edges: ParameterDefinition = {
  id: "buckets",
  title: { zh: "区间（天）", en: "Buckets in days" },
  kind: "edges",
  fallback: null,
};

/** One of some words, each by its code with its names; nothing said = the fallback. */
export function word(
  id: string,
  title: readonly [string, string],
  said: {
    readonly words: Readonly<Record<string, readonly [string, string]>>;
    readonly fallback: string | null;
  },
): ParameterDefinition {
  const words = Object.entries(said.words).map(([code, [zh, en]]) => ({ code, title: { zh, en } }));
  return { id, title: { zh: title[0], en: title[1] }, kind: "word", words, fallback: said.fallback };
}

/** Whose debts are asked for. */
export const SIDES = { receivable: ["应收", "Receivable"], payable: ["应付", "Payable"] } as const;
