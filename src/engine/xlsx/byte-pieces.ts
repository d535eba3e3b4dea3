const flushAt = 65_536;

/** Gathers the bytes of a part from stretches of the old one and from new text. */
export class BytePieces {
  private readonly encoder = new TextEncoder();
  private readonly pieces: Uint8Array[] = [];
  private text = "";

  write(text: string): void {
    this.text += text;
    if (this.text.length > flushAt) this.flush();
  }

  copy(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.flush();
    this.pieces.push(bytes);
  }

  done(): readonly Uint8Array[] {
    this.flush();
    return this.pieces;
  }

  private flush(): void {
    if (this.text !== "") this.pieces.push(this.encoder.encode(this.text));
    this.text = "";
  }
}
