import type { Lines } from "../book/lines";

/** What a cell that names documents says: numbers and rowIds, without lines and amounts. */
function namesIn(text: string): readonly string[] {
  return text.split(";").map((part) =>
    part
      .trim()
      .replace(/[:：].*$/, "")
      .replace(/\/.*$/, ""),
  );
}

function namesOf({ number, rowId }: Lines, own: readonly number[]): ReadonlySet<string> {
  return new Set(own.flatMap((line) => [number[line], rowId[line]]));
}

/** Whether a cell names one of these lines, or their document. */
export function namesAny(lines: Lines, own: readonly number[], text: string): boolean {
  const names = namesOf(lines, own);
  return namesIn(text).some((name) => names.has(name));
}

/**
 * The lines of other documents that name one of these lines, or their document, as what they refer to or
 * settle, in the order of `order`.
 */
export function referringLines(
  lines: Lines,
  own: readonly number[],
  order: Int32Array | readonly number[],
): readonly number[] {
  const names = namesOf(lines, own);
  const number = own.length === 0 ? "" : lines.number[own[0]];
  const found: number[] = [];
  for (const line of order) {
    if (lines.number[line] === number || (lines.ref[line] === "" && lines.against[line] === "")) continue;
    const named = [...namesIn(lines.ref[line]), ...namesIn(lines.against[line])];
    if (named.some((name) => names.has(name))) found.push(line);
  }
  return found;
}

/** Numbers of the documents of such lines; each once, in the order of `order`. */
export function referringNumbers(
  lines: Lines,
  own: readonly number[],
  order: Int32Array | readonly number[],
): readonly string[] {
  return [...new Set(referringLines(lines, own, order).map((line) => lines.number[line]))];
}
