import type { TableDefinition } from "./definition";

/** The parameters of the book, one a row; what keys there are is told in setting-keys.ts. */
export const settings: TableDefinition = {
  id: "settings",
  title: { zh: "参数", en: "Settings" },
  role: "settings",
  columns: [
    { id: "key", title: { zh: "参数", en: "Setting" }, kind: "text", key: true, width: 28 },
    { id: "value", title: { zh: "值", en: "Value" }, kind: "text", width: 24 },
  ],
};
