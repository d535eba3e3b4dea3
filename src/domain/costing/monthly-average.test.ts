import { movesOf, plainPolicy, poolsOf, type WrittenMove } from "../../../test/support/random-moves";
import {
  cost,
  issue,
  receive,
  returnIn,
  returnOut,
  transfer,
  values,
} from "../../../test/support/written-moves";
import { costMoves } from "./cost-moves";
import { REPRICE, RETURN_IN, UNDO_IN, UNDO_OUT } from "./moves";

describe("monthly average", () => {
  const on = (day: number, move: WrittenMove): WrittenMove => ({ ...move, day });
  const jan = 46_023;
  const feb = jan + 31;

  it("issues 210 of 250 at 20.604 for 4,326.84 and leaves 40 for 824.16 (DOMAIN §5.3)", () => {
    const moves = [
      on(jan, receive(120, 234_000)),
      on(feb, issue(100)),
      on(feb + 1, receive(80, 170_000)),
      on(feb + 2, issue(60)),
      on(feb + 3, receive(50, 111_100)),
      on(feb + 4, issue(50)),
    ];
    const { value, stock } = cost("monthly-average", moves);
    expect([...value]).toEqual([234_000, -206_040, 170_000, -123_624, 111_100, -103_020]);
    expect([stock.qty[0], stock.value[0]]).toEqual([40_000_000, 82_416]);
  });

  it("the last issue of the month takes the remainder", () => {
    const moves = [on(jan, receive(3, 1000)), ...[1, 2, 3].map((day) => on(jan + day, issue(0.7)))];
    expect(values("monthly-average", moves)).toEqual([1000, -233, -233, -234]);
    expect(values("monthly-average", [...moves, on(jan + 4, issue(0.9))])).toEqual([
      1000, -233, -233, -233, -301,
    ]);
  });

  it("what comes back from a customer comes at the month's average, what goes to a supplier at its cost", () => {
    const moves = [
      on(jan, receive(10, 1000)),
      on(jan, issue(4)),
      on(feb, receive(10, 4000)),
      { ...returnIn(2, 1), day: feb + 1 },
      on(feb + 2, receive(4, 2400)),
      { ...returnOut(5, 2), day: feb + 3 },
      on(feb + 4, issue(7)),
    ];
    // (600 + 4000 + 2400 − 2000) / (6 + 10 + 4 − 5) = 333.33…
    expect(values("monthly-average", moves).slice(3)).toEqual([667, 2400, -2000, -2334]);
  });

  it("what came at the month's average and should not have goes at it again", () => {
    const moves = [
      on(jan, receive(3, 394)),
      on(jan + 1, { kind: RETURN_IN, qty: 2 }),
      on(jan + 2, { kind: UNDO_IN, qty: 2, origin: 1 }),
    ];
    const { value, stock } = cost("monthly-average", moves);
    expect([...value]).toEqual([394, 263, -263]);
    expect([stock.qty[0], stock.value[0]]).toEqual([3_000_000, 394]);
  });

  it("a short issue taken back in a later month comes back at what it was booked at", () => {
    const short = [on(jan, issue(3)), on(feb, { kind: UNDO_OUT, qty: 3, origin: 0 })];
    const costed = (moves: readonly WrittenMove[]) =>
      costMoves(movesOf(moves), poolsOf("monthly-average", 1, 10e6), plainPolicy);
    const { value, stock } = costed(short);
    expect([...value]).toEqual([-3000, 3000]);
    expect([stock.qty[0], stock.value[0]]).toEqual([0, 0]);
    expect([...costed([...short, on(feb + 40, receive(5, 3500))]).value]).toEqual([-3000, 3000, 3500]);
    const covered = [short[0], on(jan + 5, receive(3, 2100)), on(feb, { kind: UNDO_OUT, qty: 3, origin: 0 })];
    expect([...costed(covered).value]).toEqual([-2100, 2100, 2100]);
  });

  it("a short issue taken back in its own month comes back at what it was booked at", () => {
    const moves = [
      on(jan, issue(5)),
      on(feb, receive(2, 674)),
      on(feb + 1, issue(3)),
      on(feb + 2, { kind: UNDO_OUT, qty: 3, origin: 2 }),
    ];
    const policy = { ...plainPolicy, shortageCost: "zero" } as const;
    const { value } = costMoves(movesOf(moves), poolsOf("monthly-average", 1, 3.33e6), policy);
    expect([...value].slice(2)).toEqual([0, 0]);
  });

  it("costs an issue of a month without opening and receipts at the last known cost", () => {
    const moves = [on(jan, receive(3, 1000)), on(jan, issue(3)), on(feb, issue(2)), on(feb + 9, issue(1))];
    expect(values("monthly-average", moves).slice(2)).toEqual([-667, -333]);
    expect(values("monthly-average", [...moves, on(feb + 40, receive(5, 2000))]).slice(2)).toEqual([
      -800, -400, 2000,
    ]);
    expect([
      ...costMoves(movesOf([on(jan, issue(2))]), poolsOf("monthly-average", 1, 4e6), plainPolicy).value,
    ]).toEqual([-800]);
  });

  it("solves warehouses in the order of their transfers, and a circle of them together", () => {
    const there = [
      on(jan, receive(10, 1000)),
      on(jan, receive(10, 3000, 1)),
      ...transfer(5).map((move) => on(jan + 1, move)),
    ];
    const sold = [...there, on(jan + 2, issue(3, 1)), on(jan + 3, receive(10, 5000))];
    // 0: 6000 / 20 = 300; 1: (3000 + 1500) / 15 = 300
    expect(values("monthly-average", sold).slice(2)).toEqual([-1500, 1500, -900, 5000]);
    const back = transfer(5).map((move, i) => on(jan + 4, { ...move, pool: 1 - i }));
    const { value, stock } = cost("monthly-average", [...there, ...back]);
    // a = (1000 + 5 b) / 15, b = (3000 + 5 a) / 15: a = 150, b = 250
    expect([...value].slice(2)).toEqual([-750, 750, -1250, 1250]);
    expect([...stock.value]).toEqual([1500, 2500]);
  });

  it("begins anew where stock is re-priced within the month", () => {
    const moves = [
      on(jan, receive(10, 1000)),
      on(jan + 1, issue(5)),
      on(jan + 2, { kind: REPRICE, qty: 1, value: 3_000_000 }),
      on(jan + 3, receive(5, 2500)),
      on(jan + 4, issue(5)),
    ];
    expect(values("monthly-average", moves).slice(1)).toEqual([-500, 1000, 2500, -2000]);
  });
});
