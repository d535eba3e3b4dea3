import { type Lines, NO_TYPE } from "../book/lines";
import type { Checked } from "../kernel/checked";
import { type Finding, finding } from "../kernel/finding";
import { figure, type Quantity, quantity } from "../kernel/numbers";
import type { Documents } from "./group";
import { documentTypes } from "./index";
import { placeOf } from "./place";

/** One line that a line refers to, and how much of it (stock units, 10⁻⁶). */
export interface Link {
  readonly target: number;
  readonly qty: Quantity;
  /** How much of the target earlier lines with the same purpose have taken. */
  readonly before: Quantity;
  /** All of the target; 0 where nothing of it is taken. */
  readonly whole: Quantity;
}

/** What every line that bears a `ref` refers to, by line; a quantity may be split over several. */
export type Links = ReadonlyMap<number, readonly Link[]>;

const NO_LINKS: readonly Link[] = [];

/** The links of a line; none where it refers to nothing. */
export function linksOf(links: Links, line: number): readonly Link[] {
  return links.get(line) ?? NO_LINKS;
}

/**
 * What each `ref` means: a number (the same item and batch there, oldest open line first, split if needed), a
 * `number/line`, or a rowId; several separated by `;`. Worked off in business order, so that each line of an
 * original is returned, invoiced or delivered once. Finds UNKNOWN_REF, and OVER_RETURN where more goes back
 * than is left.
 * Source: CONTRACT §2, DOMAIN §5.8.
 */
export function resolveReferences(
  lines: Lines,
  documents: Documents,
  base: Float64Array,
  order: Int32Array,
): Checked<Links> {
  const links = new Map<number, readonly Link[]>();
  const findings: Finding[] = [];
  let resolver: Resolver | null = null;
  for (let i = 0; i < order.length; i++) {
    const line = order[i];
    if (lines.ref[line] === "" || lines.type[line] === NO_TYPE) continue;
    if (documentTypes[lines.type[line]].refersTo.length === 0) continue;
    resolver ??= new Resolver(lines, documents, base, order);
    links.set(line, resolver.resolve(line, findings));
  }
  return { value: links, findings };
}

class Resolver {
  private numbers: ReadonlyMap<string, number> | null = null;
  private rowIds: ReadonlyMap<string, number> | null = null;
  /** Where a line stands among those that count, from 1; 0 = it does not count. */
  private readonly place: Int32Array;
  /** What is left of a line to return, to invoice or to deliver. */
  private readonly left = new Map<string, number>();

  constructor(
    private readonly lines: Lines,
    private readonly documents: Documents,
    private readonly base: Float64Array,
    order: Int32Array,
  ) {
    this.place = new Int32Array(lines.count);
    for (let i = 0; i < order.length; i++) this.place[order[i]] = i + 1;
  }

  resolve(line: number, findings: Finding[]): readonly Link[] {
    const { lines, base } = this;
    const targets = lines.ref[line].split(";").flatMap((ref) => this.targets(line, ref.trim()));
    if (targets.length === 0) {
      findings.push(finding("UNKNOWN_REF", placeOf(lines, line, "ref"), { value: lines.ref[line] }));
      return [];
    }
    const wanted = base[line];
    const whole = { target: targets[0], before: quantity(0), whole: quantity(0) };
    if (!(wanted > 0)) return [{ ...whole, qty: quantity(Number.isNaN(wanted) ? 0 : wanted) }];
    const taken = this.take(line, targets, wanted);
    const rest = wanted - taken.reduce((sum, link) => sum + link.qty, 0);
    if (rest > 0) findings.push(...this.overdone(line, wanted, rest));
    return taken.length === 0 ? [{ ...whole, qty: quantity(0) }] : taken;
  }

  /** More goes back, or is invoiced, than is left of what the line refers to. */
  private overdone(line: number, wanted: number, rest: number): Finding[] {
    const { debt } = documentTypes[this.lines.type[line]];
    if (debt !== "return" && debt !== "invoice") return [];
    const facts = { ref: this.lines.ref[line], qty: figure(wanted, 6), left: figure(wanted - rest, 6) };
    const code = debt === "return" ? "OVER_RETURN" : "OVER_INVOICED";
    return [finding(code, placeOf(this.lines, line, "qty"), facts)];
  }

  private take(line: number, targets: readonly number[], wanted: number): Link[] {
    const purpose = documentTypes[this.lines.type[line]].debt;
    const taken: Link[] = [];
    let rest = wanted;
    for (const target of targets) {
      const key = `${purpose}|${String(target)}`;
      const left = this.left.get(key) ?? this.base[target];
      const qty = Math.min(left, rest);
      if (!(qty > 0)) continue;
      this.left.set(key, left - qty);
      taken.push({
        target,
        qty: quantity(qty),
        before: quantity(this.base[target] - left),
        whole: quantity(this.base[target]),
      });
      rest -= qty;
    }
    return taken;
  }

  /**
   * The lines that one ref names: of the right type, same partner, item and, where both name one, batch; what
   * goes back must have come before.
   */
  private targets(line: number, ref: string): number[] {
    const { lines } = this;
    const { refersTo, debt } = documentTypes[lines.type[line]];
    return this.named(ref).filter((target) => {
      if (
        target === line ||
        this.place[target] === 0 ||
        !refersTo.includes(documentTypes[lines.type[target]].code) ||
        lines.partner[target] !== lines.partner[line] ||
        (debt === "return" && this.place[target] > this.place[line])
      )
        return false;
      const sameBatch =
        lines.batch[line] === "" || lines.batch[target] === "" || lines.batch[line] === lines.batch[target];
      return lines.item[target] === lines.item[line] && sameBatch;
    });
  }

  private named(ref: string): readonly number[] {
    const whole = this.documentNumbered(ref);
    if (whole !== null) return Array.from(this.membersOf(whole));
    const slash = ref.lastIndexOf("/");
    const document = slash === -1 ? null : this.documentNumbered(ref.slice(0, slash));
    if (document !== null) return this.lineNumbered(document, Number(ref.slice(slash + 1)));
    this.rowIds ??= new Map(this.lines.rowId.map((rowId, line) => [rowId, line]));
    const line = this.rowIds.get(ref);
    return line === undefined || ref === "" ? [] : [line];
  }

  private lineNumbered(document: number, wanted: number): number[] {
    const members = Array.from(this.membersOf(document));
    const stamped = members.filter((member) => this.lines.line[member] === wanted);
    return stamped.length > 0 ? stamped : members.slice(wanted - 1, wanted);
  }

  private membersOf(document: number): Int32Array {
    return this.documents.members.subarray(
      this.documents.starts[document],
      this.documents.starts[document + 1],
    );
  }

  private documentNumbered(number: string): number | null {
    this.numbers ??= this.numberIndex();
    return this.numbers.get(number) ?? null;
  }

  private numberIndex(): Map<string, number> {
    const index = new Map<string, number>();
    for (let document = 0; document < this.documents.count; document++) {
      const number = this.lines.number[this.documents.members[this.documents.starts[document]]];
      if (number !== "") index.set(number, document);
    }
    return index;
  }
}
