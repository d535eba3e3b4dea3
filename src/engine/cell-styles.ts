import { plainLook } from "./cell-look";
import type { CellLook, LookChange } from "./cell-look";

/** What a style has of its own; what is absent is as in the style it was made from. */
export interface StyleChange extends LookChange {
  /** null = General. */
  readonly format?: string | null;
}

/** A style made here: as `base`, a style of the file, but for the change. */
export interface AddedStyle {
  readonly base: number;
  readonly change: StyleChange;
}

/** A style as a file has it. */
export interface FileStyle {
  readonly format: string | null;
  readonly look: CellLook;
}

/** The cell styles of a workbook by number: number format and look of each. Style 0 is the plain one. */
export class CellStyles {
  private readonly list: FileStyle[];
  private readonly opened: number;
  private readonly made = new Map<string, number>();
  /** Styles the file did not have, numbered on from the last it had. */
  readonly added: AddedStyle[] = [];

  constructor(styles: readonly FileStyle[] = [{ format: null, look: plainLook }]) {
    this.list = [...styles];
    this.opened = styles.length;
  }

  get count(): number {
    return this.list.length;
  }

  /** The number format of a style; null = General. */
  format(style: number): string | null {
    return this.list.at(style)?.format ?? null;
  }

  /** How a style looks, apart from its number format. */
  look(style: number): CellLook {
    return this.list.at(style)?.look ?? plainLook;
  }

  /** The style that is as `base` but shows numbers by `format`; made where it is missing. */
  withFormat(base: number, format: string | null): number {
    return this.with(base, { format });
  }

  /** The style that is as `base` but for the change; made where it is missing. */
  with(base: number, change: StyleChange): number {
    const before = this.list.at(base) ?? { format: null, look: plainLook };
    const after = changed(before, change);
    if (isSame(before, after)) return base;
    const root = this.added[base - this.opened] ?? { base, change: {} };
    const whole = { ...root.change, ...change };
    const key = `${String(root.base)}|${JSON.stringify(Object.entries(whole).sort())}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const style = this.list.push(after) - 1;
    this.added.push({ base: root.base, change: whole });
    this.made.set(key, style);
    return style;
  }
}

function changed({ format, look }: FileStyle, { format: own, ...change }: StyleChange): FileStyle {
  return { format: own === undefined ? format : own, look: { ...look, ...change } };
}

function isSame(a: FileStyle, b: FileStyle): boolean {
  return a.format === b.format && JSON.stringify(a.look) === JSON.stringify(b.look);
}

/** True when a number shown by this format is a date or a time. */
export function isDateFormat(format: string | null): boolean {
  if (format === null) return false;
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}
