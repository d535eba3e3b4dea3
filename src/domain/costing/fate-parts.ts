import { add, type Sum } from "./fate-pieces";

/**
 * Where goods went. `began` what came; `added` a later change of its value; `out` left for good; `back` came
 * back of what had left (negative); `passed` was moved or made into others; `left` lies there still; `circle`
 * became part of the same goods. began + added = out + back + left + circle.
 */
export type FateKind = "began" | "added" | "out" | "back" | "passed" | "left" | "circle";

/** One part of where goods went, and the move by which; of what is left the cell. */
export interface FatePart {
  readonly kind: FateKind;
  readonly move: number;
  /** -1 but of what is left. */
  readonly cell: number;
  readonly qty: number;
  readonly value: number;
}

/** Where goods went, part by part: what goes one way by one move is told as one. */
export class FateParts {
  private readonly parts = new Map<string, FatePart & Sum>();

  tell({ kind, move, cell }: Pick<FatePart, "kind" | "move" | "cell">, { qty, value }: Sum): void {
    const key = `${kind}|${String(move)}|${String(cell)}`;
    const sum = this.parts.get(key) ?? { kind, move, cell, qty: 0, value: 0 };
    add(sum, { qty, value });
    this.parts.set(key, sum);
  }

  /** Those that come to something. */
  list(): readonly FatePart[] {
    return [...this.parts.values()].filter(({ qty, value }) => qty !== 0 || value !== 0);
  }
}
