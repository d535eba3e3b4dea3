const decoder = new TextDecoder();
const ampersand = 38;

/** The text of a run of bytes, its entities resolved; one that XML does not know stays as it is. */
export function decodeXml(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 40) return resolveEntities(decoder.decode(bytes.subarray(from, to)));
  let text = "";
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 127 || byte === ampersand) return resolveEntities(decoder.decode(bytes.subarray(from, to)));
    text += String.fromCharCode(byte);
  }
  return text;
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  return text.includes("&") ? text.replace(/&([a-z]+|#\d+|#x[0-9a-f]+);/gi, resolveEntity) : text;
}

function resolveEntity(entity: string, name: string): string {
  if (!name.startsWith("#")) return named[name] ?? entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0x10ffff ? entity : String.fromCodePoint(code);
}

/** Text as it may stand between tags or in an attribute's quotes. */
export function escapeXml(text: string): string {
  return /[&<>"\n\t]/.test(text) ? text.replace(/[&<>"\n\t]/g, (letter) => escapes[letter] ?? letter) : text;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/**
 * What reads like a spelling, control characters but tab and line feed, and the two that are no characters.
 */
const unfitForXml = /_(?=x[0-9A-Fa-f]{4}_)|[^\t\n\P{Cc}\u007f-\u009f]|[\ufffe\uffff]/gu;

/**
 * A cell's text for XML. What XML cannot hold Excel writes as `_x000D_`, so a real `_x000D_` needs spelling
 * too.
 */
export function escapeCellText(text: string): string {
  return escapeXml(text.replace(unfitForXml, spellOut));
}

function spellOut(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** What Excel spells as `_x000D_` becomes the character again. */
export function unspell(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** True for what XML calls true. */
export function isTrue(value: string | null): boolean {
  return value === "1" || value === "true";
}
