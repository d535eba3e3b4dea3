import { type Cell, isCellError } from "../../engine/cell";
import { areaName, areaOfCell } from "../../engine/address";
import { Matrix } from "../../engine/formulas/values/grid";
import type { CustomCall, CustomFunctions as EngineFunctions } from "../../engine/formulas/world";
import { isJsonList, type Json } from "../wire/json";
import type { CustomFunctions, FunctionResult } from "./custom-functions";

/** Which worksheet functions an add-in has: `TZ` and the ids of its metadata. */
export interface AddInFunctions {
  readonly namespace: string;
  readonly ids: readonly string[];
}

/** A call that some cell makes, and what it came to so far. */
interface Kept {
  readonly stop: () => void;
  value: Cell | Matrix | undefined;
}

/** So many different calls are kept up; the oldest are let go. */
const mostCalls = 20_000;

/** The functions of the add-in as formulas call them. Equal calls are one; results arrive when they do. */
export class CellFunctions implements EngineFunctions {
  private readonly calls = new Map<string, Kept>();
  private readonly ids: ReadonlyMap<string, string>;

  /** `changed` is told which functions have other results than before. */
  constructor(
    { namespace, ids }: AddInFunctions,
    private readonly functions: CustomFunctions,
    private readonly changed: (name: string) => void,
  ) {
    this.ids = new Map(ids.map((id) => [`${namespace}.${id}`.toUpperCase(), id]));
    functions.listen(() => this.forget());
  }

  has(name: string): boolean {
    return this.ids.has(name);
  }

  call({ name, args, place }: CustomCall): Cell | Matrix | undefined {
    const id = this.ids.get(name);
    if (id === undefined || !this.functions.isReady) return undefined;
    const given = args.map(argumentOf);
    const key = `${name} ${JSON.stringify(given)}`;
    const known = this.calls.get(key);
    if (known !== undefined) return known.value;
    const { sheet, row, column } = place;
    const address = `${sheet.name}!${areaName(areaOfCell(row, column))}`;
    this.keep(key, {
      value: undefined,
      stop: this.functions.stream({ id, args: given, address }, (result) => this.answered(key, name, result)),
    });
    return undefined;
  }

  private answered(key: string, name: string, result: FunctionResult): void {
    const kept = this.calls.get(key);
    if (kept === undefined) return;
    kept.value = valueOf(result);
    this.changed(name);
  }

  private keep(key: string, kept: Kept): void {
    this.calls.set(key, kept);
    if (this.calls.size <= mostCalls) return;
    const [oldest] = this.calls;
    oldest[1].stop();
    this.calls.delete(oldest[0]);
  }

  /** The add-in has come or gone: what it was asked before, it does not know. */
  private forget(): void {
    this.calls.clear();
    for (const name of this.ids.keys()) this.changed(name);
  }
}

type Argument = CustomCall["args"][number];

/** A cell, or rows of cells; an error is told by its word. */
function argumentOf(argument: Argument): Json {
  return isRows(argument) ? argument.map((row) => row.map(jsonOf)) : jsonOf(argument);
}

function isRows(argument: Argument): argument is readonly (readonly Cell[])[] {
  return Array.isArray(argument);
}

function jsonOf(cell: Cell): Json {
  return isCellError(cell) ? cell.error : cell;
}

function valueOf(result: FunctionResult): Cell | Matrix {
  if ("error" in result) return { error: result.error };
  const { value } = result;
  return isJsonList(value) ? matrixOf(value) : cellOf(value);
}

function matrixOf(value: readonly Json[]): Matrix {
  const rows = value.map((row) => (isJsonList(row) ? row : [row]));
  const width = Math.max(...rows.map(({ length }) => length), 1);
  const cells = rows.flatMap((row) => Array.from({ length: width }, (_, i) => cellOf(row[i] ?? null)));
  return new Matrix(rows.length, width, cells);
}

function cellOf(value: Json): Cell {
  return typeof value === "object" ? null : value;
}
