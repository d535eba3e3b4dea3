import { readFileSync } from "node:fs";

/** The document of the row with a mark is reversed on a day. */
export interface Reversal {
  readonly mark: string;
  readonly date: string;
}

/** A worked example of a page: a table whose columns marked `→` say what has to come out. */
export interface Example {
  /** The heading it stands under. */
  readonly heading: string;
  /** Settings by key, and columns of masters as `CODE.column`, from the line `Set:` under the heading. */
  readonly settings: ReadonlyMap<string, string>;
  /** Rows of masters by table, from tables under a line `Table:` below the heading. */
  readonly masters: ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>;
  /**
   * What is done once all is posted, from the line `Then:`: documents reversed, by mark, and on which day.
   */
  readonly then: readonly Reversal[];
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

function reversalsIn(line: string): readonly Reversal[] {
  return [...line.matchAll(/reverse `#(\d+)` on (\d{4}-\d\d-\d\d)/g)].map(([, mark, date]) => ({
    mark,
    date,
  }));
}

interface Reading {
  heading: string;
  settings: ReadonlyMap<string, string>;
  then: readonly Reversal[];
  masters: ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>;
  /** The master that the next table is; "" = it is none. */
  table: string;
}

function rowsIn(lines: readonly string[], headers: readonly string[], heading: string) {
  return lines.slice(2).map((line) => {
    const cells = cellsOf(line);
    if (cells.length !== headers.length) throw new Error(`${heading}: ${line}`);
    return Object.fromEntries(headers.map((header, i) => [header, cells[i]] as const));
  });
}

/** Takes in a table: as rows of a master, or as the example that it answers. */
function tableIn(lines: readonly string[], reading: Reading): Example | null {
  const { heading, settings, then, masters, table } = reading;
  const headers = cellsOf(lines[0]);
  const rows = rowsIn(lines, headers, heading);
  if (table !== "") reading.masters = new Map([...masters, [table, rows]]);
  reading.table = "";
  const expected = headers.filter((header) => header.startsWith("→ ")).map((header) => header.slice(2));
  if (expected.length === 0) return null;
  const typed = headers.filter((header) => !header.startsWith("→ "));
  return { heading, settings, then, masters, typed, expected, rows };
}

/** What a line between tables says of those below it. */
function take(reading: Reading, line: string): void {
  if (line.startsWith("#")) {
    reading.heading = line.replace(/^#+ /, "");
    reading.settings = new Map();
    reading.then = [];
    reading.masters = new Map();
  }
  if (line.startsWith("Set: ")) reading.settings = settingsIn(line);
  if (line.startsWith("Then: ")) reading.then = reversalsIn(line);
  if (line.startsWith("Table: ")) reading.table = /`([^`]+)`/.exec(line)?.[1] ?? "";
}

/** The worked examples of a page, in their order. */
export function examplesOf(path: string): readonly Example[] {
  const lines = readFileSync(path, "utf8").split("\n");
  const reading: Reading = { heading: "", settings: new Map(), then: [], masters: new Map(), table: "" };
  const found: Example[] = [];
  for (let at = 0; at < lines.length; at++) {
    take(reading, lines[at]);
    if (!lines[at].startsWith("|")) continue;
    const end = lines.findIndex((line, i) => i > at && !line.startsWith("|"));
    const example = tableIn(lines.slice(at, end), reading);
    if (example !== null) found.push(example);
    at = end;
  }
  return found;
}
