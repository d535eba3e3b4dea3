const tables = makeTables();

function makeTables(): Readonly<Record<"t0" | "t1" | "t2" | "t3", Int32Array>> {
  const t0 = Int32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
  });
  const carried = (last: Int32Array): Int32Array => last.map((value) => (value >>> 8) ^ at(t0, value));
  const t1 = carried(t0);
  const t2 = carried(t1);
  return { t0, t1, t2, t3: carried(t2) };
}

/** The checksum of ZIP, carried on from `before` over more bytes; four bytes a step. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const { t0, t1, t2, t3 } = tables;
  let crc = ~before;
  const even = bytes.length - (bytes.length % 4);
  for (let i = 0; i < even; i += 4) {
    crc ^= word(bytes, i);
    crc = at(t3, crc) ^ at(t2, crc >>> 8) ^ at(t1, crc >>> 16) ^ at(t0, crc >>> 24);
  }
  for (const byte of bytes.subarray(even)) crc = (crc >>> 8) ^ at(t0, crc ^ byte);
  return ~crc >>> 0;
}

function at(table: Int32Array, byte: number): number {
  return table[byte & 255] ?? 0;
}

function word(bytes: Uint8Array, i: number): number {
  const low = (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8);
  return low | ((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 3] ?? 0) << 24);
}
