const NO_WORDS = new Uint32Array(0);
const FEW_WORDS = 4;

/** A set of small whole numbers: one bit each, so that a million rows take 128 kB. */
export class Bits {
  private words = NO_WORDS;
  private count = 0;

  get size(): number {
    return this.count;
  }

  has(index: number): boolean {
    return (((this.words[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
  }

  add(index: number): void {
    const word = index >>> 5;
    if (word >= this.words.length) this.grow(word);
    const before = this.words[word] ?? 0;
    const bit = 1 << (index & 31);
    if ((before & bit) !== 0) return;
    this.words[word] = before | bit;
    this.count++;
  }

  remove(index: number): void {
    if (!this.has(index)) return;
    this.words[index >>> 5] &= ~(1 << (index & 31));
    this.count--;
  }

  /** Adds `from` (included) to `to` (excluded). */
  addRange(from: number, to: number): void {
    let index = from;
    while (index < to && (index & 31) !== 0) this.add(index++);
    for (; index + 32 <= to; index += 32) this.fill(index >>> 5);
    while (index < to) this.add(index++);
  }

  /** Adds every member of the other. */
  addAll(other: Bits): void {
    for (let index = other.next(0); index >= 0; index = other.next(index + 1)) this.add(index);
  }

  clear(): void {
    this.words = NO_WORDS;
    this.count = 0;
  }

  /** The smallest member that is at least `from`; -1 when there is none. */
  next(from: number): number {
    let word = from >>> 5;
    let rest = (this.words[word] ?? 0) & (-1 << (from & 31));
    while (rest === 0) {
      word++;
      if (word >= this.words.length) return -1;
      rest = this.words[word] ?? 0;
    }
    return word * 32 + 31 - Math.clz32(rest & -rest);
  }

  /** The largest member; -1 when there is none. */
  last(): number {
    for (let word = this.words.length - 1; word >= 0; word--) {
      const rest = this.words[word] ?? 0;
      if (rest !== 0) return word * 32 + 31 - Math.clz32(rest);
    }
    return -1;
  }

  /** Makes room: what is at least `at` becomes larger by `count`. */
  insert(at: number, count: number): void {
    this.renumber((index) => (index < at ? index : index + count));
  }

  /** Takes `count` numbers from `at` on out; what is larger closes up. */
  delete(at: number, count: number): void {
    this.renumber((index) => {
      if (index < at) return index;
      return index < at + count ? -1 : index - count;
    });
  }

  private renumber(to: (index: number) => number): void {
    const moved = new Bits();
    for (let index = this.next(0); index >= 0; index = this.next(index + 1)) {
      const place = to(index);
      if (place >= 0) moved.add(place);
    }
    this.words = moved.words;
    this.count = moved.count;
  }

  /** Makes every bit of a word a member. */
  private fill(word: number): void {
    if (word >= this.words.length) this.grow(word);
    for (let rest = ~(this.words[word] ?? 0); rest !== 0; rest &= rest - 1) this.count++;
    this.words[word] = 0xffffffff;
  }

  private grow(word: number): void {
    const wider = new Uint32Array(Math.max(word + 1, this.words.length * 2, FEW_WORDS));
    wider.set(this.words);
    this.words = wider;
  }
}
