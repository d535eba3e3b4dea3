import type { AstExpression, BinaryExpression, CallExpression, UnaryExpression } from "@borgar/fx/xlsx";
import { functionNamed, isTimed } from "../functions/functions";
import { failed } from "../values/scalar";
import type { Scalar } from "../values/scalar";
import { Table } from "../../table";
import type { ArgumentCode } from "./calls";
import {
  arrayOf,
  callOf,
  customCallOf,
  dereferenced,
  intersected,
  shared,
  singled,
  spanned,
  spilled,
} from "./calls";
import { Draft } from "./draft";
import type { Home } from "./draft";
import { forms } from "./forms";
import { binaryOf, unaryOf } from "./operations";
import { parseFormula } from "./parse";
import type { Evaluate, Program } from "./program";
import { bareName, localName, meaningOf } from "./names";
import { cellsOf, readAround, readsCells, readsOneCell, tableBody, tableCellsOf } from "./references";
import type { Found } from "./references";

/**
 * How a part of a formula that names several cells is taken where one value is wanted: `one` the cell beside
 * the formula, as before arrays spilled; `many` all of them.
 */
export type Mode = "one" | "many";

type Node = AstExpression | null;

/** Makes a formula (without `=`) ready for the column and the table in which it stands. */
export function compileFormula(text: string, home: Home, mode: Mode): Program {
  const draft = new Draft(home);
  const tree = parseFormula(text);
  const evaluate = tree === null ? draft.failOpen("syntax", text) : new Compiler(draft).top(tree, mode);
  const { trouble, reads, readsAnything, seesHiddenRows } = draft;
  const needs = { isTimed: draft.isTimed, seesHiddenRows, calls: [...draft.calls] };
  return { evaluate, trouble, reads, readsAnything, ...needs, shape: shapeOf(draft) };
}

function shapeOf({ reads, names, trouble }: Draft): string {
  const cells = reads.map(({ sheet, left, right, top, bottom }) => [sheet.name, left, right, top, bottom]);
  return JSON.stringify([cells, [...names], trouble]);
}

const constant =
  (value: Scalar): Evaluate =>
  () =>
    value;

/** Functions that read cells which their arguments do not name. */
const roaming = /^(?:INDIRECT|OFFSET|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO|GETPIVOTDATA)$/;

/** Can come to cells, not only to values. */
function mayBeCells(node: AstExpression): boolean {
  if (node.type === "BinaryExpression") return node.operator === ":" || node.operator === " ";
  if (node.type === "UnaryExpression") return node.operator === "#" || node.operator === "+";
  return node.type !== "Literal" && node.type !== "ErrorLiteral";
}

class Compiler {
  private readonly draft: Draft;

  constructor(draft: Draft) {
    this.draft = draft;
  }

  /** The whole formula: what it fills its cell with, or in mode `many` its cells. */
  top(tree: AstExpression, mode: Mode): Evaluate {
    return this.value(tree, mode);
  }

  /** A part of which values are wanted. */
  private value(node: Node, mode: Mode): Evaluate {
    if (node === null) return constant(null);
    if (node.type === "ReferenceIdentifier" && node.kind !== "name") {
      const cells = this.found(node.value, node.kind);
      if ("read" in cells && cells.isOne) {
        this.draft.reads.push(cells.read);
        return readsOneCell(cells);
      }
    }
    const operand = this.operand(node, mode);
    if (!mayBeCells(node)) return operand;
    return mode === "one" ? (at) => intersected(operand(at), at) : (at) => dereferenced(operand(at));
  }

  /** A part as it stands: cells stay cells. */
  private operand(node: Node, mode: Mode): Evaluate {
    if (node === null) return constant(null);
    if (node.type === "Literal") return constant(node.value);
    if (node.type === "ErrorLiteral") return constant({ error: node.value.toUpperCase() });
    if (node.type === "ReferenceIdentifier") return this.reference(node.value, node.kind);
    if (node.type === "UnaryExpression") return this.unary(node, mode);
    if (node.type === "BinaryExpression") return this.binary(node, mode);
    return this.larger(node, mode);
  }

  private larger(node: AstExpression, mode: Mode): Evaluate {
    if (node.type === "CallExpression") return this.call(node, mode);
    if (node.type === "LetExpression") {
      const named = node.declarations.map(({ id, init }) => [id.name, init] as const);
      return this.letIn(named, node.body, mode);
    }
    if (node.type !== "ArrayExpression") return this.draft.failOpen("form", node.type);
    const rows = node.elements.map((row) =>
      row.map((cell) => {
        if (cell.type === "Literal") return cell.value;
        return cell.type === "ErrorLiteral" ? { error: cell.value.toUpperCase() } : failed.value;
      }),
    );
    const array = arrayOf(rows);
    return () => array;
  }

  private unary({ operator, arguments: [inner] }: UnaryExpression, mode: Mode): Evaluate {
    if (operator === "@") {
      const cells = this.operand(inner, "one");
      return (at) => singled(cells(at), at);
    }
    if (operator !== "#") return unaryOf(operator, this.value(inner, mode)) ?? constant(failed.value);
    return this.spill(inner);
  }

  /** `A1#`: the cells that the formula at A1 has spilled into. They are read as they are spread now. */
  private spill(inner: Node): Evaluate {
    const anchor = this.operand(inner, "many");
    const read = this.draft.reads.at(-1);
    if (read === undefined) return this.draft.fail("form", "#");
    const row = read.top.moves ? this.draft.home.row + read.top.row : read.top.row;
    const block = read.sheet.blocks.find(({ top, left }) => left === read.left && top === row);
    if (block !== undefined) {
      const [top, bottom] = [block.top, block.bottom].map((end) => ({ row: end, moves: false }));
      this.draft.reads.push({ ...read, top, bottom, right: block.right });
    }
    return (at) => spilled(anchor(at));
  }

