import type { AstExpression, CallExpression } from "@borgar/fx/xlsx";
import { arrays } from "../functions/arrays";
import { functionNamed } from "../functions/functions";
import { forms } from "./forms";
import { bareName } from "./names";
import { parseFormula } from "./parse";

const known = new Map<string, boolean>();
const mostKnown = 10_000;

/**
 * True when a formula fills several cells, or works through several where one value is wanted: a file must
 * mark it, or it takes the cell beside it alone, as formulas did before arrays spilled.
 */
export function worksOnArrays(text: string): boolean {
  const there = known.get(text);
  if (there !== undefined) return there;
  if (known.size >= mostKnown) known.clear();
  const tree = parseFormula(text);
  const works = tree !== null && (fillsCells(tree) || givesMany(tree));
  known.set(text, works);
  return works;
}

/** Comes to several values, where one is wanted. */
function givesMany(node: AstExpression | null): boolean {
  if (node === null) return false;
  if (node.type === "ReferenceIdentifier") return namesMany(node.kind, node.value);
  if (node.type === "UnaryExpression" && node.operator === "#") return true;
  return (node.type === "CallExpression" && makesArray(bareName(node.callee.name))) || fillsCells(node);
}

function makesArray(name: string): boolean {
  return name === "ANCHORARRAY" || (name in arrays && name !== "SUMPRODUCT");
}

/** `A1`, `T[@a]` and the names of the workbook are taken for single cells. */
function namesMany(kind: string, text: string): boolean {
  if (kind === "name") return /^_xlpm\./i.test(text);
  if (kind === "table") return !/#this row|@/i.test(text) || text.includes("]:[");
  return kind === "beam" || text.includes(":");
}

/** Somewhere within, one value is wanted and several are given. */
function fillsCells(node: AstExpression): boolean {
  if (node.type === "BinaryExpression") {
    if (node.operator === ":" || node.operator === " ") return false;
    return node.arguments.some(givesMany);
  }
  if (node.type === "UnaryExpression") return node.operator !== "@" && node.arguments.some(givesMany);
  if (node.type === "LetExpression") {
    const parts = [...node.declarations.map(({ init }) => init), node.body];
    return parts.some((part) => part !== null && (givesMany(part) || fillsCells(part)));
  }
  return node.type === "CallExpression" && callWorksOnArrays(node);
}

function callWorksOnArrays({ callee, arguments: args }: CallExpression): boolean {
  const nodes: readonly (AstExpression | null)[] = args;
  const name = bareName(callee.name);
  if (name === "SINGLE") return false;
  const spec = functionNamed(name);
  if (spec?.inArray === true) return false;
  const isWhole = (index: number): boolean => (name in forms ? index > 0 : (spec?.isWhole(index) ?? true));
  return nodes.some((node, i) => node !== null && (isWhole(i) ? fillsCells(node) : givesMany(node)));
}
