import type { Thing } from "../objects/thing";
import type { Session } from "../session/session";
import { type Action, actionTypes } from "../wire/batch";
import { isJsonList, type Json } from "../wire/json";

/**
 * Remarks on what Excel swallows in silence: nulls in a write, which JSON also makes of NaN and undefined,
 * and whatever is done to the null object.
 */
export function remarkOn({ remarks }: Session, thing: Thing | null, action: Action): void {
  if (thing === null) {
    if (isDeed(action)) remarks.push(`${action.Name} of a null object does nothing`);
    return;
  }
  const nulls = action.ActionType === actionTypes.setProperty ? nullCount(valueIn(action)) : 0;
  if (nulls > 0)
    remarks.push(`${thing.kind}.${action.Name} is written with ${nulls} nulls: those cells stay`);
}

function isDeed({ ActionType: type, Name: name }: Action): boolean {
  const isCall = type === actionTypes.method && !name.startsWith("_");
  return isCall || type === actionTypes.setProperty || type === actionTypes.update;
}

function valueIn({ ArgumentInfo: info }: Action): Json {
  return info?.Arguments?.[0] ?? null;
}

function nullCount(value: Json): number {
  if (value === null) return 1;
  return isJsonList(value) ? value.reduce<number>((count, inner) => count + nullCount(inner), 0) : 0;
}
