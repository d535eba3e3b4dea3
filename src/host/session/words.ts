/** The languages that the host speaks. */
export type Locale = "zh-CN" | "en-US";

/** What Excel itself writes into a workbook, by language. */
export interface Words {
  /** What the first cell of a new totals row says. */
  readonly total: string;
  /** Before the number of a new sheet. */
  readonly sheet: string;
  readonly table: string;
}

/** The words of each language. */
export const wordsIn: Readonly<Record<Locale, Words>> = {
  "zh-CN": { total: "汇总", sheet: "Sheet", table: "表" },
  "en-US": { total: "Total", sheet: "Sheet", table: "Table" },
};
