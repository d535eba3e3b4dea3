/** What the add-in keeps in the workbook: JSON texts by key. */
export class Settings {
  private readonly texts: Map<string, string>;

  constructor(entries: Iterable<readonly [string, string]> = []) {
    this.texts = new Map(entries);
  }

  /** Keys and JSON texts, in the order in which they came. */
  entries(): readonly (readonly [string, string])[] {
    return [...this.texts];
  }

  get(key: string): string | null {
    return this.texts.get(key) ?? null;
  }

  set(key: string, text: string): void {
    this.texts.set(key, text);
  }

  delete(key: string): boolean {
    return this.texts.delete(key);
  }

  /** The whole anew, as `Office.context.document.settings.saveAsync` sends it. */
  replace(entries: Iterable<readonly [string, string]>): void {
    this.texts.clear();
    for (const [key, text] of entries) this.texts.set(key, text);
  }
}
