import { titleIn, type Language } from "../../domain/kernel/title";
import type { AnswerSheet, Shown } from "./sheet";

const WIDEST = 40;
const GROUPED: ReadonlySet<string> = new Set(["money", "quantity", "price"]);

/** How many places a text takes on a terminal: characters of Chinese, Japanese and Korean take two. */
function places(text: string): number {
  let count = 0;
  for (const letter of text)
    count +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        letter,
      )
        ? 2
        : 1;
  return count;
}

function cut(text: string): string {
  const line = text.replace(/[\r\n\t]+/g, " ");
  if (places(line) <= WIDEST) return line;
  let kept = "";
  for (const letter of line) if (places(kept) < WIDEST - 2) kept += letter;
  return `${kept}…`;
}

/** Thousands apart; money with two decimals at least. */
function figureText(value: number, kind: string): string {
  if (!GROUPED.has(kind)) return String(value);
  const [whole, fraction = ""] = String(value).split(".");
  const decimals = kind === "money" ? fraction.padEnd(2, "0") : fraction;
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === "" ? apart : `${apart}.${decimals}`;
}

function cellText(value: Shown, kind: string): string {
  if (typeof value === "number") return figureText(value, kind);
  if (typeof value === "boolean") return value ? "✓" : "✗";
  return value === null || value === undefined ? "" : cut(value);
}

interface Column {
  readonly title: string;
  readonly cells: readonly string[];
  readonly isNumber: boolean;
}

/** Rows aligned under their titles for a person to read; columns that are blank throughout are left out. */
export function textTable({ columns, rows, totals }: AnswerSheet, language: Language): string {
  const all = totals === null || totals === undefined ? rows : [...rows, totals];
  const filled = columns
    .map(({ id, title, kind }): Column => {
      const cells = all.map((row) => cellText(row[id], kind));
      return {
        title: titleIn(language, title),
        cells,
        isNumber: rows.some((row) => typeof row[id] === "number"),
      };
    })
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const widths = filled.map(({ title, cells }) => Math.max(places(title), ...widest(cells)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => aligned(text, widths[i], filled[i].isNumber))
      .join("  ")
      .trimEnd();
  const lines = [line(filled.map(({ title }) => title)), widths.map((width) => "-".repeat(width)).join("  ")];
  for (let row = 0; row < all.length; row++) lines.push(line(filled.map(({ cells }) => cells[row])));
  if (all.length > rows.length) lines.splice(-1, 0, lines[1]);
  return `${lines.join("\n")}\n`;
}

/** The greatest width alone: a table may have more rows than a call may have arguments. */
function widest(cells: readonly string[]): readonly number[] {
  return [cells.reduce((most, cell) => Math.max(most, places(cell)), 0)];
}

function aligned(text: string, width: number, isNumber: boolean): string {
  const blank = " ".repeat(Math.max(0, width - places(text)));
  return isNumber ? blank + text : text + blank;
}
