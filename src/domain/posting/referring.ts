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

/**
 * Numbers of the other documents whose lines name one of these lines, or their document, as what they refer
 * to or settle; each once, in the order of `order`.
 */
export function referringNumbers(
  lines: Lines,
  own: readonly number[],
  order: Int32Array | readonly number[],
): readonly string[] {
  const names = new Set(own.flatMap((line) => [lines.number[line], lines.rowId[line]]));
  const number = own.length === 0 ? "" : lines.number[own[0]];
  const found = new Set<string>();
  for (const line of order) {
    if (lines.number[line] === number || (lines.ref[line] === "" && lines.against[line] === "")) continue;
    const named = [...namesIn(lines.ref[line]), ...namesIn(lines.against[line])];
    if (named.some((name) => names.has(name))) found.add(lines.number[line]);
  }
  return [...found];
}
