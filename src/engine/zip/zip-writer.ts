import { Deflate, deflateSync } from "fflate";
import { crc32 } from "./crc32";
import type { ZipEntry } from "./zip-reader";

/** Files from this size on are packed more loosely: they are sheets, and somebody waits. */
const large = 4_000_000;

/** Files below this size are packed in one piece, which needs no room for what may still come. */
const small = 65_536;

/** Packs a file given as a run of pieces. */
export function pack(name: string, pieces: Iterable<Uint8Array>): ZipEntry {
  const held = [...pieces];
  const total = held.reduce((sum, piece) => sum + piece.length, 0);
  return total < small ? packedWhole(name, joined(held)) : packedInPieces(name, held, total);
}

function packedWhole(name: string, bytes: Uint8Array): ZipEntry {
  const packed = deflateSync(bytes, { level: 6 });
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed };
}

/** A large file, without its pieces being put together first. */
function packedInPieces(name: string, held: readonly Uint8Array[], total: number): ZipEntry {
  const out: Uint8Array[] = [];
  const stream = new Deflate({ level: total > large ? 1 : 6 }, (chunk) => out.push(chunk));
  let crc = 0;
  for (const piece of held) {
    crc = crc32(piece, crc);
    stream.push(piece);
  }
  stream.push(new Uint8Array(0), true);
  return { name, method: 8, crc, size: total, packed: joined(out) };
}

/** One run of bytes from many. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** An archive of these files in this order. It bears no time, so the same files make the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = encoder.encode(entry.name);
    directory.push(directoryHeader(entry, { nameLength: name.length, at }), name);
    const local = [localHeader(entry, name.length), name, entry.packed];
    pieces.push(...local);
    at += local.reduce((sum, piece) => sum + piece.length, 0);
  }
  const directoryLength = directory.reduce((sum, piece) => sum + piece.length, 0);
  return joined([...pieces, ...directory, endRecord({ count: entries.length, directoryLength, at })]);
}

const utf8Names = 0x0800;
/** 1 January 1980, the first day that ZIP knows. */
const noDate = 0x0021;

function localHeader(entry: ZipEntry, nameLength: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(30));
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, 20, true);
  writeFacts(view, 6, entry);
  view.setUint16(26, nameLength, true);
  return new Uint8Array(view.buffer);
}

function directoryHeader(
  entry: ZipEntry,
  { nameLength, at }: { nameLength: number; at: number },
): Uint8Array {
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, 20, true);
  writeFacts(view, 8, entry);
  view.setUint16(28, nameLength, true);
  view.setUint32(42, at, true);
  return new Uint8Array(view.buffer);
}

/** What both headers say alike of a file: flags, method, date, checksum, sizes. */
function writeFacts(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, utf8Names, true);
  view.setUint16(at + 2, entry.method, true);
  view.setUint16(at + 6, noDate, true);
  view.setUint32(at + 8, entry.crc, true);
  view.setUint32(at + 12, entry.packed.length, true);
  view.setUint32(at + 16, entry.size, true);
}

function endRecord(facts: { count: number; directoryLength: number; at: number }): Uint8Array {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, facts.count, true);
  view.setUint16(10, facts.count, true);
  view.setUint32(12, facts.directoryLength, true);
  view.setUint32(16, facts.at, true);
  return new Uint8Array(view.buffer);
}
