/** A style made here: as `base`, with another number format (null = General). */
export interface AddedStyle {
  readonly base: number;
  readonly format: string | null;
}

/** The cell styles of a workbook by number, each with its number format. Style 0 is the plain one. */
export class CellStyles {
  private readonly formats: (string | null)[];
  private readonly opened: number;
  private readonly made = new Map<string, number>();
  /** Styles the file did not have, numbered on from the last it had. */
  readonly added: AddedStyle[] = [];

  constructor(formats: readonly (string | null)[] = [null]) {
    this.formats = [...formats];
    this.opened = formats.length;
  }

  get count(): number {
    return this.formats.length;
  }

  /** The number format of a style; null = General. */
  format(style: number): string | null {
    return this.formats[style] ?? null;
  }

  /** The style that is as `base` but shows numbers by `format`; made where it is missing. */
  withFormat(base: number, format: string | null): number {
    if (this.format(base) === format) return base;
    const root = this.added[base - this.opened]?.base ?? base;
    const key = `${String(root)}|${format ?? ""}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const style = this.formats.push(format) - 1;
    this.added.push({ base: root, format });
    this.made.set(key, style);
    return style;
  }
}

/** True when a number shown by this format is a date or a time. */
export function isDateFormat(format: string | null): boolean {
  if (format === null) return false;
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}
