import { type Lines, NONE, registerOf, STATUSES } from "./lines";

const POSTED = STATUSES.indexOf("posted");
const VOID = STATUSES.indexOf("void");
const REVERSED = STATUSES.indexOf("reversed");

/** How the row that takes a line back names it in `ref`. */
export function reversalRef({ number, line }: Pick<Lines, "number" | "line">, of: number): string {
  return `${number[of]}/${String(line[of])}`;
}

/**
 * The line that each line takes back, by line, -1 = none: a posted row whose `ref` names a reversed row of
 * its own type and register, which no other reference does. Source: CONTRACT §4 reverse.
 */
export function reversedLines(lines: Omit<Lines, "reverses">): Int32Array {
  const { count, ref } = lines;
  const reverses = new Int32Array(count).fill(NONE);
  const originals = lines.status.includes(REVERSED) ? reversedByRef(lines) : null;
  if (originals === null) return reverses;
  for (let line = 0; line < count; line++) {
    if (ref[line] === "" || !isRecord(lines.status[line])) continue;
    const original = originals.get(keyOf(lines, line, ref[line])) ?? line;
    if (original !== line) reverses[line] = original;
  }
  return reverses;
}

type Rows = Omit<Lines, "reverses">;

/** The lines marked as reversed, by how what takes them back names them. */
function reversedByRef(lines: Rows): ReadonlyMap<string, number> {
  const originals = new Map<string, number>();
  for (let line = 0; line < lines.count; line++)
    if (lines.status[line] === REVERSED) originals.set(keyOf(lines, line, reversalRef(lines, line)), line);
  return originals;
}

function keyOf({ offsets, type }: Rows, line: number, ref: string): string {
  return `${registerOf({ offsets }, line)} ${type[line]} ${ref}`;
}

function isRecord(status: number): boolean {
  return status >= POSTED && status !== VOID;
}

/** Whether a line counts no more as it was, or takes one back: together the two come to nothing. */
export function isTakenBack({ status, reverses }: Lines, line: number): boolean {
  return status[line] === REVERSED || reverses[line] !== NONE;
}
