import { type Area, parseArea } from "../../src/engine/address";

/** The cells of an address such as `B2:C5`; an address that is none is the first cell. */
export function area(name: string): Area {
  return parseArea(name) ?? { top: 0, left: 0, bottom: 0, right: 0 };
}
