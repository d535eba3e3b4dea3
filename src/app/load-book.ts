import { documentTypes } from "../domain/documents/index";
import type { Checked } from "../domain/kernel/checked";
import { type Ledgers, ledgersOf } from "../domain/posting/ledgers";
import { readBook, type ReadBook } from "../read/read-book";
import { definitionOf } from "../read/source";
import { logStation } from "../registers/names";
import type { TableOutline } from "../workbook/port";
import type { Desk } from "./desk";
import { guardStops } from "./unread-guards";

/** Findings that leave nothing to work on in a workbook, whose tables and key columns must be there. */
const HOPELESS: ReadonlySet<string> = new Set(["TABLE_MISSING", "HEADER_MISSING", "HEADER_TWICE"]);

/** Reads the registers and masters of the open workbook; null where a table or a key column is not there. */
export async function loadBook(desk: Desk): Promise<Checked<ReadBook | null>> {
  const outlines = await desk.workbook.tables();
  const ours = outlines.filter(isOurs).map((outline) => outline.name);
  const strangers = outlines.map((outline) => outline.name).filter((name) => !ours.includes(name));
  const tables = await desk.workbook.read(ours);
  const { strict } = desk;
  const reading = { types: documentTypes, strict, strangers };
  const { value, findings } = desk.readings?.read(tables, reading) ?? readBook(tables, reading);
  const hopeless = strict ? findings.filter((found) => HOPELESS.has(found.code)) : [];
  return hopeless.length > 0 ? { value: null, findings: hopeless } : { value, findings };
}

/**
 * The same for what changes posted figures: null also where a cell cannot be read that may forbid it. Source:
 * DOMAIN §13.
 */
export async function loadForChange(desk: Desk): Promise<Checked<ReadBook | null>> {
  const { value, findings } = await loadBook(desk);
  const stops = guardStops(findings);
  return value === null || stops.length === 0 ? { value, findings } : { value: null, findings: stops };
}

function isOurs(outline: TableOutline): boolean {
  return definitionOf(outline) !== null || logStation(outline.name) !== null;
}

/** The ledgers of the posted rows of the book at hand. */
export function ledgersAt({ readings }: Desk, { book }: ReadBook): Ledgers {
  return readings === undefined ? ledgersOf(book) : readings.ledgers(book);
}
