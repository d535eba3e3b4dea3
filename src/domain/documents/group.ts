import { type Lines, NO_TYPE, REGISTERS, UNREAD_TYPE } from "../book/lines";
import type { Checked } from "../kernel/checked";
import { type Finding, finding } from "../kernel/finding";
import { byCodeUnit } from "../kernel/names";
import { documentTypes } from "./index";
import { placeOf } from "./place";

/** The documents that the lines form: which lines belong together, in the order of their sheet. */
export interface Documents {
  readonly count: number;
  /** Document d has members[starts[d]] … members[starts[d + 1] - 1], in the order written down. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
  /** Document of every line, -1 = none. */
  readonly ofLine: Int32Array;
}

const POSTED = 2;

/** The first line of a document, which bears its header. */
export function headOf(documents: Documents, document: number): number {
  return documents.members[documents.starts[document]];
}

/** The lines of a document, in the order in which they were written down. */
export function linesOf(documents: Documents, document: number): Int32Array {
  return documents.members.subarray(documents.starts[document], documents.starts[document + 1]);
}

/**
 * Which lines form a document. Posted rows go by their number; drafts by their draft mark, else a row with a
 * type starts a document unless type, date and partner repeat the row above, and a row without type continues
 * the one above. Finds ROW_OUT_OF_PLACE where there is none above to continue. Source: CONTRACT §2, documents
 * of drafts.
 */
export function groupDocuments(lines: Lines): Checked<Documents> {
  const findings: Finding[] = [];
  const ofLine = new Int32Array(lines.count).fill(-1);
  let count = 0;
  for (let register = 0; register < REGISTERS.length; register++) {
    count = groupRegister(lines, lines.offsets[register], lines.offsets[register + 1], {
      ofLine,
      count,
      findings,
      heads: [],
    });
  }
  return { value: inOwnOrder(lines, gathered(ofLine, count)), findings };
}

interface Grouping {
  readonly ofLine: Int32Array;
  readonly findings: Finding[];
  /** First row of each document of drafts, by document: what a blank header of its rows means. */
  readonly heads: number[];
  count: number;
}

function groupRegister(lines: Lines, from: number, to: number, grouping: Grouping): number {
  const { ofLine } = grouping;
  const numbered = numberedDocuments(lines, from, grouping);
  const byMark = new Map<string, number>();
  let above = -1;
  for (let line = from; line < to; line++) {
    if (lines.blank[line] === 1) continue;
    if (lines.status[line] >= POSTED) {
      ofLine[line] = numbered(line);
      above = -1;
    } else {
      ofLine[line] = draftDocument(lines, line, above, byMark, grouping);
      if (ofLine[line] !== -1) grouping.heads[ofLine[line]] ??= line;
      above = line;
    }
  }
  return grouping.count;
}

/**
 * The document of a posted line by its number. While the numbers of each type only rise, as they do in a
 * register that nobody sorted, no number can be one seen before and none is looked up.
 */
function numberedDocuments(
  { number, type, status }: Lines,
  from: number,
  grouping: Grouping,
): (line: number) => number {
  const highest = documentTypes.map(() => "");
  const index = new Map<string, number>();
  let indexed = from;
  let last = -1;
  const known = (line: number): number | undefined => {
    for (; indexed < line; indexed++) {
      const isNumbered = status[indexed] >= POSTED && number[indexed] !== "";
      if (isNumbered && grouping.ofLine[indexed] !== -1) index.set(number[indexed], grouping.ofLine[indexed]);
    }
    return index.get(number[line]);
  };
  return (line) => {
    const own = number[line];
    if (last !== -1 && own === number[last] && own !== "") return grouping.ofLine[last];
    const rises = own > highest[type[line]];
    const document = rises || own === "" ? undefined : known(line);
    if (rises) highest[type[line]] = own;
    last = line;
    return document ?? grouping.count++;
  };
}

function knownOrNew(index: Map<string, number>, key: string, grouping: Grouping): number {
  const known = index.get(key);
  if (known !== undefined) return known;
  index.set(key, grouping.count);
  return grouping.count++;
}

function draftDocument(
  lines: Lines,
  line: number,
  above: number,
  byMark: Map<string, number>,
  grouping: Grouping,
): number {
  const mark = lines.draft[line];
  if (lines.type[line] === UNREAD_TYPE) return grouping.count++;
  const typed = lines.type[line] !== NO_TYPE;
  if (mark !== "" && (typed || byMark.has(mark))) return knownOrNew(byMark, mark, grouping);
  const aboveDocument = above === -1 ? -1 : grouping.ofLine[above];
  if (aboveDocument !== -1 && mark === "" && (!typed || repeats(lines, line, grouping.heads[aboveDocument])))
    return aboveDocument;
  if (typed) return grouping.count++;
  if (lines.faulty[line] === 0)
    grouping.findings.push(finding("ROW_OUT_OF_PLACE", placeOf(lines, line, "type")));
  lines.faulty[line] = 1;
  return -1;
}

/**
 * Whether type, date and partner say again what the document above says, its blank cells filled in; where
 * they cannot be read, whether the same was typed.
 */
function repeats(lines: Lines, line: number, head: number): boolean {
  const { type, day, partner, unread } = lines;
  if (unread.size > 0 && unread.get(line) !== unread.get(head)) return false;
  return type[line] === type[head] && day[line] === day[head] && partner[line] === partner[head];
}

function gathered(ofLine: Int32Array, count: number): Documents {
  const starts = new Int32Array(count + 1);
  for (let line = 0; line < ofLine.length; line++) if (ofLine[line] !== -1) starts[ofLine[line] + 1]++;
  for (let document = 0; document < count; document++) starts[document + 1] += starts[document];
  const place = starts.slice(0, count);
  const members = new Int32Array(starts[count]);
  for (let line = 0; line < ofLine.length; line++)
    if (ofLine[line] !== -1) members[place[ofLine[line]]++] = line;
  return { count, starts, members, ofLine };
}

/**
 * Keeps the lines of a document in the order in which they were written down, wherever a sort of the sheet
 * has put them: posted ones by their line, drafts by their rowIds once all have one.
 */
function inOwnOrder(lines: Lines, documents: Documents): Documents {
  const { starts, members, ofLine } = documents;
  for (let i = 1; i < members.length; i++) {
    const document = ofLine[members[i]];
    if (document !== ofLine[members[i - 1]] || compareLines(lines, members[i - 1], members[i]) <= 0) continue;
    const own = members.subarray(starts[document], starts[document + 1]);
    if (lines.status[own[0]] >= POSTED || own.every((line) => lines.rowId[line] !== ""))
      own.sort((a, b) => compareLines(lines, a, b));
    i = starts[document + 1];
  }
  return documents;
}

function compareLines({ status, line, rowId }: Lines, a: number, b: number): number {
  const byLine = status[a] >= POSTED ? line[a] - line[b] : 0;
  return byLine || byCodeUnit(rowId[a], rowId[b]) || a - b;
}
