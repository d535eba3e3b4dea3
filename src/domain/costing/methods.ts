import { COSTING_CODES, type CostingCode } from "../book/settings";
import type { CostingMethod } from "./costing-method";
import { costingMethods } from "./index";

const TABLE: readonly CostingMethod[] = COSTING_CODES.map((code) => costingMethods[code]);

/** The methods of pools, one byte a pool: a list of so many objects costs a third of a pass. */
export class Methods {
  /** Some pool keeps what is left of each receipt by itself. */
  readonly areLayered: boolean;
  private readonly index: Uint8Array;

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
    this.areLayered = [...used].some((each) => TABLE[each].layered);
  }

  of(pool: number): CostingMethod {
    return TABLE[this.index[pool]];
  }
}
