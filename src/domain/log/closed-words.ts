import type { Reason, Warehouse } from "../book/masters";
import { listIn } from "./posted-cells";

const TREATMENTS = ["none", "inputOut", "deemedSale"] as const satisfies readonly Reason["vat"][];
const KINDS = [
  ...(["main", "inspect", "reject", "transit", "shop"] as const),
] satisfies readonly Warehouse["kind"][];

/** A reason as a closing tells it. */
export function reasonText({ code, name, account, vat }: Reason): string {
  return JSON.stringify([code, name, account, vat]);
}

/** The reasons that a text of the log tells so. */
export function reasonsIn(text: string): readonly Reason[] {
  return listIn(text).flatMap((one): Reason[] => {
    const [code, name, account, said] = wordsOf(one);
    const vat = TREATMENTS.find((word) => word === said) ?? "none";
    return code === undefined ? [] : [{ code, name: name ?? "", account: account ?? "", vat }];
  });
}

/** A warehouse and its kind as a closing tells it. */
export function kindText({ code, kind }: Pick<Warehouse, "code" | "kind">): string {
  return JSON.stringify([code, kind]);
}

/**
 * The kinds of warehouses that a text of the log tells so, by code; a kind of a later version is not told.
 */
export function kindsIn(text: string): readonly (readonly [string, Warehouse["kind"]])[] {
  return listIn(text).flatMap((one): [string, Warehouse["kind"]][] => {
    const [code, said] = wordsOf(one);
    const kind = KINDS.find((word) => word === said);
    return code === undefined || kind === undefined ? [] : [[code, kind]];
  });
}

/** The words of a list, in their order. */
function wordsOf(one: unknown): readonly (string | undefined)[] {
  const all: readonly unknown[] = Array.isArray(one) ? one : [];
  return all.map((said) => (typeof said === "string" ? said : undefined));
}
