const BLOCK = 64;

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUNDS = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);

/** First 32 bits of the fractional parts of the square roots of the first eight primes. */
const START = new Int32Array([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

/** Where texts are laid out and blocks are spread, used again for every text: a log is of many short ones. */
let bytes = new Uint8Array(4096);
let view = new DataView(bytes.buffer);
const words = new Int32Array(64);
const state = new Int32Array(8);

function makeRoom(room: number): void {
  if (room <= bytes.length) return;
  bytes = new Uint8Array(room * 2);
  view = new DataView(bytes.buffer);
}

/** How many bytes follow the first of a letter's. */
function bytesAfter(code: number): number {
  if (code < 0x80) return 0;
  if (code < 0x800) return 1;
  return code < 0x10000 ? 2 : 3;
}

const LEADS = [0, 0xc0, 0xe0, 0xf0];

/** Writes a letter in UTF-8, a half of a surrogate pair as U+FFFD; answers where it ends. */
function writeLetter(letter: number, from: number): number {
  const code = letter >= 0xd800 && letter <= 0xdfff ? 0xfffd : letter;
  const more = bytesAfter(code);
  let at = from;
  bytes[at++] = LEADS[more] | (code >> (6 * more));
  for (let left = more - 1; left >= 0; left--) bytes[at++] = 0x80 | ((code >> (6 * left)) & 0x3f);
  return at;
}

/** Writes a text in UTF-8; answers where it ends. */
function writeUtf8(text: string, from: number): number {
  let at = from;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[at++] = unit;
      continue;
    }
    const letter = text.codePointAt(i) ?? 0;
    if (letter > 0xffff) i++;
    at = writeLetter(letter, at);
  }
  return at;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const [OPEN, COMMA, CLOSE] = [0x5b, 0x2c, 0x5d];

/** Writes a text in quotes as JSON has it, without making that of it first where it holds nothing rare. */
function writeQuoted(text: string, from: number): number {
  let at = from;
  bytes[at++] = QUOTE;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < SPACE || (unit & 0xf800) === 0xd800) return writeUtf8(JSON.stringify(text), from);
    if (unit === QUOTE || unit === BACKSLASH) bytes[at++] = BACKSLASH;
    if (unit < 0x80) bytes[at++] = unit;
    else at = writeLetter(unit, at);
  }
  bytes[at++] = QUOTE;
  return at;
}

function wholeBlocks(length: number): number {
  return Math.ceil((length + 9) / BLOCK) * BLOCK;
}

function rotated(x: number, by: number): number {
  return (x >>> by) | (x << (32 - by));
}

/** Spreads a block over the 64 words. */
function spread(from: number): void {
  for (let t = 0; t < 16; t++) words[t] = view.getInt32(from + t * 4);
  for (let t = 16; t < 64; t++) {
    const near = words[t - 2];
    const far = words[t - 15];
    const small0 = rotated(far, 7) ^ rotated(far, 18) ^ (far >>> 3);
    const small1 = rotated(near, 17) ^ rotated(near, 19) ^ (near >>> 10);
    words[t] = small1 + words[t - 7] + small0 + words[t - 16];
  }
}

/** Works the words of one block into the state. */
function compress(): void {
  const [w, k] = [words, ROUNDS];
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let t = 0; t < 64; t++) {
    const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const first = (h + big1 + (g ^ (e & (f ^ g))) + k[t] + w[t]) | 0;
    const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const second = (big0 + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/** Each byte as two hexadecimal digits. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function digits(word: number): string {
  return HEX[word >>> 24] + HEX[(word >>> 16) & 255] + HEX[(word >>> 8) & 255] + HEX[word & 255];
}

/** The digest of the bytes laid out: behind them come a 1 bit, zeros, and their length in bits. */
function digestOf(length: number): string {
  const end = wholeBlocks(length);
  bytes[length] = 0x80;
  bytes.fill(0, length + 1, end);
  view.setUint32(end - 8, Math.floor(length / 0x20000000));
  view.setUint32(end - 4, length << 3);
  state.set(START);
  for (let from = 0; from < end; from += BLOCK) {
    spread(from);
    compress();
  }
  let digest = "";
  for (let word = 0; word < state.length; word++) digest += digits(state[word]);
  return digest;
}

/**
 * The SHA-256 digest of a text in UTF-8 as 64 hexadecimal digits: nobody finds another text of the same
 * digest. Source: FIPS 180-4, §5.1.1, §6.2.
 */
export function sha256(text: string): string {
  makeRoom(wholeBlocks(text.length * 3));
  return digestOf(writeUtf8(text, 0));
}

/** The digest of what texts are as a list in JSON, which is not made for it. */
export function sha256OfList(texts: readonly string[]): string {
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  makeRoom(wholeBlocks(letters * 6 + texts.length * 3 + 2));
  bytes[0] = OPEN;
  let at = 1;
  for (let i = 0; i < texts.length; i++) {
    if (i > 0) bytes[at++] = COMMA;
    at = writeQuoted(texts[i], at);
  }
  bytes[at++] = CLOSE;
  return digestOf(at);
}
