import type { Change } from "../workbook/port";
export function balanceChanges(_a: unknown, _b: unknown, _c: unknown): Change[] {
  return [];
}
