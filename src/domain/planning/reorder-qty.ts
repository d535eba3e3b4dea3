import { figure } from "../kernel/numbers";
import type { Formula, Outcomes, Refused } from "./formula";
import { lotParameters } from "./formula-parameter";
import type { Inputs } from "./inputs";

/** What decides whether to order: at or below a point, or strictly below the least stock. */
type Rule = "point" | "minMax";

/** A quantity put up to the least order, then to a whole multiple; 10⁻⁶ of the unit. */
function asOrdered(qty: number, least: number, multiple: number): number {
  const enough = Math.max(qty, least);
  return multiple > 0 ? Math.ceil(enough / multiple) * multiple : enough;
}

/** What is there and on the way for whoever asks next; null where nothing is said of it. */
function positionOf(inputs: Inputs): number | null {
  const position = inputs.number("position");
  if (position !== null) return position;
  const onHand = inputs.number("onHand");
  return onHand === null ? null : onHand - inputs.numberOr("reserved", 0) + inputs.numberOr("onOrder", 0);
}

function ruleOf(inputs: Inputs): Rule {
  const said = inputs.text("rule");
  return said === "minMax" || (said === null && inputs.number("reorderPoint") === null) ? "minMax" : "point";
}

function run(inputs: Inputs): Outcomes | Refused {
  const position = positionOf(inputs);
  if (position === null) return { what: "onHand", expected: "given" };
  const rule = ruleOf(inputs);
  const id = rule === "point" ? "reorderPoint" : "minStock";
  const trigger = inputs.number(id);
  if (trigger === null) return { what: id, expected: "given" };
  const isDue = rule === "point" ? position <= trigger : position < trigger;
  const target = Math.max(inputs.numberOr("maxStock", trigger), trigger);
  const multiple = inputs.numberOr("orderMultiple", 0);
  const missing = target - position;
  const qty = isDue && missing > 0 ? asOrdered(missing, inputs.numberOr("minOrder", 0), multiple) : 0;
  return {
    qty: figure(qty, 6),
    rule,
    triggered: isDue,
    position: figure(position, 6),
    trigger: figure(trigger, 6),
    target: figure(target, 6),
  };
}

/**
 * How much to order now: where the rule is met, what is missing to the target (the highest stock, at least
 * the point itself), up to the least order, up to a whole multiple; else 0. The point is met at or below it,
 * the least stock strictly below. Source: DOMAIN §9 suggested order, reorder point.
 */
export const reorderQty: Formula = {
  code: "reorder-qty",
  title: { zh: "建议补货量", en: "Quantity to order" },
  parameters: [
    { id: "onHand", title: { zh: "现存量", en: "on hand" }, kind: "quantity", also: ["stock"] },
    { id: "reserved", title: { zh: "占用量", en: "reserved" }, kind: "quantity" },
    { id: "onOrder", title: { zh: "在途量", en: "on order" }, kind: "quantity" },
    {
      id: "position",
      title: { zh: "库存位置（代替以上三项）", en: "position, instead of the three" },
      kind: "quantity",
    },
    {
      id: "rule",
      title: { zh: "规则", en: "rule" },
      kind: "word",
      words: ["point", "minMax"],
    },
    {
      id: "reorderPoint",
      title: { zh: "补货点", en: "reorder point" },
      kind: "quantity",
      also: ["rop"],
    },
    { id: "minStock", title: { zh: "最低库存", en: "least stock" }, kind: "quantity", also: ["min"] },
    {
      id: "maxStock",
      title: { zh: "最高库存", en: "highest stock" },
      kind: "quantity",
      also: ["max", "target"],
    },
    ...lotParameters("quantity"),
  ],
  results: [
    { id: "qty", title: { zh: "建议量", en: "to order" } },
    { id: "rule", title: { zh: "规则", en: "rule" } },
    { id: "triggered", title: { zh: "已触发", en: "is due" } },
    { id: "position", title: { zh: "库存位置", en: "position" } },
    { id: "trigger", title: { zh: "触发点", en: "trigger" } },
    { id: "target", title: { zh: "目标", en: "target" } },
  ],
  run,
};
