import { EngineError, type Matter } from "../engine-error";
import { XmlAttributes, spells } from "./xml-attributes";
import { decodeXml } from "./xml-text";

/** What the scanner stands on. A tag that closes itself is an `open` and then a `close`. */
export const token = { end: 0, open: 1, close: 2, text: 3 } as const;

const lt = 60;
const gt = 62;
const slash = 47;
const bang = 33;
const question = 63;
const equals = 61;
const colon = 58;
const quote = 34;
const apostrophe = 39;

/**
 * Walks over XML as bytes, tag by tag, and builds nothing. Names are told apart by their local part, so that
 * a prefixed part reads like a plain one; comments and instructions are passed over. What is not well-formed
 * is refused with the part's name and the byte.
 */
export class XmlScanner {
  readonly bytes: Uint8Array;
  readonly part: string;
  /** The bytes of the current tag or text: from `start` (included) to `end` (excluded). */
  start = 0;
  end = 0;
  textFrom = 0;
  textTo = 0;
  private limit: number;
  private nameFrom = 0;
  private localFrom = 0;
  private localStart = 0;
  private nameTo = 0;
  private isCdata = false;
  private closesItself = false;
  private mustClose = false;
  /** Of the tag that was opened last. */
  readonly attributes: XmlAttributes;
  /** Of each open element: its name from, to. */
  private readonly stack: number[] = [];

  constructor(bytes: Uint8Array, part: string) {
    this.bytes = bytes;
    this.attributes = new XmlAttributes(bytes);
    this.part = part;
    this.limit = bytes.length;
    if (this.byte(0) === 0xef && this.byte(1) === 0xbb && this.byte(2) === 0xbf) this.end = 3;
    const isWide = this.byte(0) >= 0xfe || this.byte(0) === 0 || (bytes.length > 1 && this.byte(1) === 0);
    if (isWide) this.fail(0, "not UTF-8");
  }

  /** Goes on at `from` as if nothing were open, and ends at `to`. */
  seek(from: number, to: number): void {
    this.end = from;
    this.limit = to;
    this.stack.length = 0;
    this.mustClose = false;
  }

  get depth(): number {
    return this.stack.length / 2;
  }

  /** The current tag is an empty element, `<x/>`. */
  get isEmpty(): boolean {
    return this.closesItself;
  }

  next(): number {
    if (this.mustClose) return this.closeItself();
    while (this.end < this.limit) {
      this.start = this.end;
      if (this.byte(this.start) !== lt) return this.readText();
      const kind = this.readMarkup(this.byte(this.start + 1));
      if (kind !== token.end) return kind;
    }
    if (this.stack.length > 0) this.fail(this.limit, "ends before its last element is closed");
    this.start = this.limit;
    return token.end;
  }

  /** Steps to the next tag that opens; false when the element at `depth` has closed or the part ended. */
  nextOpen(depth: number): boolean {
    for (let kind = this.next(); kind !== token.end; kind = this.next()) {
      if (kind === token.open) return true;
      if (kind === token.close && this.depth < depth) return false;
    }
    return false;
  }

  /** Steps over the element whose opening tag this is, to its closing tag. */
  skip(): void {
    const outside = this.depth - 1;
    while (this.depth > outside) this.next();
  }

  /** The text of the element whose opening tag this is, and of all within; ends on its closing tag. */
  elementText(): string {
    const outside = this.depth - 1;
    let text = "";
    while (this.depth > outside) if (this.next() === token.text) text += this.text();
    return text;
  }

  /**
   * For an element that holds nothing but text, on its opening tag: steps to its closing tag, and the text's
   * bytes are `textFrom` (included) to `textTo` (excluded). Answers false where there is more in it, and
   * stays.
   */
  plainContent(): boolean {
    let at = this.end;
    while (at < this.limit && this.byte(at) !== lt) at++;
    if (!this.closesItself && this.byte(at + 1) !== slash) return false;
    this.textFrom = this.end;
    this.textTo = this.closesItself ? this.end : at;
    this.end = this.textTo;
    this.next();
    return true;
  }

  /** The current tag has that local name. */
  is(name: string): boolean {
    return this.matches(name, this.localFrom, this.nameTo);
  }

  /** One past the last byte of the current tag's name. */
  get nameEnd(): number {
    return this.nameTo;
  }

  /** The local name of the current tag. */
  name(): string {
    return decodeXml(this.bytes, this.localFrom, this.nameTo);
  }

  /** What stands before the local name: `x:`, or nothing. */
  prefix(): string {
    return decodeXml(this.bytes, this.nameFrom, this.localFrom);
  }

  text(): string {
    return this.isCdata
      ? new TextDecoder().decode(this.bytes.subarray(this.start + 9, this.end - 3))
      : decodeXml(this.bytes, this.start, this.end);
  }

  /** The value of the tag's attribute with that local name; null where it has none. */
  attribute(name: string): string | null {
    return this.attributes.value(name);
  }

