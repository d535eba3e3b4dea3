import { EngineError } from "../engine-error";
import { joined, pack, writeZip } from "../zip/zip-writer";
import { readZip, unpack } from "../zip/zip-reader";
import type { ZipEntry } from "../zip/zip-reader";
import { readRelations, relationsPart } from "./relations";
import type { Relation } from "./relations";

/** A part as it was put, to be packed when the package is written: it may be put again before that. */
interface LoosePart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Parts from this size on are packed at once. */
const large = 65_536;

function isLoose(part: ZipEntry | LoosePart): part is LoosePart {
  return "bytes" in part;
}

/**
 * The parts of an .xlsx file by name (`xl/workbook.xml`, in any case), each kept packed until it is asked
 * for.
 */
export class Package {
  private readonly entries: Map<string, ZipEntry | LoosePart>;

  constructor(entries: readonly (ZipEntry | LoosePart)[] = []) {
    this.entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  static open(bytes: Uint8Array): Package {
    return new Package(readZip(bytes));
  }

  names(): readonly string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  has(part: string): boolean {
    return this.entries.has(part.toLowerCase());
  }

  bytes(part: string): Uint8Array {
    const entry = this.entries.get(part.toLowerCase());
    if (entry === undefined) throw new EngineError("unreadable", "missing", { part });
    return isLoose(entry) ? entry.bytes : unpack(entry);
  }

  /** What the part refers to; "" asks for the package itself. */
  relations(part: string): readonly Relation[] {
    const of = relationsPart(part);
    return this.has(of) ? readRelations(this.bytes(of), part) : [];
  }

  put(part: string, pieces: readonly Uint8Array[]): void {
    const name = this.entries.get(part.toLowerCase())?.name ?? part;
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const entry = size < large ? { name, bytes: joined(pieces) } : pack(name, pieces);
    this.entries.set(part.toLowerCase(), entry);
  }

  putText(part: string, text: string): void {
    this.put(part, [new TextEncoder().encode(text)]);
  }

  remove(part: string): void {
    this.entries.delete(part.toLowerCase());
  }

  /** A package of its own with the same parts. */
  copy(): Package {
    return new Package([...this.entries.values()]);
  }

  write(): Uint8Array {
    const entries = [...this.entries.values()];
    return writeZip(entries.map((entry) => (isLoose(entry) ? pack(entry.name, [entry.bytes]) : entry)));
  }
}

/** A stretch of a part (from included, to excluded) and the text that takes its place. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The part with its stretches replaced; they must not overlap, their order does not matter. */
export function spliced(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { from, to, text } of [...splices].sort((a, b) => a.from - b.from)) {
    pieces.push(bytes.subarray(at, from), encoder.encode(text));
    at = to;
  }
  return joined([...pieces, bytes.subarray(at)]);
}
