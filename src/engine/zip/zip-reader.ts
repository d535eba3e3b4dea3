import { Inflate, inflateSync } from "fflate";
import { EngineError } from "../engine-error";
import { crc32 } from "./crc32";

/** One file of a ZIP archive, its bytes still packed. */
export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes when unpacked. */
  readonly size: number;
  readonly packed: Uint8Array;
}

/** More than this unpacked is taken for an attack. */
const mostBytes = 1_073_741_824;
const endLength = 22;

/**
 * The files of an archive in its directory's order; what is damaged, doubled or too large is refused by name.
 */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    const { entry, next } = readEntry(view, at);
    entries.push(entry);
    at = next;
  }
  refuse(entries);
  return entries;
}

function refuse(entries: readonly ZipEntry[]): void {
  const names = new Set<string>();
  let total = 0;
  for (const { name, size } of entries) {
    const key = name.toLowerCase();
    if (names.has(key)) throw new EngineError("unreadable", "held twice", { part: name });
    names.add(key);
    total += size;
    if (total > mostBytes)
      throw new EngineError("unreadable", "more than 1 GiB when unpacked", { part: name });
  }
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endLength - 65_535);
  for (let at = view.byteLength - endLength; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new EngineError("unreadable", "not a ZIP archive, or cut off before its end");
}

function readEntry(view: DataView, at: number): { readonly entry: ZipEntry; readonly next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) {
    throw new EngineError("unreadable", "the archive's directory is damaged", { byte: at });
  }
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw new EngineError("unreadable", "the archive's directory is cut off");
  const name = new TextDecoder().decode(bytesOf(view, at + 46, nameEnd)).replaceAll("\\", "/");
  const method = view.getUint16(at + 10, true);
  if ((view.getUint16(at + 8, true) & 1) === 1)
    throw new EngineError("encrypted", "locked by a password", { part: name });
  if (method !== 0 && method !== 8)
    throw new EngineError("unreadable", "packed by an unknown method", { part: name });
  const packed = packedBytes(view, { name, header: at });
  return {
    entry: { name, method, crc: view.getUint32(at + 16, true), size: view.getUint32(at + 24, true), packed },
    next,
  };
}

function packedBytes(view: DataView, { name, header }: { name: string; header: number }): Uint8Array {
  const length = view.getUint32(header + 20, true);
  const local = view.getUint32(header + 42, true);
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== 0x04034b50) {
    throw new EngineError("unreadable", "not where the archive's directory says", { part: name });
  }
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + length > view.byteLength) throw new EngineError("unreadable", "cut off", { part: name });
  return bytesOf(view, from, from + length);
}

function bytesOf(view: DataView, from: number, to: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + from, to - from);
}

/** The entry's bytes; never more than its directory says, and checked against its checksum. */
export function unpack(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === 0 ? entry.packed : inflate(entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
    throw new EngineError("unreadable", "damaged", { part: entry.name });
  }
  return bytes;
}

/** So many packed bytes are unpacked at once. */
const step = 262_144;

function inflate(entry: ZipEntry): Uint8Array {
  const { name, packed } = entry;
  try {
    return packed.length > 0 && packed.length <= step ? inflatedWhole(entry) : inflatedInSteps(entry);
  } catch (cause) {
    throw new EngineError("unreadable", "damaged", { part: name });
  }
}

/** One byte more than stated is room enough to see that a stream swells beyond its stated size. */
function inflatedWhole({ size, packed }: ZipEntry): Uint8Array {
  return inflateSync(packed, { out: new Uint8Array(size + 1) });
}

/** In steps, so that a stream that swells beyond its stated size is stopped. */
function inflatedInSteps({ size, packed }: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new Error("more bytes than the directory says");
    bytes.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < packed.length; at += step) {
    stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
  return bytes.subarray(0, filled);
}
