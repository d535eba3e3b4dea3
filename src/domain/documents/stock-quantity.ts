import { countedIn, countOf, type Lines, NONE, STATUSES } from "../book/lines";
import type { Book } from "../book/book";
import type { AlternativeUnit, Masters } from "../book/masters";
import type { Checked } from "../kernel/checked";
import { type Finding, finding } from "../kernel/finding";
import { mulDiv } from "../kernel/mul-div";
import { figure, isBlankColumn, MOST_TYPED, powerOfTen } from "../kernel/numbers";
import { placeOf } from "./place";

const POSTED = STATUSES.indexOf("posted");
const MILLIONTHS = 1_000_000n;

/**
 * The quantity of every line in stock units, 10⁻⁶: as typed where the unit is the item's own, else by the
 * exact ratio of the unit; of a receipt with inspection what was accepted; NaN where no quantity stands.
 * Finds units the item does not have, quantities finer than the item's decimals allow, and tells of drafts
 * whose unit does not come out even (QUANTITY_ROUNDED). Source: DOMAIN §5.1, §12.
 */
export function stockQuantities(lines: Lines, masters: Masters): Checked<Float64Array> {
  const { qty, accepted, rejected } = lines;
  const charged =
    isBlankColumn(accepted) && isBlankColumn(rejected) ? qty : qty.map((_, line) => countedIn(lines, line));
  return inStockUnits(lines, masters, { typed: charged, column: "qty" });
}

/**
 * What was counted of every line in stock units, 10⁻⁶, at last: a second count holds against the first; NaN =
 * not counted. Finds what stockQuantities finds. Source: DOMAIN §7.
 */
export function countedQuantities(lines: Lines, masters: Masters): Checked<Float64Array> {
  const { counted, recount } = lines;
  if (isBlankColumn(recount)) {
    if (isBlankColumn(counted)) return { value: counted, findings: [] };
    return inStockUnits(lines, masters, { typed: counted, column: "counted" });
  }
  const typed = counted.map((_, line) => countOf(lines, line));
  return inStockUnits(lines, masters, { typed, column: "counted" });
}

/** The unit that a line is typed in where it is another than the item's own; null = the item's own. */
export function factorOf({ lines, masters }: Book, line: number): AlternativeUnit | null {
  const item = lines.item[line];
  if (item === NONE || lines.unit[line] === "" || lines.unit[line] === masters.items[item].unit) return null;
  return masters.units.find((unit) => unit.item === item && unit.unit === lines.unit[line]) ?? null;
}

/** A line's quantity as typed in stock units, 10⁻⁶. */
export function stockQtyOf(book: Book, line: number): number {
  const factor = factorOf(book, line);
  const qty = book.lines.qty[line];
  return factor === null ? qty : mulDiv(qty, factor.numerator, factor.denominator);
}

/** A quantity in stock units, 10⁻⁶, as one in the unit of the line, rounded to 10⁻⁶. Source: DOMAIN §12. */
export function qtyInTypedUnit(book: Book, line: number, base: number): number {
  const factor = factorOf(book, line);
  return factor === null ? base : mulDiv(base, factor.denominator, factor.numerator);
}

interface TypedColumn {
  readonly typed: Float64Array;
  readonly column: string;
}

function inStockUnits(lines: Lines, masters: Masters, { typed, column }: TypedColumn): Checked<Float64Array> {
  let base = typed;
  const findings: Finding[] = [];
  const steps = masters.items.map(({ decimals }) => (decimals === null ? 1 : powerOfTen(6 - decimals)));
  const converting = { factors: factorsOf(masters), steps, findings };
  const units = masters.items.map(({ unit }) => unit);
  for (let line = 0; line < lines.count; line++) {
    const item = lines.item[line];
    if (item === NONE || Number.isNaN(typed[line])) continue;
    const own = lines.unit[line];
    if (own !== "" && own !== units[item]) {
      if (base === typed) base = typed.slice();
      base[line] = converted(lines, line, { typed, column }, converting);
    }
    if (steps[item] === 1 || Number.isNaN(base[line])) continue;
    if (Math.round(base[line] / steps[item]) * steps[item] === base[line]) continue;
    const facts = { value: figure(base[line], 6), decimals: masters.items[item].decimals };
    findings.push(finding("TOO_MANY_DECIMALS", placeOf(lines, line, column), facts));
  }
  return { value: base, findings };
}

function factorsOf(masters: Masters): ReadonlyMap<string, AlternativeUnit> {
  return new Map(masters.units.map((unit) => [`${String(unit.item)}|${unit.unit}`, unit]));
}

interface Converting {
  readonly factors: ReadonlyMap<string, AlternativeUnit>;
  /** By item, the smallest step of its quantity, 10⁻⁶. */
  readonly steps: readonly number[];
  readonly findings: Finding[];
}

/** Another unit's quantity in stock units; NaN, and a finding, where it has none. */
function converted(
  lines: Lines,
  line: number,
  { typed, column }: TypedColumn,
  { factors, steps, findings }: Converting,
): number {
  const factor = factors.get(`${String(lines.item[line])}|${lines.unit[line]}`);
  if (factor === undefined) {
    findings.push(finding("UNKNOWN_CODE", placeOf(lines, line, "unit"), unknownUnit(lines.unit[line])));
    return NaN;
  }
  const base = mulDiv(typed[line], factor.numerator, factor.denominator);
  if (steps[lines.item[line]] === 1 && lines.status[line] < POSTED && isRounded(typed[line], base, factor))
    findings.push(
      finding("QUANTITY_ROUNDED", placeOf(lines, line, column), roundedFacts(typed[line], base, factor)),
    );
  if (Math.abs(base) <= MOST_TYPED) return base;
  const most = figure(MOST_TYPED, 6);
  const facts = { value: `${String(figure(typed[line], 6))} ${factor.unit}`, least: -most, most };
  findings.push(finding("OUT_OF_RANGE", placeOf(lines, line, column), facts));
  return NaN;
}

/** Whether the ratio of a unit does not come out even in 10⁻⁶ of the stock unit. */
function isRounded(typed: number, base: number, { numerator, denominator }: AlternativeUnit): boolean {
  if (!Number.isFinite(base)) return false;
  return BigInt(typed) * BigInt(numerator) !== BigInt(base) * BigInt(denominator);
}

/** What it comes to, and of how many units a quantity must be a multiple to come out even. */
function roundedFacts(typed: number, base: number, factor: AlternativeUnit): Finding["facts"] {
  const { unit, numerator, denominator } = factor;
  const even = BigInt(denominator) / commonDivisor(BigInt(denominator), BigInt(numerator) * MILLIONTHS);
  return { qty: figure(typed, 6), unit, rounded: figure(base, 6), even: Number(even) };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

function unknownUnit(value: string): Finding["facts"] {
  return { value, register: "units", nearest: null };
}
