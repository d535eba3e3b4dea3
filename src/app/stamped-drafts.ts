import { dayText } from "../domain/kernel/day";
import type { Moment } from "../domain/kernel/moment";
import type { Cell } from "../workbook/port";
import { newMark } from "./draft-marks";
import { type GivenTable, textOf } from "./given-table";

/**
 * Drafts with all that entering gives them: a rowId each in the order of the rows, one mark a document where
 * none was given, and on a document's first row the day and who enters it.
 */
export function stampedDrafts(moment: Moment, given: GivenTable, documents: readonly number[]): GivenTable {
  const columns = new Map(given.columns);
  const at = (id: string, row: number): string => textOf(given.columns.get(id)?.[row]);
  const fill = (id: string, value: (row: number) => Cell): void => {
    const cells = documents.map((_, row) =>
      at(id, row) === "" ? value(row) : (given.columns.get(id)?.[row] ?? null),
    );
    columns.set(id, cells);
  };
  const firsts = new Map(documents.map((document, row) => [document, row] as const).reverse());
  const isFirst = (row: number): boolean => firsts.get(documents[row]) === row;
  const marks = new Map<number, string>();
  const markOf = (row: number): string => {
    const mark = marks.get(documents[row]) ?? newMark(moment);
    marks.set(documents[row], mark);
    return mark;
  };
  documents.forEach((document, row) => {
    const mark = at("draft", row);
    if (mark !== "" && !marks.has(document)) marks.set(document, mark);
  });
  fill("rowId", () => moment.newId());
  fill("draft", markOf);
  fill("date", (row) => (isFirst(row) ? dayText(moment.today) : null));
  fill("handler", (row) => (isFirst(row) && moment.user !== "" ? moment.user : null));
  return { ...given, columns };
}
