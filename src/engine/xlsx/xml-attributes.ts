import { decodeXml } from "./xml-text";

/** Where an attribute stands: its local name, its value's first byte and one past its last. */
export interface AttributeSpan {
  readonly name: number;
  readonly from: number;
  readonly to: number;
}

/** The attributes of one tag, as places in the bytes of its part; found by their local name. */
export class XmlAttributes {
  private readonly bytes: Uint8Array;
  /** Of each: local name from, to, value from, to. */
  private readonly marks: number[] = [];
  private count = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  clear(): void {
    this.count = 0;
  }

  /** How many attributes the tag has. */
  get size(): number {
    return this.count / 4;
  }

  add(name: number, nameTo: number, value: { readonly from: number; readonly to: number }): void {
    this.marks[this.count++] = name;
    this.marks[this.count++] = nameTo;
    this.marks[this.count++] = value.from;
    this.marks[this.count++] = value.to;
  }

  /** The value of the attribute; null where the tag has none of that name. */
  value(name: string): string | null {
    const at = this.find(name);
    return at < 0 ? null : decodeXml(this.bytes, this.marks[at + 2], this.marks[at + 3]);
  }

  /** First byte of the attribute's value, -1 where there is none: for those who read the bytes themselves. */
  valueAt(name: string): number {
    const at = this.find(name);
    return at < 0 ? -1 : this.marks[at + 2];
  }

  span(name: string): AttributeSpan | null {
    const at = this.find(name);
    return at < 0 ? null : { name: this.marks[at], from: this.marks[at + 2], to: this.marks[at + 3] };
  }

  /** Every attribute of the tag. */
  all(): readonly { readonly name: string; readonly value: string }[] {
    return Array.from({ length: this.count / 4 }, (_, i) => {
      const [nameFrom, nameTo, from, to] = this.marks.slice(i * 4, i * 4 + 4);
      return { name: decodeXml(this.bytes, nameFrom, nameTo), value: decodeXml(this.bytes, from, to) };
    });
  }

  private find(name: string): number {
    for (let at = 0; at < this.count; at += 4) {
      if (this.marks[at + 1] - this.marks[at] === name.length && spells(this.bytes, name, this.marks[at]))
        return at;
    }
    return -1;
  }
}

/** True where the bytes from that place on spell the text, which is plain ASCII. */
export function spells(bytes: Uint8Array, text: string, from: number): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text.charCodeAt(i)) return false;
  return true;
}
