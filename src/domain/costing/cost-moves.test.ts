import {
  cost,
  gain,
  issue,
  layers,
  receive,
  returnIn,
  returnOut,
  transfer,
  values,
} from "../../../test/support/written-moves";
import { NEUTRAL_IN, NEUTRAL_OUT, RECEIVE_AT_COST, REPRICE } from "./moves";

const twoReceipts = [receive(10, 4000), receive(10, 5000)];

describe("moving average", () => {
  it("issues three pieces of 20.00 at 6.67, 6.67 and 6.66 (DOMAIN §5.2)", () => {
    expect(values("moving-average", [receive(3, 2000), issue(1), issue(1), issue(1)])).toEqual([
      2000, -667, -667, -666,
    ]);
  });

  it("rounds half a fen up and takes all of the value with the last piece", () => {
    expect(values("moving-average", [receive(2, 1001), issue(1), issue(1)])).toEqual([1001, -501, -500]);
  });

  it("returns to the supplier at the receipt's cost as far as what is left can bear it (§5.8)", () => {
    const { value } = cost("moving-average", [...twoReceipts, returnOut(4, 0)]);
    expect(value[2]).toBe(-1600);
    expect(
      values("moving-average", [receive(10, 10_000), receive(10, 0), issue(10), returnOut(8, 0)])[3],
    ).toBe(-4000);
    expect(values("moving-average", [...twoReceipts, issue(16), returnOut(4, 0)])[3]).toBe(-1800);
  });

  it("sends one average to the other warehouse, its shortage with it", () => {
    const { value, stock } = cost("moving-average", [receive(2, 1200), ...transfer(5), receive(10, 7000)]);
    expect([...value]).toEqual([1200, -3300, 3300, 7000]);
    expect([...stock.value]).toEqual([4900, 3300]);
    const short = [receive(3, 1000), { ...issue(1), pool: 1 }, ...transfer(5), receive(2, 500)];
    expect([...cost("moving-average", short).value]).toEqual([1000, -300, -1500, 1500, 500]);
  });
});

describe("first in, first out", () => {
  it("issues 14 of 10 for 40.00 and 10 for 50.00 at 60.00 and leaves 6 for 30.00 (§5.4)", () => {
    const costed = cost("fifo", [...twoReceipts, issue(14)]);
    expect(costed.value[2]).toBe(-6000);
    expect(layers(costed, 0)).toEqual([[1, 6, 3000]]);
  });

  it("keeps the remainder of its own rounding in the layer", () => {
    expect(values("fifo", [receive(3, 2000), issue(1), issue(1), issue(1)])).toEqual([
      2000, -667, -667, -666,
    ]);
  });

  it("returns to the supplier out of the receipt's own layer, then out of the oldest (§5.8)", () => {
    expect(values("fifo", [...twoReceipts, returnOut(4, 1)])[2]).toBe(-2000);
    expect(values("fifo", [...twoReceipts, issue(13), returnOut(4, 0)])[3]).toBe(-2000);
    expect(values("fifo", [receive(10, 4000), receive(2, 1000), issue(9), returnOut(3, 0)])[3]).toBe(-1400);
  });

  it("moves each part as a layer of its own, behind those that are there, with its first day (§5.11)", () => {
    const costed = cost("fifo", [...twoReceipts, receive(1, 900, 1), ...transfer(14)]);
    expect(layers(costed, 1)).toEqual([
      [2, 1, 900],
      [0, 10, 4000],
      [1, 4, 2000],
    ]);
    expect(layers(costed, 0)).toEqual([[1, 6, 3000]]);
  });

  it("knows after an empty re-pricing what the last goods cost", () => {
    const moves = [receive(2, 600), issue(2), { kind: REPRICE, qty: 1, value: 9_000_000 }, gain(1)];
    expect(values("fifo", moves)).toEqual([600, -600, 0, 300]);
  });
});

