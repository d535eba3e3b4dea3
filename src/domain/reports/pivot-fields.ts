import { type Lines, NONE, REGISTERS, STATUSES } from "../book/lines";
import type { Masters } from "../book/masters";
import { documentTypes } from "../documents/index";
import { dayText } from "../kernel/day";
import { byCodeUnit } from "../kernel/names";
import type { Ledgers } from "../posting/ledgers";
import { type DayPart, MASTER_OF, type PivotColumn } from "./pivot-columns";
import type { InvoicedSale } from "../posting/followed/invoiced-sales";
import type { RegisterView } from "./register-view";

/**
 * A column of the lines chosen as small whole numbers: the i-th line bears labels[codes[i]]; labels are in
 * order.
 */
export interface PivotField {
  readonly codes: Int32Array;
  /** By code unit, each once; "" = blank. */
  readonly labels: readonly string[];
}

/** The rows of a register that a pivot runs over. */
export interface PivotSource {
  readonly ledgers: Ledgers;
  readonly view: RegisterView;
  readonly register: "sales" | "purchases";
  readonly lines: Int32Array;
  /** What the last of the lines add to sales as lines of invoices, one each. */
  readonly invoiced: readonly InvoicedSale[];
}

/** Whole numbers that stand for labels, before the labels are put in order; many may stand for one. */
interface Coded {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** Gives equal labels one number and puts them in order, in the column itself. */
function inOrder({ codes, labels }: Coded): PivotField {
  if (labels.every((label, i) => i === 0 || labels[i - 1] < label)) return { codes, labels };
  const sorted = [...new Set(labels)].sort(byCodeUnit);
  const places = new Map(sorted.map((label, place) => [label, place]));
  const placeOf = Int32Array.from(labels, (label) => places.get(label) ?? 0);
  for (let i = 0; i < codes.length; i++) codes[i] = placeOf[codes[i]];
  return { codes, labels: sorted };
}

/** A column that holds whole numbers already: labels are asked for once for each that occurs. */
function ofNumbers(
  column: Int32Array | Uint8Array,
  lines: Int32Array,
  label: (value: number) => string,
): Coded {
  const codes = new Int32Array(lines.length);
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < lines.length; i++) {
    const value = column[lines[i]];
    codes[i] = value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const place = new Int32Array(Math.max(0, most - least + 1)).fill(-1);
  const labels: string[] = [];
  for (let i = 0; i < codes.length; i++) {
    const at = codes[i] - least;
    if (place[at] === -1) place[at] = labels.push(label(codes[i])) - 1;
    codes[i] = place[at];
  }
  return { codes, labels };
}

/** A column of texts: each text gets a number where it first occurs. */
function ofTexts(text: (line: number) => string, lines: Int32Array): Coded {
  const codes = new Int32Array(lines.length);
  const places = new Map<string, number>();
  const labels: string[] = [];
  let last = "";
  let lastPlace = -1;
  for (let i = 0; i < lines.length; i++) {
    const label = text(lines[i]);
    if (lastPlace === -1 || label !== last) {
      last = label;
      lastPlace = places.get(label) ?? labels.push(label) - 1;
      places.set(label, lastPlace);
    }
    codes[i] = lastPlace;
  }
  return { codes, labels };
}

/** The part of an ISO day; "" of what is no day. */
function partOf(label: string, part: DayPart): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(label)) return "";
  if (part === "year") return label.slice(0, 4);
  if (part === "month") return label.slice(0, 7);
  return `${label.slice(0, 4)}-Q${Math.ceil(Number(label.slice(5, 7)) / 3)}`;
}

const dayLabel = (day: number): string => (day === NONE ? "" : dayText(day));

