import { STATUSES } from "../domain/book/lines";
import type { Checked } from "../domain/kernel/checked";
import { nearest } from "../domain/kernel/nearest";
import type { ReadBook } from "../read/read-book";
import { badStep } from "./options";

const POSTED = STATUSES.indexOf("posted");

/**
 * The lines of the posted document that bears a number, in the order of its lines; BAD_STEP and null where
 * none does.
 */
export function postedDocument({ book }: ReadBook, number: string): Checked<readonly number[] | null> {
  const { lines } = book;
  const own: number[] = [];
  for (let line = 0; line < lines.count; line++)
    if (lines.number[line] === number && lines.status[line] >= POSTED) own.push(line);
  if (own.length > 0) return { value: own.sort((a, b) => lines.line[a] - lines.line[b]), findings: [] };
  const numbers = lines.number.filter((each) => each !== "");
  return { value: null, findings: [badStep(`number ${number}`, nearest(number, numbers))] };
}
