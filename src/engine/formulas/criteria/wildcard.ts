const known = new Map<string, RegExp | null>();
const mostKnown = 1000;

/**
 * The pattern of a text with `*` (any letters) and `?` (one letter); `~` takes the next letter as it is. Null
 * where the text holds none of the three. Upper and lower case are one.
 */
export function wildcard(text: string): RegExp | null {
  const there = known.get(text);
  if (there !== undefined) return there;
  if (known.size >= mostKnown) known.clear();
  const pattern = /[*?~]/.test(text) ? new RegExp(`^${patternOf(text)}$`, "isu") : null;
  known.set(text, pattern);
  return pattern;
}

/** The same within a longer text: where it begins is where it is found. */
export function wildcardWithin(text: string): RegExp {
  return new RegExp(patternOf(text), "isu");
}

function patternOf(text: string): string {
  return text.replace(/~[*?~]|[*?]|[^*?~]+|~/g, (piece) => {
    if (piece === "*") return ".*";
    if (piece === "?") return ".";
    return escaped(piece.length === 2 && piece.startsWith("~") ? piece.slice(1) : piece);
  });
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
