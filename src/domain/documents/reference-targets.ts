import { type Lines, STATUSES } from "../book/lines";
import { serialsIn } from "../book/serials";
import { isTakenBack } from "../book/reversals";
import { type Documents, headOf, linesOf } from "./group";
import { documentTypes } from "./index";

const POSTED = STATUSES.indexOf("posted");
const VOID = STATUSES.indexOf("void");
const CLOSED = STATUSES.indexOf("closed");

/**
 * Why a line cannot be referred to, the nearer to what was meant the later: nothing bears the name; it does
 * not count (draft, a draft that is refused, void, reversed); its type, partner, item or batch does not fit;
 * it comes later than what goes back; it is an order finished by hand; it has other serial numbers.
 */
const REASONS = [
  "missing",
  "draft",
  "refused",
  "void",
  "reversed",
  "type",
  "partner",
  "item",
  "batch",
  "later",
  "closed",
  "serial",
] as const;

/** One of the reasons for which a line cannot be referred to. */
type Unfit = (typeof REASONS)[number];

/** What comes nearest to a ref, and why it cannot be meant; `target` = null where nothing bears the name. */
export interface Miss {
  readonly why: Unfit;
  readonly target: number | null;
}

/** What the lines that can be referred to are looked up in. */
export interface TargetSource {
  readonly lines: Lines;
  readonly documents: Documents;
  /** Where a line stands among those that count, from 1; 0 = it does not count. */
  readonly place: Int32Array;
  /** Drafts already refused: nothing can refer to them. */
  readonly isOut: (document: number) => boolean;
}

/** The lines that a `ref` names, and whether they fit. */
export interface ReferenceTargets {
  /** The lines that the refs of a line name and that it can refer to, as they are named. */
  readonly fitting: (line: number) => readonly number[];
  /** The refs of a line that name nothing which it can refer to. */
  readonly lost: (line: number) => readonly string[];
  /**
   * Of all that one ref of a line names and cannot mean, what comes nearest; of all its refs where none is
   * said.
   */
  readonly nearest: (line: number, ref?: string) => Miss;
}

/** Looks the refs of lines up; numbers and rowIds are gathered once, when the first is asked for. */
export function referenceTargets(source: TargetSource): ReferenceTargets {
  const { lines } = source;
  const named = namedLines(source);
  const refsOf = (line: number): readonly string[] =>
    lines.ref[line]
      .split(";")
      .map((ref) => ref.trim())
      .filter((ref) => ref !== "");
  const allNamed = (line: number): readonly number[] => refsOf(line).flatMap(named);
  const unfit = (line: number, target: number): Unfit | null =>
    uncounted(source, line, target) ?? unlike(source, line, target);
  return {
    fitting: (line) => {
      const meant = allNamed(line).filter((target) => unfit(line, target) === null);
      return isOfOtherPieces(lines, line, meant) ? [] : meant;
    },
    lost: (line) => refsOf(line).filter((ref) => named(ref).every((target) => unfit(line, target) !== null)),
    nearest: (line, ref) => {
      let nearest: Miss = { why: "missing", target: null };
      for (const target of ref === undefined ? allNamed(line) : named(ref)) {
        const why = unfit(line, target) ?? "serial";
        if (REASONS.indexOf(why) > REASONS.indexOf(nearest.why)) nearest = { why, target };
      }
      return nearest;
    },
  };
}

function uncounted(
  { lines, documents, place, isOut }: TargetSource,
  line: number,
  target: number,
): Unfit | null {
  const { status } = lines;
  if (status[target] === VOID) return "void";
  if (target !== line && isOut(documents.ofLine[target])) return "refused";
  if (target === line || place[target] === 0) return "draft";
  return status[line] < POSTED && isTakenBack(lines, target) ? "reversed" : null;
}

/**
 * Right type, same partner and goods; what goes back or arrives comes after, what is closed takes no more.
 */
function unlike({ lines, place }: TargetSource, line: number, target: number): Unfit | null {
  const { type, status } = lines;
  const [own, other] = [documentTypes[type[line]], documentTypes[type[target]]];
  if (!own.refersTo.includes(other.code)) return "type";
  const different = otherGoods(lines, line, target);
  if (different !== null) return different;
  const comesAfter = own.debt === "return" || own.stock === "arrive";
  if (comesAfter && place[target] > place[line]) return "later";
  return status[target] === CLOSED && status[line] < POSTED ? "closed" : null;
}

/**
 * Another partner, unless the order is of anyone or whole lines are meant; another item, where one is needed;
 * another batch where both name one.
 */
function otherGoods(lines: Lines, line: number, target: number): Unfit | null {
  const { refersWhole, required } = documentTypes[lines.type[line]];
  if (refersWhole === true) return required.includes("item") ? otherItem(lines, line, target) : null;
  const { order, partner: needed } = documentTypes[lines.type[target]];
  const ofAnyone = order === true && needed === null;
  if (!ofAnyone && lines.partner[target] !== lines.partner[line]) return "partner";
  return otherItem(lines, line, target);
}

function otherItem({ item, batch }: Lines, line: number, target: number): Unfit | null {
  if (item[target] !== item[line]) return "item";
  const sameBatch = batch[line] === "" || batch[target] === "" || batch[line] === batch[target];
  return sameBatch ? null : "batch";
}

/** A draft names a piece that is of none of the lines which it refers to, though all of them name theirs. */
function isOfOtherPieces({ serial, status }: Lines, line: number, targets: readonly number[]): boolean {
  if (serial[line] === "" || status[line] >= POSTED || targets.some((target) => serial[target] === ""))
    return false;
  const theirs = new Set(targets.flatMap((target) => serialsIn(serial[target])));
  return serialsIn(serial[line]).some((piece) => !theirs.has(piece));
}

/** Whether a line can mean another by its `ref`, as far as type, partner, item and batch say. */
export function isOfKind(lines: Lines, line: number, target: number): boolean {
  const refersTo = documentTypes[lines.type[line]].refersTo;
  const isMeant = refersTo.includes(documentTypes[lines.type[target]].code);
  return isMeant && otherGoods(lines, line, target) === null;
}

/** The lines that one ref names: of a number, a `number/line`, or a rowId. */
function namedLines({ lines, documents }: TargetSource): (ref: string) => readonly number[] {
  let numbers: ReadonlyMap<string, number> | null = null;
  let rowIds: ReadonlyMap<string, number> | null = null;
  const documentNumbered = (number: string): number | null => {
    numbers ??= numberIndex(lines, documents);
    return numbers.get(number) ?? null;
  };
  return (ref) => {
    const whole = documentNumbered(ref);
    if (whole !== null) return Array.from(linesOf(documents, whole));
    const slash = ref.lastIndexOf("/");
    const document = slash === -1 ? null : documentNumbered(ref.slice(0, slash));
    if (document !== null)
      return lineNumbered(lines, linesOf(documents, document), Number(ref.slice(slash + 1)));
    rowIds ??= new Map(lines.rowId.map((rowId, line) => [rowId, line]));
    const line = rowIds.get(ref);
    return line === undefined || ref === "" ? [] : [line];
  };
}

function lineNumbered({ line }: Lines, own: Int32Array, wanted: number): number[] {
  const members = Array.from(own);
  const stamped = members.filter((member) => line[member] === wanted);
  return stamped.length > 0 ? stamped : members.slice(wanted - 1, wanted);
}

function numberIndex({ number }: Lines, documents: Documents): Map<string, number> {
  const index = new Map<string, number>();
  for (let document = 0; document < documents.count; document++) {
    const own = number[headOf(documents, document)];
    if (own !== "") index.set(own, document);
  }
  return index;
}
