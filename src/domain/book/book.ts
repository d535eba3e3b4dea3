import type { Lines } from "./lines";
import type { Masters } from "./masters";
import type { Settings } from "./settings";

/** A workbook's registers as values: what the business rules work on. */
export interface Book {
  readonly settings: Settings;
  readonly masters: Masters;
  readonly lines: Lines;
}
