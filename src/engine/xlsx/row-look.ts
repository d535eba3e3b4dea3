import type { RowLook } from "../sheet-form";
import type { XmlScanner } from "./xml-scanner";
import { isTrue } from "./xml-text";

/** Reads how rows stand; rows that stand alike share one look. */
export class RowLookReader {
  readonly looks = new Map<number, RowLook>();
  private readonly scanner: XmlScanner;
  private last: RowLook | null = null;

  constructor(scanner: XmlScanner) {
    this.scanner = scanner;
  }

  /** Stands on the row's opening tag. */
  read(row: number): void {
    const { attributes } = this.scanner;
    if (attributes.size < 2) return;
    const height = attributes.value("ht");
    const is = (name: string): boolean => isTrue(attributes.value(name));
    const look = {
      height: height === null ? null : Number(height),
      isFitted: height !== null && !is("customHeight"),
      hidden: is("hidden"),
      outline: Number(attributes.value("outlineLevel")),
      style: is("customFormat") ? Number(attributes.value("s")) : -1,
    };
    if (isPlain(look)) return;
    this.looks.set(row, this.shared(look));
  }

  private shared(look: RowLook): RowLook {
    this.last = this.last !== null && isSame(this.last, look) ? this.last : look;
    return this.last;
  }
}

function isPlain({ height, hidden, outline, style }: RowLook): boolean {
  return height === null && !hidden && outline === 0 && style < 0;
}

function isSame(a: RowLook, b: RowLook): boolean {
  const isAlike = a.height === b.height && a.isFitted === b.isFitted && a.hidden === b.hidden;
  return isAlike && a.outline === b.outline && a.style === b.style;
}

/** The attributes of a row's tag that say how it stands, each with a blank before it. */
export function rowLookText(look: RowLook | undefined): string {
  if (look === undefined) return "";
  const { height, isFitted, hidden, outline, style } = look;
  const size = height === null ? "" : ` ht="${String(height)}"${isFitted ? "" : ` customHeight="1"`}`;
  return (
    (style < 0 ? "" : ` s="${String(style)}" customFormat="1"`) +
    size +
    (hidden ? ` hidden="1"` : "") +
    (outline > 0 ? ` outlineLevel="${String(outline)}"` : "")
  );
}

/** The attributes that `rowLookText` writes. */
export const rowLookAttributes = ["ht", "customHeight", "hidden", "outlineLevel", "s", "customFormat"];