  private binary({ operator, arguments: [left, right] }: BinaryExpression, mode: Mode): Evaluate {
    if (operator === ",") return this.draft.failOpen("form", ",");
    if (operator === ":" || operator === " ") return this.between(operator, left, right);
    return binaryOf(operator, this.value(left, mode), this.value(right, mode)) ?? constant(failed.value);
  }

  private between(operator: string, left: Node, right: Node): Evaluate {
    const { reads } = this.draft;
    const count = reads.length;
    const [a, b] = [this.operand(left, "many"), this.operand(right, "many")];
    if (operator === " ") return (at) => shared(a(at), b(at));
    const around = readAround(reads.slice(count));
    if (around === null) this.draft.readsAnything = true;
    else reads.push(around);
    return (at) => spanned(a(at), b(at));
  }

  private found(text: string, kind: string): Found {
    return kind === "table" ? tableCellsOf(text, this.draft) : cellsOf(text, this.draft);
  }

  private reference(text: string, kind: string): Evaluate {
    return kind === "name" ? this.name(text) : this.cells(this.found(text, kind), text);
  }

  private cells(found: Found, text: string): Evaluate {
    if ("error" in found) return constant(found.error);
    if ("trouble" in found) {
      const isElsewhere = found.trouble === "workbook";
      return isElsewhere ? this.draft.fail("workbook", text) : this.draft.failOpen(found.trouble, text);
    }
    this.draft.reads.push(found.read);
    return readsCells(found);
  }

  private name(text: string): Evaluate {
    const { draft } = this;
    const slot = draft.scope.get(localName(text));
    if (slot !== undefined) return (at) => at.slots[slot] ?? null;
    const meaning = meaningOf(text, draft.home);
    if (meaning === null) return constant(failed.name);
    if (meaning === "elsewhere") return draft.fail("workbook", text);
    if (meaning instanceof Table) return this.cells(tableBody(meaning), text);
    draft.names.set(text, meaning.formula);
    const tree = parseFormula(meaning.formula);
    if (tree === null || draft.open.has(meaning.name)) return draft.failOpen("syntax", meaning.name);
    const { base } = draft;
    draft.open.add(meaning.name);
    draft.base = { row: 0, column: 0 };
    const evaluate = this.operand(tree, "many");
    draft.base = base;
    draft.open.delete(meaning.name);
    return evaluate;
  }

  private letIn(named: readonly (readonly [string, Node])[], body: Node, mode: Mode): Evaluate {
    const { scope } = this.draft;
    const outside = new Map(scope);
    const steps = named.map(([name, init]) => {
      const value = this.operand(init, mode);
      const slot = this.draft.slots++;
      scope.set(localName(name), slot);
      return { slot, value };
    });
    const result = this.operand(body, mode);
    scope.clear();
    for (const [name, slot] of outside) scope.set(name, slot);
    return (at) => {
      for (const { slot, value } of steps) at.slots[slot] = value(at);
      return result(at);
    };
  }

  private call({ callee, arguments: args }: CallExpression, mode: Mode): Evaluate {
    const nodes: readonly Node[] = args;
    if (!("name" in callee)) return this.draft.failOpen("form", "LAMBDA");
    const name = bareName(callee.name);
    if (name === "LET") return this.letCall(nodes, mode);
    if (name === "SINGLE" || name === "ANCHORARRAY") return this.marked(name, nodes);
    const form = forms[name];
    if (form === undefined) return this.functionCall(name, nodes, mode);
    if (nodes.length < form.least || nodes.length > form.most) return this.draft.fail("syntax", name);
    return form.build(
      nodes.map((node) => ({ value: () => this.value(node, mode), operand: () => this.operand(node, mode) })),
    );
  }

  /** How files spell `@A1` and `A1#`. */
  private marked(name: string, [inner = null]: readonly Node[]): Evaluate {
    if (name === "ANCHORARRAY") return this.spill(inner);
    const cells = this.operand(inner, "one");
    return (at) => singled(cells(at), at);
  }

  /** LET as files spell it: a function whose arguments name what follows them. */
  private letCall(nodes: readonly Node[], mode: Mode): Evaluate {
    const named: (readonly [string, Node])[] = [];
    for (let i = 0; i + 2 < nodes.length; i += 2) {
      const node = nodes[i];
      if (node?.type !== "ReferenceIdentifier") return this.draft.failOpen("syntax", "LET");
      named.push([node.value, nodes[i + 1]]);
    }
    return this.letIn(named, nodes.at(-1) ?? null, mode);
  }

  private functionCall(name: string, nodes: readonly Node[], mode: Mode): Evaluate {
    const spec = functionNamed(name);
    const inner = spec?.inArray === true ? "many" : mode;
    const args = nodes.map((node, i) => this.argument(node, inner, spec?.isWhole(i) ?? true));
    if (spec === null) return this.foreign(name, args);
    if (nodes.length < spec.least || nodes.length > spec.most) return this.draft.fail("syntax", name);
    if (isTimed(name)) this.draft.isTimed = true;
    if (name === "SUBTOTAL") this.draft.seesHiddenRows = true;
    return callOf(spec, args);
  }

  private argument(node: Node, mode: Mode, isWhole: boolean): ArgumentCode {
    if (node === null) return null;
    return isWhole ? this.operand(node, mode) : this.value(node, mode);
  }

  /** A function of the host, or one that is not known here. */
  private foreign(name: string, args: readonly ArgumentCode[]): Evaluate {
    if (roaming.test(name)) return this.draft.failOpen("function", name);
    this.draft.calls.add(name);
    return customCallOf(name, args);
  }
}
