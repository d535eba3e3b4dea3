import {
  cost,
  issue,
  layers,
  receive,
  returnOut,
  transfer,
  values,
} from "../../../test/support/written-moves";
import { REVALUE, TRANSFER_IN, TRANSFER_OUT, UNDO_OUT } from "./moves";

const there = { pool: 1 };
/** 10 at 4.00 here, 5 at 9.00 there, 6 of those here are carried there. */
const carried = [receive(10, 4000), { ...receive(5, 4500), ...there }, ...transfer(6)];

describe("goods that were carried to another place", () => {
  it("go back to their supplier out of there as the receipt's own (DOMAIN §5.8, §5.11)", () => {
    for (const method of ["fifo", "lifo"] as const)
      expect(values(method, [...carried, { ...returnOut(3, 0), ...there }])[4]).toBe(-1200);
  });

  it("are the receipt's own still after another way, and after they came home", () => {
    const home = [
      { kind: TRANSFER_OUT, qty: 11, pool: 1 },
      { kind: TRANSFER_IN, qty: 11, pool: 0 },
    ];
    const all = [...carried, issue(4), ...home];
    expect(values("fifo", [...all, returnOut(2, 0)])[7]).toBe(-800);
    expect(values("fifo", [...all, returnOut(2, 1)])[7]).toBe(-1800);
  });

  it("do not bear what is said of others that came by the same way", () => {
    const both = [receive(10, 4000), receive(10, 5000), ...transfer(20)];
    const costed = cost("fifo", [...both, { kind: REVALUE, qty: 0, value: 2000, origin: 1, ...there }]);
    expect(layers(costed, 1)).toEqual([
      [0, 10, 4000],
      [1, 10, 7000],
    ]);
  });
});

describe("goods that went back to their supplier, and did not after all", () => {
  it("are the receipt's own again when they do go back", () => {
    const undone = { kind: UNDO_OUT, qty: 10, origin: 2 };
    const moves = [receive(5, 4500), receive(10, 4000), returnOut(10, 1), undone, returnOut(3, 1)];
    expect(values("fifo", moves)).toEqual([4500, 4000, -4000, 4000, -1200]);
  });
});
