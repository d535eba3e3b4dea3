import { type Lines, NONE } from "../book/lines";
import type { Masters } from "../book/masters";
import type { Checked } from "../kernel/checked";
import { type Finding, finding } from "../kernel/finding";
import { mulDiv } from "../kernel/mul-div";
import { figure, powerOfTen } from "../kernel/numbers";
import { placeOf } from "./place";

interface Factor {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The quantity of every line in stock units, 10⁻⁶: as typed where the unit is the item's own, else by the
 * exact ratio of the unit; of a receipt with inspection what was accepted; NaN where no quantity stands.
 * Finds units the item does not have, and quantities finer than the item's decimals allow. Source: DOMAIN
 * §12.
 */
export function stockQuantities(lines: Lines, masters: Masters): Checked<Float64Array> {
  const base = new Float64Array(lines.count);
  const findings: Finding[] = [];
  const factors = factorsOf(masters);
  for (let line = 0; line < lines.count; line++) {
    const item = lines.item[line];
    const typed = Number.isNaN(lines.accepted[line]) ? lines.qty[line] : lines.accepted[line];
    base[line] = typed;
    if (item === NONE || Number.isNaN(typed)) continue;
    const { unit, decimals } = masters.items[item];
    const own = lines.unit[line];
    if (own !== "" && own !== unit) base[line] = converted(lines, line, typed, factors, findings);
    if (decimals !== null && base[line] % powerOfTen(6 - decimals) !== 0) {
      findings.push(
        finding("TOO_MANY_DECIMALS", placeOf(lines, line, "qty"), { value: figure(base[line], 6), decimals }),
      );
    }
  }
  return { value: base, findings };
}

/**
 * What was counted of every line in stock units, 10⁻⁶; NaN = not counted. Finds what stockQuantities finds.
 */
export function countedQuantities(lines: Lines, masters: Masters): Checked<Float64Array> {
  const blank = new Float64Array(lines.count).fill(NaN);
  return stockQuantities({ ...lines, qty: lines.counted, accepted: blank }, masters);
}

function factorsOf(masters: Masters): ReadonlyMap<string, Factor> {
  return new Map(masters.units.map((unit) => [`${String(unit.item)}|${unit.unit}`, unit]));
}

function converted(
  lines: Lines,
  line: number,
  typed: number,
  factors: ReadonlyMap<string, Factor>,
  findings: Finding[],
): number {
  const factor = factors.get(`${String(lines.item[line])}|${lines.unit[line]}`);
  if (factor === undefined) {
    findings.push(finding("UNKNOWN_CODE", placeOf(lines, line, "unit"), unknownUnit(lines.unit[line])));
    return NaN;
  }
  return mulDiv(typed, factor.numerator, factor.denominator);
}

function unknownUnit(value: string): Finding["facts"] {
  return { value, register: "units", nearest: null };
}
