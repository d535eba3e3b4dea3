import { XmlScanner } from "./xml-scanner";
import { unspell } from "./xml-text";

/** The strings that cells share, decoded when a cell first asks. Of rich text only the text is read. */
export class SharedStrings {
  private readonly scanner: XmlScanner;
  private readonly spans: number[] = [];
  private readonly texts: string[] = [];
  private readonly rich = new Set<number>();

  constructor(bytes: Uint8Array, part: string) {
    this.scanner = new XmlScanner(bytes, part);
    while (this.scanner.nextOpen(0)) {
      if (!this.scanner.is("si")) continue;
      this.spans.push(this.scanner.start);
      this.scanner.skip();
      this.spans.push(this.scanner.end);
    }
  }

  /** The text of that number; null where there is none. */
  text(index: number): string | null {
    if (!(index >= 0 && index * 2 < this.spans.length)) return null;
    return (this.texts[index] ??= this.read(index));
  }

  /** The text has letters of different looks, or a reading; asked after `text`. */
  isRich(index: number): boolean {
    return this.rich.has(index);
  }

  private read(index: number): string {
    this.scanner.seek(this.spans[index * 2], this.spans[index * 2 + 1]);
    this.scanner.next();
    return richText(this.scanner, () => this.rich.add(index));
  }
}

/**
 * The text of an `si` or `is` element whose opening tag this is: its runs joined, readings (furigana) left
 * out. `isRich` is called where there is more to it than the text.
 */
export function richText(scanner: XmlScanner, isRich: () => void = () => undefined): string {
  const depth = scanner.depth;
  let text = "";
  while (scanner.nextOpen(depth)) {
    if (scanner.is("t")) text += scanner.elementText();
    else if (scanner.is("rPh")) scanner.skip();
    else if (scanner.is("r")) isRich();
  }
  return unspell(text);
}
