import { pick } from "./random-desk";
import type { Plan, Slot } from "./random-desk";

/** What a document of each type may execute: requests, offers, contracts, orders. DOMAIN §2. */
const executes: Readonly<Record<string, readonly string[] | undefined>> = {
  XJ: ["QG"],
  CG: ["QG", "XJ", "CH"],
  RK: ["CG"],
  XS: ["BJ", "XH"],
  CK: ["XS"],
};

/** Plans that a document may execute: of its partner, or of none. */
function openPlans({ sheet: { desk, step, partner } }: Slot): readonly Plan[] {
  const types = executes[step.type] ?? [];
  const isFor = (plan: Plan): boolean => plan.partner === "" || plan.partner === partner;
  return desk.plans.filter((plan) => types.includes(plan.type) && isFor(plan) && plan.left > 0);
}

/** A plan with so much left that a line may be against: of the same goods. */
export function planFor(slot: Slot, qty: number): Plan | undefined {
  const { item, batch, line } = slot;
  if (line.twist > 5) return undefined;
  return openPlans(slot).find((plan) => plan.item === item && plan.batch === batch && plan.left >= qty);
}

/**
 * The line about goods of a plan it may be against, where there is one of the same partner; else as it was.
 */
export function towardsPlan(slot: Slot): Slot {
  const open = openPlans(slot);
  if (slot.line.twist > 5 || open.length === 0) return slot;
  const { item, batch } = pick(open, slot.line.ref);
  return { ...slot, item, batch };
}

/**
 * The reference of a line to what it executes, now and then; an offer leaves its request as open as it was.
 */
export function executed(slot: Slot, qty: number): { readonly ref?: string } {
  const plan = planFor(slot, qty);
  if (plan === undefined) return {};
  const { effects, step } = slot.sheet;
  if (step.type !== "XJ") effects.push(() => takeOff(slot, plan, qty));
  return { ref: plan.rowId };
}

/** So much of a plan is executed, and of what it is an offer for. */
function takeOff({ sheet }: Slot, plan: Plan, qty: number): void {
  plan.left -= qty;
  const request = sheet.desk.plans.find(({ rowId }) => rowId === plan.offerOf);
  if (request !== undefined) request.left -= qty;
}
