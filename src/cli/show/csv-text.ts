export function csvText(value: object | null): string {
  return JSON.stringify(value);
}
