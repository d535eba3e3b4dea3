import { type Lines, STATUSES, UNREAD_TYPE } from "../../book/lines";
import { type Documents, headOf, linesOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { byCodeUnit } from "../../kernel/names";

const POSTED = STATUSES.indexOf("posted");

/** Codes of types that stand in several registers, so that two of them may bear one number. */
const SHARED = new Set(
  documentTypes.map(({ code }) => code).filter((code, i, codes) => codes.indexOf(code) !== i),
);

/** Documents that bear one number. */
export interface NumberClash {
  readonly number: string;
  /** The lines of each, in the order of the document; that whose first row has the earliest rowId first. */
  readonly parts: readonly (readonly number[])[];
}

/**
 * The numbers that several posted documents bear, as two people who post at once without a station code may
 * give them, and which rows are whose: by draft mark, else by when they were posted, by partner, type and
 * day, else by where the lines begin anew in the order of the rowIds. Rows without a rowId of their own are
 * copies and no document: their number is left out, and so is one whose rows cannot be told apart. Source:
 * DOMAIN §2.1.
 */
export function numberClashes(lines: Lines, documents: Documents): readonly NumberClash[] {
  const byNumber = new Map<string, (readonly number[])[]>();
  for (let document = 0; document < documents.count; document++) {
    const head = headOf(documents, document);
    const number = lines.number[head];
    if (number === "" || !(lines.status[head] >= POSTED)) continue;
    const isDoubled = isTwice(lines, linesOf(documents, document));
    if (!isDoubled && !isShared(lines.type[head])) continue;
    const own = Array.from(linesOf(documents, document));
    byNumber.set(number, [...(byNumber.get(number) ?? []), ...(isDoubled ? apart(lines, own) : [own])]);
  }
  const several = [...byNumber].filter(([, parts]) => parts.length > 1 && areOwn(lines, parts.flat()));
  return several.map(([number, parts]) => ({
    number,
    parts: parts.sort(([a], [b]) => byCodeUnit(lines.rowId[a], lines.rowId[b])),
  }));
}

/** Whether a type that can be read stands in several registers. */
function isShared(type: number): boolean {
  return type < UNREAD_TYPE && SHARED.has(documentTypes[type].code);
}

/** Whether a line number stands twice among lines in their order. */
function isTwice({ line }: Lines, own: Int32Array | readonly number[]): boolean {
  for (let i = 1; i < own.length; i++) if (line[own[i]] === line[own[i - 1]]) return true;
  return false;
}

function areOwn({ rowId }: Lines, all: readonly number[]): boolean {
  const ids = new Set(all.map((line) => rowId[line]));
  return ids.size === all.length && !ids.has("");
}

/** The rows under one number as the documents that they are; one part where that cannot be told. */
function apart(lines: Lines, own: readonly number[]): readonly (readonly number[])[] {
  const { draft, postedAt, type, partner, day } = lines;
  const marked = (line: number): readonly unknown[] => [draft[line]];
  const posted = (line: number): readonly unknown[] => [draft[line], postedAt[line]];
  const headed = (line: number): readonly unknown[] => [
    ...posted(line),
    ...[type[line], partner[line], day[line]],
  ];
  for (const key of [marked, posted, headed]) {
    const parts = groupedBy(own, (line) => JSON.stringify(key(line)));
    if (parts.length > 1 && !parts.some((part) => isTwice(lines, part))) return parts;
  }
  return begunAnew(lines, own);
}

function groupedBy(own: readonly number[], key: (line: number) => string): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const line of own) groups.set(key(line), [...(groups.get(key(line)) ?? []), line]);
  return [...groups.values()];
}

/** In the order of their rowIds a document begins where the lines do not go on. */
function begunAnew({ line, rowId }: Lines, own: readonly number[]): readonly (readonly number[])[] {
  const inOrder = [...own].sort((a, b) => byCodeUnit(rowId[a], rowId[b]));
  const parts: number[][] = [];
  inOrder.forEach((each, i) => {
    if (i === 0 || line[each] <= line[inOrder[i - 1]]) parts.push([]);
    parts.at(-1)?.push(each);
  });
  const first = line[own[0]];
  return parts.every(([head]) => line[head] === first) ? parts : [own];
}
