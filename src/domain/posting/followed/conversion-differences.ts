import { type Lines, NONE } from "../../book/lines";
import { VARIANCE } from "../../costing/moves";
import { zeroIfBlank } from "../../documents/amounts";
import { linesOf } from "../../documents/group";
import { documentTypes } from "../../documents/index";
import { comesIn, COST } from "../../documents/roles";
import type { Ledgers } from "../ledgers";

const CONVERTS = documentTypes.map(({ stock }) => stock === "convert");

/**
 * By line: what goods of an assembly or disassembly came in at beyond what had gone into it, labour and
 * overhead included (negative: below), since they bear a cost of their own; on the first of these. Smallest
 * units.
 * Source: DOMAIN §5.12.
 */
export function conversionDifferences(ledgers: Ledgers): ReadonlyMap<number, number> {
  const { book, documents, order, stock, costed } = ledgers;
  const { type } = book.lines;
  const sums = new Map<number, number>();
  const add = (line: number, amount: number): void => {
    const document = documents.ofLine[line];
    sums.set(document, (sums.get(document) ?? 0) + amount);
  };
  if (!order.some((line) => CONVERTS[type[line]])) return new Map();
  for (let move = 0; move < stock.moves.count; move++) {
    const line = stock.line[move];
    if (!CONVERTS[type[line]] || stock.moves.kind[move] === VARIANCE) continue;
    add(line, costed.value[move] + (costed.variance?.[move] ?? 0));
  }
  for (const line of order) if (CONVERTS[type[line]]) add(line, 0 - labourOf(book.lines, line));
  const told = [...sums].filter(([, amount]) => amount !== 0);
  return new Map(
    told.map(([document, amount]) => [bearer(book.lines, Array.from(linesOf(documents, document))), amount]),
  );
}

/** The line that one takes back, else itself. */
function originOf({ reverses }: Lines, line: number): number {
  return reverses[line] === NONE ? line : reverses[line];
}

/** Labour and overhead that a line says, or takes back. */
function labourOf(lines: Lines, line: number): number {
  const origin = originOf(lines, line);
  if (lines.role[origin] !== COST) return 0;
  const amount = zeroIfBlank(lines.value[origin]);
  return origin === line ? amount : 0 - amount;
}

/** The first of a document's lines that comes in at a cost of its own, else that comes in. */
function bearer(lines: Lines, own: readonly number[]): number {
  const { value, unitCost } = lines;
  const made = own.filter((line) => comesIn(lines, originOf(lines, line)) === true);
  const typed = made.find((line) => {
    const origin = originOf(lines, line);
    return !Number.isNaN(value[origin]) || !Number.isNaN(unitCost[origin]);
  });
  return typed ?? made.at(0) ?? own[0];
}
