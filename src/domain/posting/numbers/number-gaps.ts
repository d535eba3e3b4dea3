import { type Lines, STATUSES } from "../../book/lines";
import { type Documents, headOf, linesOf } from "../../documents/group";
import { placeOf } from "../../documents/place";
import { type Finding, finding } from "../../kernel/finding";

const POSTED = STATUSES.indexOf("posted");

/** What the log knows to have been posted and to be gone. */
export interface KnownGone {
  readonly number: string;
  /** "" = not known. */
  readonly line: string;
}

/**
 * NUMBER_GAP where between two numbers of one type and day others are missing, LINE_MISSING where between two
 * lines of a document one is; what the log tells of by itself is left out. Source: DOMAIN §2.1, §14.
 */
export function gaps(lines: Lines, documents: Documents, gone: readonly KnownGone[]): Finding[] {
  return [...numberGaps(lines, documents, gone), ...lineGaps(lines, documents, gone)];
}

/** The part of a number before its counter, and the counter; NaN where it ends in none. */
function taken(number: string): { readonly series: string; readonly counter: number } {
  const cut = number.lastIndexOf("-") + 1;
  const digits = number.slice(cut);
  return { series: number.slice(0, cut), counter: /^\d+$/.test(digits) ? Number(digits) : NaN };
}

function numberGaps(lines: Lines, documents: Documents, gone: readonly KnownGone[]): Finding[] {
  const series = new Map<string, { counter: number; line: number }[]>();
  const note = (number: string, line: number): void => {
    const { series: name, counter } = taken(number);
    const known = series.get(name);
    if (Number.isNaN(counter)) return;
    if (known === undefined) series.set(name, [{ counter, line }]);
    else known.push({ counter, line });
  };
  for (let document = 0; document < documents.count; document++) {
    const head = headOf(documents, document);
    if (lines.status[head] >= POSTED && lines.number[head] !== "") note(lines.number[head], head);
  }
  for (const { number } of gone) note(number, -1);
  return [...series.values()].flatMap((used) =>
    gapsOf(
      lines,
      used.sort((a, b) => a.counter - b.counter),
    ),
  );
}

function gapsOf(
  lines: Lines,
  used: readonly { readonly counter: number; readonly line: number }[],
): Finding[] {
  return used.slice(1).flatMap(({ counter, line }, i) => {
    const before = used[i];
    if (counter - before.counter < 2 || line === -1 || before.line === -1) return [];
    const facts = { number: lines.number[before.line], next: lines.number[line] };
    return [finding("NUMBER_GAP", placeOf(lines, line, "number"), facts)];
  });
}

function lineGaps(lines: Lines, documents: Documents, gone: readonly KnownGone[]): Finding[] {
  const known = new Set(gone.map(({ number, line }) => `${number}/${line}`));
  const found: Finding[] = [];
  for (let document = 0; document < documents.count; document++) {
    const members = linesOf(documents, document);
    if (members.length < 2 || lines.status[members[0]] < POSTED) continue;
    for (let i = 1; i < members.length; i++) {
      const number = lines.number[members[i]];
      const missing = lines.line[members[i - 1]] + 1;
      if (lines.line[members[i]] <= missing || known.has(`${number}/${String(missing)}`)) continue;
      found.push(finding("LINE_MISSING", placeOf(lines, members[i], "line"), { number, line: missing }));
    }
  }
  return found;
}
