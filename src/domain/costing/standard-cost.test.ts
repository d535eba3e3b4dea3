import { movesOf, plainPolicy, poolsOf } from "../../../test/support/random-moves";
import { issue, receive, returnIn, returnOut, transfer } from "../../../test/support/written-moves";
import { costMoves } from "./cost-moves";
import type { Costed } from "./costed";
import { COUNT_GAIN, REPRICE, REVALUE, REVALUE_TO, TO_STANDARD, UNDO_OUT } from "./moves";

/** What moves come to at a standard of 10.00. */
function atTen(moves: Parameters<typeof movesOf>[0]): Costed {
  return costMoves(movesOf(moves), poolsOf("standard", 1, 10_000_000), plainPolicy);
}

describe("standard cost", () => {
  it("takes goods in at the standard, and what they cost more or less is a variance (DOMAIN §5.7)", () => {
    const { value, variance, stock } = atTen([receive(10, 11_000), receive(5, 4800), issue(4)]);
    expect([...value]).toEqual([10_000, 5000, -4000]);
    expect([...(variance ?? [])]).toEqual([1000, -200, 0]);
    expect(stock.value[0]).toBe(11_000);
  });

  it("a change of the standard revalues what is there, and holds from then on", () => {
    const change = { kind: REPRICE, qty: 1, value: 12_000_000 };
    const { value, variance } = atTen([receive(10, 11_000), issue(4), change, receive(1, 1000), issue(7)]);
    expect([...value]).toEqual([10_000, -4000, 1200, 1200, -8400]);
    expect([...(variance ?? [])]).toEqual([1000, 0, 0, -200, 0]);
  });

  it("what goes back to the supplier takes its share of the variance with it", () => {
    const moves = [receive(3, 3100), returnOut(1, 0), returnOut(1, 0), returnOut(1, 0)];
    const { value, variance } = atTen(moves);
    expect([...value]).toEqual([3000, -1000, -1000, -1000]);
    expect([...(variance ?? [])]).toEqual([100, -33, -34, -33]);
  });

  it("what should not have gone comes back at the standard of now, less or more what it left at", () => {
    const change = { kind: REPRICE, qty: 1, value: 12_000_000 };
    const undo = { kind: UNDO_OUT, qty: 4, origin: 1 };
    const { value, variance } = atTen([receive(10, 10_000), issue(4), change, undo]);
    expect([...value]).toEqual([10_000, -4000, 1200, 4800]);
    expect([...(variance ?? [])]).toEqual([0, 0, 0, -800]);
  });

  it("what goes back to the supplier after a change of the standard leaves at the one of now", () => {
    const change = { kind: REPRICE, qty: 1, value: 12_000_000 };
    const { value, variance, stock } = atTen([receive(10, 11_000), change, returnOut(2, 0)]);
    expect([...value]).toEqual([10_000, 2000, -2400]);
    expect([...(variance ?? [])]).toEqual([1000, 0, 200]); // 22.00 of what they cost is taken back
    expect(stock.value[0]).toBe(9600);
  });

  it("what arrives from a place of another standard is brought to the one here behind the transfer", () => {
    const change = { kind: REPRICE, qty: 1, value: 12_000_000 };
    const moves = [receive(10, 10_000), change, ...transfer(3), { kind: TO_STANDARD, qty: 0, pool: 1 }];
    const { value, variance } = costMoves(movesOf(moves), poolsOf("standard", 2, 10_000_000), plainPolicy);
    expect([...value]).toEqual([10_000, 2000, -3600, 3600, -600]);
    expect([...(variance ?? [])]).toEqual([0, 0, 0, 0, 600]);
  });

  it("a value added to what is there is a variance, and none where nothing is there", () => {
    const { value, variance, refused } = atTen([
      receive(10, 10_000),
      { kind: REVALUE, qty: 0, value: 700 },
      issue(10),
      { kind: REVALUE, qty: 0, value: 300 },
    ]);
    expect([...value]).toEqual([10_000, 0, -10_000, 0]);
    expect([...(variance ?? [])]).toEqual([0, 700, 0, 0]);
    expect(refused.map(({ move }) => move)).toEqual([3]);
  });

  it("the standard can be changed where nothing is there", () => {
    const change = { kind: REVALUE_TO, qty: 1, value: 8_000_000 };
    const { value, refused } = atTen([change, receive(2, 2000)]);
    expect([...value]).toEqual([0, 1600]);
    expect(refused).toEqual([]);
  });

  it("what is there is worth its quantity at the standard, however small the parts it came and goes in", () => {
    const small = Array.from({ length: 4 }, () => receive(0.125, 1));
    const pools = poolsOf("standard", 1, 1_000_000);
    const { value, stock } = costMoves(movesOf([...small, issue(0.25)]), pools, plainPolicy);
    expect([...value]).toEqual([13, 12, 13, 12, -25]);
    expect(stock.value[0]).toBe(25);
  });

  it("short issues cost the standard, and so does what comes back or is found", () => {
    const { value, variance } = atTen([
      issue(2),
      receive(5, 6000),
      returnIn(1, 0),
      { kind: COUNT_GAIN, qty: 1 },
    ]);
    expect([...value]).toEqual([-2000, 5000, 1000, 1000]);
    expect([...(variance ?? [])]).toEqual([0, 1000, 0, 0]);
  });

  it("what is lacking is worth its quantity at the standard, whatever parts it goes and is covered in", () => {
    const short = Array.from({ length: 3 }, () => issue(0.125));
    const covers = Array.from({ length: 4 }, () => receive(0.125, 1));
    const pools = poolsOf("standard", 1, 1_000_000);
    const { value, variance, stock } = costMoves(movesOf([...short, ...covers]), pools, plainPolicy);
    expect([...value]).toEqual([-13, -12, -13, 13, 12, 13, 13]);
    expect([...(variance ?? [])]).toEqual([0, 0, 0, -12, -11, -12, -12]);
    expect(stock.value[0]).toBe(13);
  });

  it("one receipt covers what several issues lacked, and none of them costs more for it", () => {
    const pools = poolsOf("standard", 1, 1_000_000);
    const moves = movesOf([issue(0.125), issue(0.125), receive(0.375, 50)]);
    const { value, variance, stock } = costMoves(moves, pools, plainPolicy);
    expect([...value]).toEqual([-13, -12, 38]);
    expect([...(variance ?? [])]).toEqual([0, 0, 12]);
    expect(stock.value[0]).toBe(13);
  });

  it("another standard is one of what is lacking too: short issues keep the one they left at", () => {
    const change = { kind: REPRICE, qty: 1, value: 12_000_000 };
    const { value, variance, stock } = atTen([issue(3), change, receive(2, 2400), receive(2, 2400)]);
    expect([...value]).toEqual([-3000, -600, 2400, 2400]);
    expect([...(variance ?? [])]).toEqual([0, 0, 0, 0]);
    expect(stock.value[0]).toBe(1200);
  });

  it("what arrives from a place of another standard covers what is lacking at the one here", () => {
    const change = { kind: REPRICE, qty: 1, value: 12_000_000 };
    const short = { ...issue(5), pool: 1 };
    const moves = [
      short,
      receive(10, 10_000),
      change,
      ...transfer(3),
      { kind: TO_STANDARD, qty: 0, pool: 1 },
    ];
    const pools = poolsOf("standard", 2, 10_000_000);
    const { value, variance, stock } = costMoves(movesOf(moves), pools, plainPolicy);
    expect([...value]).toEqual([-5000, 10_000, 2000, -3600, 3600, -600]);
    expect([...(variance ?? [])]).toEqual([0, 0, 0, 0, 0, 600]);
    expect(stock.value[1]).toBe(-2000);
  });

  it("what is lacking is worth the standard also where shortages else cost nothing for the time being", () => {
    const pools = poolsOf("standard", 1, 10_000_000);
    const policy = { ...plainPolicy, shortageCost: "zero" as const };
    const { value } = costMoves(movesOf([issue(2), receive(5, 6000)]), pools, policy);
    expect([...value]).toEqual([-2000, 5000]);
  });

  it("without a standard, goods come in at what they cost", () => {
    const pools = poolsOf("standard");
    const { value, variance } = costMoves(movesOf([receive(10, 11_000), issue(5)]), pools, plainPolicy);
    expect([...value, ...(variance ?? [])]).toEqual([11_000, -5500, 0, 0]);
  });
});
