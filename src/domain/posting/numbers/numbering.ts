import { type Lines, STATUSES } from "../../book/lines";
import type { Settings } from "../../book/settings";
import { type Documents, headOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { dayText } from "../../kernel/day";

const POSTED = STATUSES.indexOf("posted");

/** How a book numbers its documents. */
export interface Numbering extends Pick<Settings, "numbering" | "station"> {
  /** Tells the numbers that the log knows, of documents that are gone from the registers too. */
  readonly told?: ((tell: (number: string) => void) => void) | undefined;
}

/** Letters of a date, as 20260130, that name the series. */
const DATED = { day: 8, month: 6 } as const;

/**
 * The part of a number before its counter, by line: type, day or month and, where there is one, the station.
 */
function seriesOf(lines: Lines, { numbering, station }: Numbering): (line: number) => string {
  const known = new Map<number, string>();
  return (line) => {
    const key = lines.day[line] * documentTypes.length + lines.type[line];
    const prefix = known.get(key);
    if (prefix !== undefined) return prefix;
    const date = dayText(lines.day[line]).replaceAll("-", "").slice(0, DATED[numbering]);
    const made = `${documentTypes[lines.type[line]].code}-${date}-${station === "" ? "" : `${station}-`}`;
    known.set(key, made);
    return made;
  };
}

/**
 * Gives each document, in the order given, the next free number of its type and date, `RK-20260130-0001`,
 * with a station `RK-20260130-B-0001`, by the month `RK-202601-0001`, in place; lines are counted from 1. A
 * number once used, by a void document too or one that the log alone knows, is never used again; one on
 * drafts alone was never used. Source: DOMAIN §2.1.
 */
export function allotNumbers(
  lines: Lines,
  documents: Documents,
  posting: readonly number[],
  numbering: Numbering,
): void {
  const series = seriesOf(lines, numbering);
  const prefixes = posting.map((document) => series(headOf(documents, document)));
  const nextFree = freeNumbers({ lines, documents, told: numbering.told }, prefixes);
  for (const document of posting) {
    const number = nextFree(series(headOf(documents, document)));
    const start = documents.starts[document];
    for (let i = start; i < documents.starts[document + 1]; i++) {
      lines.number[documents.members[i]] = number;
      lines.line[documents.members[i]] = i - start + 1;
    }
  }
}

/** Gives the next free number of any of these prefixes, another one each time it is asked. */
export function freeNumbers(used: UsedNumbers, prefixes: readonly string[]): (prefix: string) => string {
  const last = new Map(prefixes.map((prefix) => [prefix, 0]));
  if (last.size > 0) rememberUsed(used, last);
  return (prefix) => {
    const next = (last.get(prefix) ?? 0) + 1;
    last.set(prefix, next);
    return prefix + String(next).padStart(4, "0");
  };
}

/** Where numbers were used: by documents of the registers, and by those that the log knows. */
export interface UsedNumbers extends Pick<Numbering, "told"> {
  readonly lines: Lines;
  readonly documents: Documents;
}

function rememberUsed({ lines, documents, told }: UsedNumbers, last: Map<string, number>): void {
  const remember = (number: string): void => {
    const cut = number.lastIndexOf("-") + 1;
    const prefix = number.slice(0, cut);
    const known = last.get(prefix);
    const used = known === undefined ? NaN : Number(number.slice(cut));
    if (known !== undefined && used > known) last.set(prefix, used);
  };
  for (let document = 0; document < documents.count; document++) {
    const head = headOf(documents, document);
    if (lines.number[head] !== "" && lines.status[head] >= POSTED) remember(lines.number[head]);
  }
  told?.(remember);
}
