import { EngineError } from "../engine-error";

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** True for an empty file and for the container of old Office files, which also holds encrypted new ones. */
export function isForeign(bytes: Uint8Array): boolean {
  return bytes.length === 0 || compound.every((byte, i) => bytes[i] === byte);
}

/** Says what the file is instead of an .xlsx. */
export function refuseForeign(bytes: Uint8Array): never {
  if (bytes.length === 0) throw new EngineError("unreadable", "the file is empty");
  if (holds(bytes, "EncryptedPackage")) throw new EngineError("encrypted", "locked by a password");
  throw new EngineError("unreadable", "an old Excel file (.xls): save it as .xlsx first");
}

/** The container names its streams in UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = name.split("").flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
