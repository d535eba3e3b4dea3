import { titleIn, type Language } from "../../domain/kernel/title";
import type { AnswerSheet, Shown } from "./sheet";

const TOTAL = { zh: "合计", en: "Total" };
const SUBTOTAL = { zh: "小计", en: "Subtotal" };

type Row = AnswerSheet["rows"][number];

/** The row with a word in its first blank cell among these columns, so that it is known for a sum. */
function labelled(row: Row, ids: readonly string[], label: string): Row {
  const free = ids.find((id) => row[id] === null || row[id] === undefined);
  return free === undefined ? row : { ...row, [free]: label };
}

function isAbove(level: Shown): boolean {
  return typeof level === "number" && level > 0;
}

/**
 * The rows as a person reads them: sums bear a word, the level of a pivot's rows is not shown, and its grand
 * total stands only once, at the foot.
 */
export function totalled({ columns, rows, totals }: AnswerSheet, language: Language): AnswerSheet {
  const level = columns.findIndex(({ id }) => id === "level");
  const fields = columns.slice(0, level === -1 ? 1 : level).map(({ id }) => id);
  const foot = totals ? labelled(totals, fields, titleIn(language, TOTAL)) : null;
  if (level === -1) return { columns, rows, totals: foot };
  const sums = rows.map((row) =>
    isAbove(row["level"]) ? labelled(row, fields, titleIn(language, SUBTOTAL)) : row,
  );
  return {
    columns: columns.filter(({ id }) => id !== "level"),
    rows: foot === null ? sums : sums.filter((row) => row["level"] !== -1),
    totals: foot,
  };
}
