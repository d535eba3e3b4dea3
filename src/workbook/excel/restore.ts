import { inExcel } from "./in-excel";
import type { States } from "./survey";
import type { Following } from "./take-back";
import { setUpTotals } from "./write-size";

/**
 * Sets up again what an interrupted batch may have left off: events, and the totals rows of tables that were
 * changing their size. A cell that is being edited is waited for. What interrupted it may do so again;
 * the trouble that is told is the first.
 */
export async function restored({ side, course }: Following, states: States): Promise<void> {
  const totalled = [...states.values()].filter(({ hasTotals, totals }) => hasTotals && totals.length > 0);
  try {
    const waiting = course?.waiting;
    await inExcel(side, waiting === undefined ? undefined : { waiting }, async (context) => {
      context.runtime.enableEvents = true;
      for (const state of totalled) setUpTotals(context.workbook.tables.getItem(state.name), state);
      await context.sync();
    });
  } catch {
    // told already
  }
}
