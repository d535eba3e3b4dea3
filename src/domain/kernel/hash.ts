/** Two 32-bit halves of a text's hash, from different seeds. Source: cyrb53 by bryc, public domain. */
function halves(text: string, seed: number): readonly [number, number] {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0];
}

/** 128 bits as 32 hexadecimal digits that tell one text from another; no protection against intent. */
export function hashText(text: string): string {
  const parts = [...halves(text, 0), ...halves(text, 0x9e3779b9)];
  return parts.map((part) => part.toString(16).padStart(8, "0")).join("");
}
