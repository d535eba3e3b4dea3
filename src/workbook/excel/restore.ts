import { inExcel } from "./in-excel";
import { keptTotals, setUpKept } from "./kept-totals";
import type { Following } from "./take-back";

/**
 * Sets up again what an interrupted batch may have left off: events, and the totals rows of tables that were
 * changing their size. A cell that is being edited is waited for. What interrupted it may do so again: the
 * trouble that is told is the first, and the next patch sets the totals rows up.
 */
export async function restored({ side, course }: Following): Promise<void> {
  try {
    const waiting = course?.waiting;
    await inExcel(side, waiting === undefined ? undefined : { waiting }, async (context) => {
      context.runtime.enableEvents = true;
      const kept = keptTotals(context);
      await context.sync();
      await setUpKept(context, kept.told());
    });
  } catch {
    // told already
  }
}
