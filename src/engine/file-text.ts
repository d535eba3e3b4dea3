import { EngineError } from "./engine-error";

const MARK = "\uFEFF";

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
}

/** What the first two bytes of a file in UTF-16 are. */
const WIDE = new Map([
  [0xfffe, "utf-16le"],
  [0xfeff, "utf-16be"],
]);

/**
 * UTF-8, else the Chinese encoding that Excel saves in; that gets a mark, so that Excel knows it as UTF-8
 * later.
 */
function narrow(bytes: Uint8Array): string | null {
  const text = decoded(bytes, "utf-8");
  if (text !== null) return text;
  const chinese = decoded(bytes, "gb18030");
  return chinese === null ? null : MARK + chinese;
}

/**
 * The text of a file, whoever wrote it: UTF-16 with its byte order mark, UTF-8 or GBK. What was not plain
 * UTF-8 begins with a mark.
 */
export function fileText(bytes: Uint8Array, name: string): string {
  const wide = bytes.length < 2 ? undefined : WIDE.get(bytes[0] * 256 + bytes[1]);
  const text = wide === undefined ? narrow(bytes) : decoded(bytes, wide);
  if (text === null) throw new EngineError("unreadable", "not UTF-8", { part: name });
  return text;
}