describe("last in, first out", () => {
  it("issues 14 of 10 for 40.00 and 10 for 50.00 at 66.00 and leaves 6 for 24.00 (§5.5)", () => {
    const costed = cost("lifo", [...twoReceipts, issue(14)]);
    expect(costed.value[2]).toBe(-6600);
    expect(layers(costed, 0)).toEqual([[0, 6, 2400]]);
  });

  it("takes what came last at every moment, what a customer gave back before it", () => {
    const moves = [...twoReceipts, issue(4), receive(2, 1600), returnIn(3, 2), issue(4), issue(8)];
    expect(values("lifo", moves).slice(2)).toEqual([-2000, 1600, 1500, -2300, -4200]);
    expect(layers(cost("lifo", moves), 0)).toEqual([[0, 9, 3600]]);
  });

  it("returns to the supplier out of the receipt's own layer, then out of the newest (§5.8)", () => {
    expect(values("lifo", [...twoReceipts, returnOut(4, 0)])[2]).toBe(-1600);
    expect(values("lifo", [...twoReceipts, issue(7), returnOut(4, 1)])[3]).toBe(-1900);
  });

  it("lays the parts of a transfer down in the order in which they were taken (§5.11)", () => {
    const costed = cost("lifo", [...twoReceipts, receive(1, 900, 1), ...transfer(14)]);
    expect(layers(costed, 1)).toEqual([
      [2, 1, 900],
      [1, 10, 5000],
      [0, 4, 1600],
    ]);
    expect(layers(costed, 0)).toEqual([[0, 6, 2400]]);
  });

  it("fills up again after it has run empty", () => {
    const moves = [receive(1, 100), receive(1, 200), issue(2), receive(1, 300), receive(1, 400), issue(1)];
    const costed = cost("lifo", moves);
    expect(costed.value[5]).toBe(-400);
    expect(layers(costed, 0)).toEqual([[3, 1, 300]]);
  });
});

describe.each(["moving-average", "fifo", "lifo"] as const)("with %s", (method) => {
  it("a short issue costs what it can be known to cost, then what the next receipt costs (§5.9)", () => {
    const short = [receive(2, 1200), issue(5)];
    expect(values(method, short)).toEqual([1200, -3000]);
    expect(cost(method, short).stock.value[0]).toBe(-1800);
    const covered = cost(method, [...short, receive(10, 7000)]);
    expect([...covered.value]).toEqual([1200, -3300, 7000]);
    expect([covered.stock.qty[0], covered.stock.value[0]]).toEqual([7_000_000, 4900]);
    expect(values(method, short, { shortageCost: "zero" })).toEqual([1200, -1200]);
  });

  it("the oldest shortage is covered first, the last of a receipt takes its remainder", () => {
    const half = [issue(1.5), issue(1.5), receive(2, 1000)];
    expect(values(method, [...half, receive(1, 300)])).toEqual([-750, -550, 1000, 300]);
    expect(values(method, [issue(1), issue(1), issue(1), receive(3, 1000)])).toEqual([
      -333, -334, -333, 1000,
    ]);
  });

  it("a customer's return comes in at what the goods left with, the last piece with the remainder (§5.8)", () => {
    const moves = [
      receive(6, 4000),
      issue(3),
      receive(1, 9999),
      returnIn(1, 1),
      returnIn(1, 1),
      returnIn(1, 1),
    ];
    expect(values(method, moves).slice(3)).toEqual([667, 667, 666]);
  });

  it("what follows from a short issue follows its final cost: a transfer, a return (§6)", () => {
    const returned = [receive(4, 2400), issue(8), returnIn(2, 1), receive(10, 7000)];
    const { value, stock } = cost(method, returned);
    expect(value[2]).toBe(Math.round(-value[1] / 4));
    expect(value.reduce((sum, one) => sum + one, 0)).toBe(stock.value[0]);
  });

  it("a gain is worth its typed value, else today's cost, else the last one; a loss goes by the method (§7)", () => {
    expect(values(method, [receive(3, 2000), gain(2)])[1]).toBe(1333);
    expect(values(method, [receive(3, 2000), gain(2, 900)])[1]).toBe(900);
    expect(values(method, [receive(3, 2000), issue(3), gain(2)])[2]).toBe(1333);
    expect(values(method, [receive(3, 2000), { kind: REPRICE, qty: 1, value: 7_000_000 }])[1]).toBe(100);
    expect(cost(method, [gain(2)]).withoutCost).toEqual([0]);
  });

  it("goods of no cost of their own come in at today's cost; a move within the company changes nothing", () => {
    expect(values(method, [receive(3, 2000), { kind: RECEIVE_AT_COST, qty: 1 }])[1]).toBe(667);
    const within = [receive(3, 2000), { kind: NEUTRAL_OUT, qty: 2 }, { kind: NEUTRAL_IN, qty: 2 }, issue(3)];
    expect(values(method, within)).toEqual([2000, -1333, 1333, -2000]);
  });
});

it("a gain at the oldest layer's cost asks the layers", () => {
  const moves = [...twoReceipts, gain(1)];
  expect(values("fifo", moves, { countGainCost: "oldest" })[2]).toBe(400);
  expect(values("fifo", moves)[2]).toBe(450);
  expect(values("moving-average", moves, { countGainCost: "oldest" })[2]).toBe(450);
});