  fail(offset: number, matter: Matter): never {
    throw new EngineError("unreadable", matter, { part: this.part, byte: offset });
  }

  private byte(at: number): number {
    return this.bytes[at] ?? 0;
  }

  private matches(name: string, from: number, to: number): boolean {
    return to - from === name.length && spells(this.bytes, name, from);
  }

  private readText(): number {
    while (this.end < this.limit && this.byte(this.end) !== lt) this.end++;
    this.isCdata = false;
    if (this.stack.length === 0 && !this.isBlank()) this.fail(this.start, "text outside of any element");
    return token.text;
  }

  private isBlank(): boolean {
    for (let at = this.start; at < this.end; at++) if (this.byte(at) > 32) return false;
    return true;
  }

  private readMarkup(kind: number): number {
    if (kind === slash) return this.readClose();
    if (kind === question) return this.pass("?>");
    if (kind !== bang) return this.readOpen();
    if (this.startsWith("<!--")) return this.pass("-->");
    if (!this.startsWith("<![CDATA[")) this.fail(this.start, "a declaration that is not allowed here");
    this.pass("]]>");
    this.isCdata = true;
    return token.text;
  }

  private startsWith(text: string): boolean {
    return this.matches(text, this.start, this.start + text.length);
  }

  /** Steps behind the next such mark. */
  private pass(mark: string): number {
    const last = mark.charCodeAt(mark.length - 1);
    for (let at = this.bytes.indexOf(last, this.start + 2); at >= 0; at = this.bytes.indexOf(last, at + 1)) {
      if (at >= this.limit) break;
      if (!this.matches(mark, at + 1 - mark.length, at + 1)) continue;
      this.end = at + 1;
      return token.end;
    }
    return this.fail(this.start, "a tag that does not end");
  }

  private readClose(): number {
    const from = this.start + 2;
    this.readName(from);
    const to = this.afterBlanks(this.nameTo);
    if (this.byte(to) !== gt || to >= this.limit) this.fail(this.start, "a tag that does not end");
    this.end = to + 1;
    this.popName();
    return token.close;
  }

  private popName(): void {
    const to = this.stack.pop() ?? 0;
    const from = this.stack.pop() ?? 0;
    const length = this.nameTo - this.nameFrom;
    if (to - from !== length) this.fail(this.start, "closes what was not open");
    for (let i = 0; i < length; i++) {
      if (this.byte(from + i) !== this.byte(this.nameFrom + i))
        this.fail(this.start, "closes what was not open");
    }
  }

  private readOpen(): number {
    this.readName(this.start + 1);
    this.stack.push(this.nameFrom, this.nameTo);
    this.attributes.clear();
    let at = this.nameTo;
    for (;;) {
      at = this.afterBlanks(at);
      const next = this.byte(at);
      if (at >= this.limit) this.fail(this.start, "a tag that does not end");
      if (next === gt || next === slash) break;
      at = this.readAttribute(at);
    }
    this.closesItself = this.byte(at) === slash;
    this.mustClose = this.closesItself;
    this.end = this.closesItself ? at + 2 : at + 1;
    if (this.byte(this.end - 1) !== gt) this.fail(this.start, "a tag that does not end");
    return token.open;
  }

  private closeItself(): number {
    this.mustClose = false;
    this.nameTo = this.stack.pop() ?? 0;
    this.nameFrom = this.stack.pop() ?? 0;
    return token.close;
  }

  private readName(from: number): void {
    this.nameFrom = from;
    this.nameTo = this.findNameEnd(from);
    this.localFrom = this.localStart;
    if (this.nameTo === from) this.fail(this.start, "a tag without a name");
  }

  /** One past a name's last byte; `localStart` is then where its local part begins. */
  private findNameEnd(from: number): number {
    let at = from;
    this.localStart = from;
    while (at < this.limit && !endsName(this.byte(at))) {
      if (this.byte(at) === colon) this.localStart = at + 1;
      at++;
    }
    return at;
  }

  private readAttribute(from: number): number {
    const nameTo = this.findNameEnd(from);
    const sign = this.afterBlanks(nameTo);
    const value = this.afterBlanks(sign + 1);
    const to = this.byte(sign) === equals && nameTo > from ? this.valueEnd(value) : -1;
    if (to < 0) return this.fail(from, "an attribute that is not well-formed");
    this.attributes.add(this.localStart, nameTo, { from: value + 1, to });
    return to + 1;
  }

  /** Where the quote closes that opens at `from`; -1 when none opens or none closes. */
  private valueEnd(from: number): number {
    const mark = this.byte(from);
    if (mark !== quote && mark !== apostrophe) return -1;
    for (let at = from + 1; at < this.limit; at++) if (this.byte(at) === mark) return at;
    return -1;
  }

  private afterBlanks(from: number): number {
    let at = from;
    while (at < this.limit && this.byte(at) <= 32) at++;
    return at;
  }
}

function endsName(byte: number): boolean {
  return byte <= 32 || byte === gt || byte === slash || byte === equals || byte === lt;
}
