import type { Reason } from "../book/masters";

/** Why a debt is given up: too small to ask for, bad, or a discount granted afterwards. */
export const WRITE_OFF_REASONS = [
  { code: "small", title: { zh: "抹零", en: "Small difference" } },
  { code: "badDebt", title: { zh: "坏账", en: "Bad debt" } },
  { code: "discount", title: { zh: "折扣", en: "Discount" } },
] as const;

/**
 * The code of a reason by its code or a name, of the three or of the book's own reasons; null = no such
 * reason. Source: CONTRACT §2 HX.
 */
export function writeOffReason(text: string, reasons: readonly Reason[]): string | null {
  const own = WRITE_OFF_REASONS.find(
    ({ code, title }) => code === text || title.zh === text || title.en === text,
  );
  if (own !== undefined) return own.code;
  return reasons.find(({ code, name }) => code === text || name === text)?.code ?? null;
}
