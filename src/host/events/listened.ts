/** The target of events that concern the whole workbook. */
export const wholeWorkbook = "Workbook";

/** Which events office.js asked to hear, by type and target. */
export class Listened {
  private readonly counts = new Map<string, number>();

  register(type: number, target: string): void {
    const key = keyOf(type, target);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = keyOf(type, target);
    this.counts.set(key, Math.max((this.counts.get(key) ?? 0) - 1, 0));
  }

  has(type: number, target: string): boolean {
    return (this.counts.get(keyOf(type, target)) ?? 0) > 0;
  }
}

function keyOf(type: number, target: string): string {
  return `${type} ${target}`;
}
