import type { ExcelSide } from "./excel-side";
import type { States } from "./survey";
import { setUpTotals } from "./write-size";

/**
 * Sets up again what an interrupted batch may have left off: events, and the totals rows of tables that were
 * changing their size. What interrupted it may do so again; the trouble that is told is the first.
 */
export async function restored(side: ExcelSide, states: States): Promise<void> {
  const totalled = [...states.values()].filter(({ hasTotals, totals }) => hasTotals && totals.length > 0);
  try {
    await side.run(async (context) => {
      context.runtime.enableEvents = true;
      for (const state of totalled) setUpTotals(context.workbook.tables.getItem(state.name), state);
      await context.sync();
    });
  } catch {
    // told already
  }
}
