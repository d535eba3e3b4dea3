import { COSTING_CODES, type CostingCode } from "../book/settings";
import type { CostingMethod } from "./costing-method";
import { costingMethods } from "./index";

/** The methods of pools, one byte a pool: a list of so many objects costs a third of a pass. */
export class Methods {
  /** Some pool keeps what is left of each receipt by itself. */
  readonly areLayered: boolean;
  private readonly index: Uint8Array;
  private readonly table: CostingMethod[] = COSTING_CODES.map((code) => costingMethods[code]);

  constructor(codes: readonly CostingCode[]) {
    this.index = new Uint8Array(codes.length);
    let last = codes.at(0) ?? COSTING_CODES[0];
    let index = COSTING_CODES.indexOf(last);
    const used = new Set([index]);
    for (let pool = 0; pool < codes.length; pool++) {
      if (codes[pool] !== last) {
        last = codes[pool];
        index = COSTING_CODES.indexOf(last);
        used.add(index);
      }
      this.index[pool] = index;
    }
    this.areLayered = [...used].some((each) => this.table[each].layered);
  }

  /** Has the pools of a method costed by one that knows more of them. */
  use(code: CostingCode, method: CostingMethod): void {
    this.table[COSTING_CODES.indexOf(code)] = method;
  }

  of(pool: number): CostingMethod {
    return this.table[this.index[pool]];
  }
}
