import { type Lines, STATUSES } from "../../book/lines";
import { placeOf } from "../../documents/place";
import { type Finding, finding } from "../../kernel/finding";
import type { Ledgers } from "../ledgers";
import { askedBy, meantParts, type NumberedPart, type Reference } from "./meant-document";

const VOID = STATUSES.indexOf("void");

/** A reference that names another number from now on. */
export interface RewrittenReference {
  readonly line: number;
  readonly column: Reference["column"];
  readonly text: string;
  /** The numbers named now that were not before. */
  readonly numbers: readonly string[];
}

/** References as they are to be. */
export interface RewrittenReferences {
  readonly cells: readonly RewrittenReference[];
  /** REF_AMBIGUOUS for each that could mean another document too. */
  readonly findings: readonly Finding[];
}

/** The documents that bear each number, with those that they will bear. */
type Parts = ReadonlyMap<string, readonly NumberedPart[]>;

/** One of the texts between the `;` of a cell, in its pieces. */
interface Piece {
  /** The number named. */
  readonly number: string;
  readonly place: string | null;
  readonly amount: string | null;
  /** The same with other numbers instead. */
  readonly naming: (numbers: readonly string[]) => string;
}

/**
 * Every reference, of posted rows and drafts in all registers, to a number that several documents bear, as
 * it names the document that it means; of one cell every reference by itself, all else of the cell as it is.
 */
export function rewrittenReferences(ledgers: Ledgers, parts: Parts): RewrittenReferences {
  const { lines } = ledgers.book;
  const cells: RewrittenReference[] = [];
  const findings: Finding[] = [];
  const naming: Naming = { ledgers, parts, settled: new Map() };
  for (let line = 0; line < lines.count; line++) {
    for (const column of ["ref", "against"] as const) {
      if (lines[column][line] === "") continue;
      const { text, numbers, found } = rewrittenCell(naming, { line, column });
      if (text !== lines[column][line]) cells.push({ line, column, text, numbers });
      findings.push(...found);
    }
  }
  return { cells, findings };
}

/** What references are read with; `settled` = what those read so far settle, by number. */
interface Naming {
  readonly ledgers: Ledgers;
  readonly parts: Parts;
  readonly settled: Map<string, number>;
}

interface Cell {
  readonly line: number;
  readonly column: Reference["column"];
}

function rewrittenCell(naming: Naming, { line, column }: Cell) {
  const { lines } = naming.ledgers.book;
  const numbers: string[] = [];
  const found: Finding[] = [];
  const pieces = lines[column][line].split(/([;；])/).map((text) => {
    const piece = pieceOf(text, naming.parts);
    const named = piece === null ? undefined : naming.parts.get(piece.number);
    if (piece === null || named === undefined) return text;
    const { now, isSure } = meantNumbers(naming, { line, column, ...piece }, named);
    numbers.push(...now.filter((number) => number !== piece.number));
    if (!isSure && lines.status[line] !== VOID)
      found.push(ambiguous(lines, { line, column }, { now, named }));
    return piece.naming(now);
  });
  return { text: pieces.join(""), numbers, found };
}

/** The numbers that a reference means from now on; what it settles of them is remembered. */
function meantNumbers(
  { ledgers, settled }: Naming,
  reference: Reference,
  parts: readonly NumberedPart[],
): { readonly now: readonly string[]; readonly isSure: boolean } {
  const { lines, settings } = ledgers.book;
  const meant = meantParts(ledgers, reference, { parts, settled });
  const now = meant.parts.map(({ number }) => number);
  if (reference.column === "against") {
    const before = settled.get(now[0]) ?? 0;
    settled.set(now[0], before + askedBy(lines, reference, settings.moneyDecimals));
  }
  return { now, isSure: meant.isSure };
}

/** `NUMBER`, `NUMBER/PLACE`, each perhaps with `:AMOUNT`; null where it names none of the numbers. */
function pieceOf(text: string, parts: Parts): Piece | null {
  const [, before, name, tail] = /^(\s*)([^:：]*?)(\s*(?:[:：].*)?)$/s.exec(text) ?? ["", "", "", ""];
  const slash = name.lastIndexOf("/");
  const isWhole = parts.has(name);
  const number = isWhole || slash === -1 ? name : name.slice(0, slash);
  if (!parts.has(number)) return null;
  const place = isWhole ? null : name.slice(slash + 1);
  const amount = /[:：]\s*(.*?)\s*$/s.exec(tail)?.[1] ?? null;
  const end = (place === null ? "" : `/${place}`) + tail;
  return { number, place, amount, naming: (numbers) => numbers.map((each) => before + each + end).join(";") };
}

function ambiguous(
  lines: Lines,
  { line, column }: Cell,
  { now, named }: { readonly now: readonly string[]; readonly named: readonly NumberedPart[] },
): Finding {
  const others = named.map(({ number }) => number).filter((number) => !now.includes(number));
  const facts = { taken: now.join(";"), other: others.length === 0 ? null : others.join(";") };
  return finding("REF_AMBIGUOUS", placeOf(lines, line, column), facts);
}
