import type { TableDefinition } from "./definition";
import { dunningEvents } from "./words";

/** From how many days overdue on a debt is asked for, and in which words; a blank text = the usual ones. */
export const dunningLevels: TableDefinition = {
  id: "dunningLevels",
  title: { zh: "催款级别", en: "Dunning levels" },
  role: "master",
  yields: true,
  columns: [
    { id: "level", title: { zh: "级别", en: "Level" }, kind: "whole", key: true },
    { id: "days", title: { zh: "逾期天数", en: "Days overdue" }, kind: "whole" },
    { id: "letterZh", title: { zh: "中文信函", en: "Letter in Chinese" }, kind: "text", width: 40 },
    { id: "letterEn", title: { zh: "英文信函", en: "Letter in English" }, kind: "text", width: 40 },
  ],
};

/** What was done about debts that are overdue, or agreed with who owes them; one row each, in their order. */
export const dunning: TableDefinition = {
  id: "dunning",
  title: { zh: "催款记录", en: "Dunning" },
  role: "master",
  yields: true,
  columns: [
    { id: "number", title: { zh: "单号", en: "Number" }, kind: "code", width: 20 },
    { id: "line", title: { zh: "期次", en: "Instalment" }, kind: "whole" },
    { id: "date", title: { zh: "日期", en: "Date" }, kind: "day" },
    { id: "event", title: { zh: "事项", en: "Event" }, kind: "word", words: dunningEvents },
    { id: "level", title: { zh: "级别", en: "Level" }, kind: "whole" },
    { id: "until", title: { zh: "承诺付款日", en: "Promised for" }, kind: "day" },
    { id: "note", title: { zh: "备注", en: "Note" }, kind: "text", width: 24 },
  ],
};
