import { readFileSync } from "node:fs";

/** A worked example of a page: a table whose columns marked `→` say what has to come out. */
export interface Example {
  /** The heading it stands under. */
  readonly heading: string;
  /** Settings by key, and columns of masters as `CODE.column`, from the line `Set:` under the heading. */
  readonly settings: ReadonlyMap<string, string>;
  /** Columns that are typed, `#` the row's own mark. */
  readonly typed: readonly string[];
  /** What is expected, without the arrow. */
  readonly expected: readonly string[];
  /** By column; of an expected one under `→ name`. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const cellsOf = (line: string): readonly string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

function settingsIn(line: string): ReadonlyMap<string, string> {
  return new Map([...line.matchAll(/`([^`]+)` = `([^`]*)`/g)].map(([, key, value]) => [key, value]));
}

interface Reading {
  heading: string;
  settings: ReadonlyMap<string, string>;
}

function exampleIn(lines: readonly string[], { heading, settings }: Reading): Example | null {
  const headers = cellsOf(lines[0]);
  const expected = headers.filter((header) => header.startsWith("→ ")).map((header) => header.slice(2));
  if (expected.length === 0) return null;
  const rows = lines.slice(2).map((line) => {
    const cells = cellsOf(line);
    if (cells.length !== headers.length) throw new Error(`${heading}: ${line}`);
    return Object.fromEntries(headers.map((header, i) => [header, cells[i]] as const));
  });
  const typed = headers.filter((header) => !header.startsWith("→ "));
  return { heading, settings, typed, expected, rows };
}

/** The worked examples of a page, in their order. */
export function examplesOf(path: string): readonly Example[] {
  const lines = readFileSync(path, "utf8").split("\n");
  const reading: Reading = { heading: "", settings: new Map() };
  const found: Example[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at].startsWith("#")) {
      reading.heading = lines[at].replace(/^#+ /, "");
      reading.settings = new Map();
    }
    if (lines[at].startsWith("Set: ")) reading.settings = settingsIn(lines[at]);
    if (!lines[at].startsWith("|")) continue;
    const end = lines.findIndex((line, i) => i > at && !line.startsWith("|"));
    const example = exampleIn(lines.slice(at, end), reading);
    if (example !== null) found.push(example);
    at = end;
  }
  return found;
}
