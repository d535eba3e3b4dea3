/** A value as it crosses the wire. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object of the wire. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** True for an object that is neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a list. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The list there, or an empty one. */
export function listIn(value: Json | undefined): readonly Json[] {
  return isJsonList(value) ? value : [];
}

/** The text there, or an empty one. */
export function textIn(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** What a JSON text says; null where it is none. */
export function parseJson(text: string): Json {
  try {
    const parsed: unknown = JSON.parse(text);
    return isJson(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** True for what JSON can say, told by its outermost value: parsed text holds nothing else inside. */
function isJson(value: unknown): value is Json {
  return value === null || ["string", "number", "boolean", "object"].includes(typeof value);
}

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    // A pair of surrogates is two units here and four bytes there.
    bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
