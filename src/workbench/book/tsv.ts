/** Cells as spreadsheets exchange them through the clipboard: tabs between cells, line ends between rows. */
export function tsvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join("\t")).join("\r\n");
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The cells in a text from the clipboard, row by row; rows may differ in length. A cell in quotation marks
 * may hold tabs and line ends; the line end after the last row makes no row of its own.
 */
export function cellsInTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length;) {
    const row: string[] = [];
    at = readRow(text, at, row);
    rows.push(row);
  }
  return rows;
}

/** Reads one row from there on; answers where the next begins. */
function readRow(text: string, from: number, row: string[]): number {
  for (let at = from; ;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell.text);
    const mark = markAt(text, cell.end);
    at = cell.end + mark.length;
    if (mark !== "\t") return at;
  }
}

/** A tab, a line end, or nothing at the end of the text. */
function markAt(text: string, at: number): string {
  if (text[at] === "\r" && text[at + 1] === "\n") return "\r\n";
  return text.slice(at, at + 1);
}

interface FoundCell {
  readonly text: string;
  readonly end: number;
}

function plainCell(text: string, from: number): FoundCell {
  const stop = /[\t\r\n]/g;
  stop.lastIndex = from;
  const end = stop.exec(text)?.index ?? text.length;
  return { text: text.slice(from, end), end };
}

/** A quotation mark that is never closed, or is followed by more text, is an ordinary character. */
function quotedCell(text: string, from: number): FoundCell {
  const quotation = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
  quotation.lastIndex = from;
  const [whole = "", inner = ""] = quotation.exec(text) ?? [];
  if (whole === "") return plainCell(text, from);
  return { text: inner.replaceAll('""', '"'), end: from + whole.length };
}
