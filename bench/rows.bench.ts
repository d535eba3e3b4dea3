import { execFileSync } from "node:child_process";
import { documentTypes } from "../src/domain/documents/index";
import { groupDocuments } from "../src/domain/documents/group";
import { arisingOnInvoice, resolveReferences } from "../src/domain/documents/references";
import { ledgersFrom, linesInOrder, quantitiesOf, stands } from "../src/domain/posting/ledgers";
import { selfCheck } from "../src/domain/posting/self-check";
import { readBook } from "../src/read/read-book";
import type { TableCells } from "../src/workbook/port";
import { floorMovingAverage } from "./floor";
import { measure, tell } from "./measure";
import { registerRows } from "./registers";
import type { Work } from "./work";

/**
 * From rows of cells to every balance: read and validated, grouped, costed, payments settled oldest first,
 * tied.
 */
function balances(tables: readonly TableCells[]): number {
  const { value, findings } = readBook(tables, { types: documentTypes, strict: false });
  const { book } = value;
  const documents = groupDocuments(book.lines).value;
  const order = linesInOrder(book, documents, (line) => stands(book.lines.status[line]));
  const { quantities } = quantitiesOf(book);
  const links = resolveReferences({
    ...{ lines: book.lines, documents, base: quantities.base, order },
    isOut: () => false,
    onInvoice: arisingOnInvoice(book.settings),
  }).value;
  const ledgers = ledgersFrom({ book, documents, order, quantities, links, settlesItself: () => true });
  const failures = [...findings, ...selfCheck(ledgers)];
  if (failures.length > 0) throw new Error(JSON.stringify(failures[0]));
  return ledgers.costed.stock.value.reduce((sum, one) => sum + one, 0) / 100;
}

/** What one run needs at most, input included, in a process of its own that makes the work itself. */
function peakMegabytes(name: string): string {
  return execFileSync(process.execPath, [...process.execArgv, process.argv[1], name])
    .toString()
    .trim();
}

/** Rows of a workbook to all balances once; tells how many megabytes were resident at most. */
export function benchPeak(work: Work): void {
  balances(registerRows(work));
  console.log((process.resourceUsage().maxRSS / 1024).toFixed(0));
}

/**
 * Rows of a workbook to all balances, beside the floor, with the memory that `peak`, run alone, takes at
 * most.
 */
export function benchRows(work: Work, peak: string): void {
  const tables = registerRows(work);
  const floor = measure(() => floorMovingAverage(work)).median;
  const { median, answer } = measure(() => balances(tables));
  tell(`rows to balances, ${String(work.count)} lines`, median, {
    floor,
    note: `closing ${answer.toFixed(2)}, ${peakMegabytes(peak)} MB at most`,
  });
}
