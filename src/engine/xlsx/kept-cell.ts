import type { KeptCell } from "../column-stretch";
import type { XmlScanner } from "./xml-scanner";
import { escapeXml } from "./xml-text";

const known = ["r", "s", "t"];

/** A cell's tag says nothing beyond its place, style and type. */
export function knowsAttributes({ attributes }: XmlScanner): boolean {
  let count = 0;
  for (const name of known) if (attributes.valueAt(name) >= 0) count++;
  return count === attributes.size;
}

/** What else the tag of a cell says (`cm`, `vm`, `ph`): kept with the cell until it is written. */
export function keptAttributes({ attributes }: XmlScanner): KeptCell | null {
  const others = attributes.all().filter(({ name }) => !known.includes(name));
  if (others.length === 0) return null;
  const texts = others.map(({ name, value }) => ` ${name}="${escapeXml(value)}"`);
  return { attributes: texts.join(""), content: null };
}

/** The bytes from there to the end of the current tag, as text. */
export function rawText(scanner: XmlScanner, from: number): string {
  return new TextDecoder().decode(scanner.bytes.subarray(from, scanner.end));
}
