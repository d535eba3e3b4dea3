import type { Language } from "../../domain/kernel/title";
import { textTable } from "./text-table";

const WHY: Readonly<Partial<Record<string, Readonly<Record<Language, string>>>>> = {
  reference: { "zh-CN": "单据互相注明", "en-US": "one names the other" },
  exact: { "zh-CN": "金额相同", "en-US": "same amount" },
  subset: { "zh-CN": "几笔合计相同", "en-US": "several come to it" },
  oldest: { "zh-CN": "到期最早", "en-US": "due first" },
};

const COLUMNS = [
  { id: "partner", title: { zh: "往来单位", en: "Partner" }, kind: "code" },
  { id: "credit", title: { zh: "收付款或贷项", en: "Credit" }, kind: "code" },
  { id: "debit", title: { zh: "被核销单号", en: "Debt" }, kind: "code" },
  { id: "amount", title: { zh: "金额", en: "Amount" }, kind: "money" },
  { id: "why", title: { zh: "理由", en: "Why" }, kind: "text" },
];

interface Proposal {
  readonly partner: string;
  readonly credit: string;
  readonly debit: string;
  readonly amount: number;
  readonly why: string | null;
}

/** An answer of proposals for settling, and the numbers posted for them. */
export interface Proposals {
  readonly proposals: readonly Proposal[];
  readonly posted: readonly string[];
}

/** True for such an answer. */
export function isProposals(value: object): value is Proposals {
  return "proposals" in value && Array.isArray(value.proposals);
}

/** Proposals for a person: a line each with its reason, then what was posted; "" where there are none. */
export function proposalsText({ proposals, posted }: Proposals, language: Language): string {
  if (proposals.length === 0) return "";
  const rows = proposals.map((proposal) => ({
    ...proposal,
    why: proposal.why === null ? null : (WHY[proposal.why]?.[language] ?? proposal.why),
  }));
  const done = language === "zh-CN" ? "已过账" : "posted";
  return (
    textTable({ columns: COLUMNS, rows }, language) + posted.map((number) => `${done}  ${number}\n`).join("")
  );
}
