import type { Language, Title } from "../domain/kernel/title";

/** Why a worksheet function has no figure: said beside #N/A or #VALUE!. */
export type FunctionTrouble =
  | "loading"
  | "none"
  | "broken"
  | "unreadable"
  | "blank"
  | "nothing-there"
  | "item"
  | "warehouse"
  | "partner"
  | "day";

/** What was typed, and what may have been meant. */
export interface FunctionFacts {
  readonly value: string;
  readonly nearest: string | null;
}

const SAID: Readonly<Record<FunctionTrouble, Title>> = {
  loading: { zh: "账簿正在读取，请稍候", en: "The book is being read, one moment" },
  none: { zh: "这个工作簿里没有账簿", en: "There is no book in this workbook" },
  broken: {
    zh: "账簿缺少表或列，请在任务窗格中修复",
    en: "The book lacks tables or columns: mend it in the pane",
  },
  unreadable: { zh: "现在无法读取账簿", en: "The book cannot be read now" },
  blank: { zh: "编码为空", en: "The code is blank" },
  "nothing-there": {
    zh: "没有库存，也就没有单位成本",
    en: "Nothing is there, so that there is no unit cost",
  },
  item: { zh: "没有商品“{value}”", en: "There is no item “{value}”" },
  warehouse: { zh: "没有仓库“{value}”", en: "There is no warehouse “{value}”" },
  partner: { zh: "没有往来单位“{value}”", en: "There is no partner “{value}”" },
  day: { zh: "“{value}”不是 1980 年至 2199 年的日期", en: "“{value}” is not a date from 1980 to 2199" },
};

const PERHAPS: Title = { zh: "；是不是“{nearest}”？", en: "; is it “{nearest}”?" };

/** The sentence of a trouble; the nearest code is offered where there is one. */
export function functionTrouble(
  language: Language,
  trouble: FunctionTrouble,
  { value, nearest }: FunctionFacts = { value: "", nearest: null },
): string {
  const said = (title: Title): string => (language === "zh-CN" ? title.zh : title.en);
  const sentence = said(SAID[trouble]).replace("{value}", () => value);
  return nearest === null ? sentence : sentence + said(PERHAPS).replace("{nearest}", () => nearest);
}
