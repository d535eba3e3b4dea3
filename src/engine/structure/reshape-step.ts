import type { Area } from "../address";
import type { Sheet } from "../sheet";

/**
 * What one structural edit does to whatever names cells. Kept in order by the workbook, so that saving can
 * lead what it does not understand (charts, conditional formats) the same way.
 */
export interface Reshape {
  /** The formula as it reads afterwards; `home` is the sheet on which it stands, null for a name. */
  readonly formula: (text: string, home: Sheet | null, row?: number) => string;
  /** How a formula reads depends on the row in which it stands, too. */
  readonly isByRow?: boolean;
  /** Where cells of a sheet stand afterwards; null when they are gone. */
  readonly area: (sheet: Sheet, area: Area) => Area | null;
}

/** Where nothing moves but names change. */
export function stays(_sheet: Sheet, area: Area): Area {
  return area;
}
