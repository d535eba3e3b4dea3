import type { Book } from "../book/book";
import { type Finding, finding } from "../kernel/finding";
import { figure } from "../kernel/numbers";
import type { LogRow } from "./log-row";
import { partsOf, textsAt, type ToldBeside } from "./posted-cells";
import { parametersTold } from "./parameters-told";
import { unitsTold } from "./units-told";

/**
 * How an item was costed when a document was posted: by which method, at which standard ("" = none); goods or
 * service.
 */
export interface CostingTold {
  readonly costing: string;
  readonly standardCost: string;
  readonly kind: "goods" | "service";
}

/** How every item is costed at first, by its code. */
function costingsIn({ masters, settings }: Book): ReadonlyMap<string, CostingTold> {
  return new Map(
    masters.items.map(({ code, costing, standardCost, service }) => [
      code,
      {
        costing: costing ?? settings.costing,
        standardCost: standardCost === null ? "" : String(figure(standardCost, 6)),
        kind: service ? "service" : "goods",
      },
    ]),
  );
}

/**
 * What the log tells beside rows that are posted: how their items are costed, what their units hold, what
 * settings and terms say of what they come to, so that nobody changes it unseen.
 */
export function besideRows(book: Book): ToldBeside {
  const known = costingsIn(book);
  const texts = new Map([...known].map(([code, told]) => [code, JSON.stringify(toldOf(code, told))]));
  const places = new Map([...known.keys()].map((code, place) => [code, place]));
  const others = [unitsTold(book), parametersTold(book)];
  const costings: ToldBeside = (rows) => {
    const own = [...new Set(textsAt(rows, "item"))].filter((code) => texts.has(code));
    if (own.length > 1) own.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    return own.length === 0 ? "" : `"costings":[${own.map((code) => texts.get(code)).join(",")}]`;
  };
  return (rows) => {
    const all = [costings(rows), ...others.map((told) => told(rows))];
    return all.filter((told) => told !== "").join(",");
  };
}

/** Of goods it is not said that they are. */
function toldOf(code: string, { costing, standardCost, kind }: CostingTold): readonly string[] {
  return [code, costing, standardCost, ...(kind === "service" ? [kind] : [])];
}

/** The items that a text of the log tells, each with how it was costed. */
function toldIn(after: string): readonly (readonly [string, CostingTold])[] {
  const { costings } = partsOf(after);
  const told: readonly unknown[] = Array.isArray(costings) ? costings : [];
  return told.flatMap((one) => {
    const [code = "", costing = "", standardCost = "", said = ""] = Array.isArray(one) ? one.map(String) : [];
    const kind = said === "service" ? said : "goods";
    return code === "" ? [] : [[code, { costing, standardCost, kind }] as const];
  });
}

/** How each item was costed when it was first posted, by its code, as the log tells. */
export function costingsFirstTold(rows: readonly LogRow[]): ReadonlyMap<string, CostingTold> {
  const posts = rows.filter(({ action, column }) => action === "post" && column === "");
  return new Map(posts.flatMap(({ after }) => toldIn(after)).reverse());
}

/**
 * COSTING_CHANGED for each item whose costing method, standard cost or kind is no longer what it was when it
 * was first posted: the first changes by methodChange alone, the second by a cost adjustment, the third
 * never.
 * Source: CONTRACT §3.
 */
export function costingFindings(book: Book, rows: readonly LogRow[]): readonly Finding[] {
  const now = costingsIn(book);
  return [...costingsFirstTold(rows)].flatMap(([item, was]) => {
    const is = now.get(item);
    if (is === undefined) return [];
    return (["costing", "standardCost", "kind"] as const)
      .filter((column) => was[column] !== is[column])
      .filter((column) => column !== "standardCost" || was.costing === "standard")
      .map((column) => {
        const place = { table: "items", row: 0, rowId: null, column };
        return finding("COSTING_CHANGED", place, { item, was: was[column] || null, is: is[column] || null });
      });
  });
}
