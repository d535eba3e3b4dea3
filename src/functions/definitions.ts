import { NONE } from "../domain/book/lines";
import type { Day } from "../domain/kernel/day";
import type { Title } from "../domain/kernel/title";
import type { AskedFigures } from "../domain/reports/asked-figures";

/** What an argument is: a code of a master, or a day. */
export type ArgumentKind = "item" | "warehouse" | "partner" | "asOf";

/** One argument of a worksheet function, in its place. */
export interface ArgumentDefinition {
  readonly kind: ArgumentKind;
  readonly title: Title;
  readonly tells: Title;
  readonly optional?: true;
}

/** The arguments of a call by kind: places in the masters (NONE = not said) and the last day that counts. */
export interface Asked {
  readonly item: number;
  readonly warehouse: number;
  readonly partner: number;
  readonly asOf: Day;
}

/** A function that cells can call: its id behind `TZ.`, what Excel tells of it, and what it answers. */
export interface FunctionDefinition {
  readonly id: string;
  readonly tells: Title;
  readonly takes: readonly ArgumentDefinition[];
  /** null = there is no such figure. */
  answer(figures: AskedFigures, asked: Asked): number | null;
}

/** Arguments that a call does not say. */
export const NOT_ASKED: Omit<Asked, "asOf"> = { item: NONE, warehouse: NONE, partner: NONE };

const item: ArgumentDefinition = {
  kind: "item",
  title: { zh: "商品", en: "item" },
  tells: { zh: "商品编码、条码或唯一的名称", en: "An item's code, barcode, or name where only one bears it" },
};
const warehouse: ArgumentDefinition = {
  kind: "warehouse",
  title: { zh: "仓库", en: "warehouse" },
  tells: {
    zh: "仓库编码或名称；不填为所有仓库",
    en: "A warehouse's code or name; all of them where left out",
  },
  optional: true,
};
const partner: ArgumentDefinition = {
  kind: "partner",
  title: { zh: "往来单位", en: "partner" },
  tells: { zh: "往来单位的编码或唯一的名称", en: "A partner's code, or name where only one bears it" },
};
const asOf: ArgumentDefinition = {
  kind: "asOf",
  title: { zh: "截止日期", en: "asOf" },
  tells: { zh: "日期，含当日；不填为今天", en: "A date, that day included; today where left out" },
  optional: true,
};

/** Every worksheet function. */
export const functionDefinitions: readonly FunctionDefinition[] = [
  {
    id: "ONHAND",
    tells: {
      zh: "已过账的库存数量（基本单位），截至某日日终",
      en: "The quantity in stock from posted documents, in the item's own unit, at the end of a day",
    },
    takes: [item, warehouse, asOf],
    answer: (figures, asked) => figures.onHand(asked),
  },
  {
    id: "AVAILABLE",
    tells: {
      zh: "今天的可用量：库存数量（待检、不良、在途仓的除外）减去未出库的销售订单占用量",
      en:
        "What can be promised today: the quantity in stock, less what waits for inspection, was rejected or is on " +
        "its way, less what open sales orders hold back",
    },
    takes: [item, warehouse],
    answer: (figures, asked) => figures.available(asked),
  },
  {
    id: "COST",
    tells: {
      zh: "库存的单位成本（六位小数），截至某日日终；没有库存时为 #N/A",
      en: "What one unit in stock cost, with 6 decimals, at the end of a day; #N/A where nothing is there",
    },
    takes: [item, warehouse, asOf],
    answer: (figures, asked) => figures.unitCost(asked),
  },
  {
    id: "OWED",
    tells: {
      zh: "未结往来，已减预收预付：客户为应收，供应商为应付，两者兼是为应收减应付",
      en: "What is open less advances: what a customer owes us, what we owe a supplier; of one who is both, receivable less payable",
    },
    takes: [partner, asOf],
    answer: (figures, asked) => figures.owed(asked.partner, asked.asOf),
  },
];