/** The columns of a register that the ledgers hold themselves. */
function heldColumn(
  column: string,
  { masters, lines: all }: Ledgers["book"],
  lines: Int32Array,
): Coded | null {
  if (column === "type") return ofNumbers(all.type, lines, (type) => documentTypes[type].code);
  if (column === "status") return ofNumbers(all.status, lines, (status) => STATUSES[status]);
  if (column === "date") return ofNumbers(all.day, lines, dayLabel);
  if (column === "due") return ofNumbers(all.due, lines, dayLabel);
  const texts = textsOf(column, all);
  if (texts !== null) return ofTexts((line) => texts[line], lines);
  const placed = placesOf(column, all, masters);
  if (placed === null) return null;
  const { places, members } = placed;
  return ofNumbers(places, lines, (place) => (place === NONE ? "" : members[place].code));
}

function textsOf(column: string, lines: Lines): readonly string[] | null {
  const { number, batch, rowId, ref } = lines;
  if (column === "number") return number;
  if (column === "batch") return batch;
  if (column === "rowId") return rowId;
  return column === "ref" ? ref : null;
}

/** A column of a register that names members of a master by their places, and those members. */
interface Placed {
  readonly places: Int32Array;
  readonly members: readonly { readonly code: string }[];
}

function placesOf(column: string, lines: Lines, masters: Masters): Placed | null {
  if (column === "item" || column === "partner" || column === "warehouse" || column === "account") {
    return { places: lines[column], members: masters[MASTER_OF[column]] };
  }
  return null;
}

function masterColumn({ table, column }: PivotColumn, { ledgers, view, lines }: PivotSource): Coded | null {
  const id = Object.entries(MASTER_OF).find((pair) => pair[1] === table)?.[0] ?? "";
  const placed = placesOf(id, ledgers.book.lines, ledgers.book.masters);
  const text = view.text(table, column);
  if (placed === null || text === null) return null;
  return ofNumbers(placed.places, lines, (place) => (place === NONE ? "" : text(place)));
}

function registerColumn({ column }: PivotColumn, { ledgers, view, register, lines }: PivotSource): Coded {
  const held = heldColumn(column, ledgers.book, lines);
  if (held !== null) return held;
  const offset = ledgers.book.lines.offsets[REGISTERS.indexOf(register)];
  const text = view.text(register, column);
  return ofTexts((line) => text?.(line - offset) ?? "", lines);
}

function codedColumn(column: PivotColumn, source: PivotSource): Coded {
  const ofMaster = column.table === source.register ? null : masterColumn(column, source);
  return ofMaster ?? registerColumn(column, source);
}

/**
 * What a line of an invoice leaves blank is what the delivery says that it is of; its day is that on which it
 * counts.
 */
function withDelivered(own: Coded, column: PivotColumn, source: PivotSource): Coded {
  const { invoiced } = source;
  const lines = Int32Array.from(invoiced, ({ line, delivered }) => (delivered === NONE ? line : delivered));
  const isDate = column.table === source.register && column.column === "date";
  const codes = Int32Array.from(invoiced.keys());
  const other = isDate
    ? { codes, labels: invoiced.map(({ day }) => dayText(day)) }
    : codedColumn(column, { ...source, lines, invoiced: [] });
  const first = own.codes.length - invoiced.length;
  other.codes.forEach((code, at) => {
    if (isDate || own.labels[own.codes[first + at]] === "") own.codes[first + at] = own.labels.length + code;
  });
  return { codes: own.codes, labels: [...own.labels, ...other.labels] };
}

/** Only labels that occur, as a field has them. */
function occurring({ codes, labels }: Coded): Coded {
  const places = new Map<number, number>();
  const left: string[] = [];
  for (let i = 0; i < codes.length; i++) {
    const place = places.get(codes[i]) ?? left.push(labels[codes[i]]) - 1;
    places.set(codes[i], place);
    codes[i] = place;
  }
  return { codes, labels: left };
}

/**
 * A column of the lines chosen, of the register or of what its rows name; a row that names none has a blank
 * there.
 */
export function pivotField(column: PivotColumn, source: PivotSource): PivotField {
  const own = codedColumn(column, source);
  const coded = source.invoiced.length === 0 ? own : occurring(withDelivered(own, column, source));
  const { part } = column;
  if (part === null) return inOrder(coded);
  return inOrder({ codes: coded.codes, labels: coded.labels.map((label) => partOf(label, part)) });
}
