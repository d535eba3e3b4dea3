import { movesOf, plainPolicy, poolsOf, type WrittenMove } from "../../../test/support/random-moves";
import { issue, receive, returnOut } from "../../../test/support/written-moves";
import type { CostingCode } from "../book/settings";
import { costMoves } from "./cost-moves";
import { type PoolChange, VARIANCE } from "./moves";

const RESTATED = { restates: -Infinity };

/** Moves of pool 0 by one method, and from `before` on of pool 1 by another. */
function changed(
  methods: readonly [CostingCode, CostingCode],
  written: readonly WrittenMove[],
  before: number,
) {
  const moves = written.map((move, i) => ({ ...move, pool: i < before ? 0 : 1 }));
  const signed = written.slice(0, before).map(({ kind, qty }) => (kind === 2 ? -qty : qty) * 1e6);
  const qty = signed.reduce((sum, one) => sum + one, 0);
  const change: PoolChange = {
    before,
    day: 46_000 + before,
    parts: [{ bin: 0, from: 0, to: 1, qty }],
    ...RESTATED,
  };
  const pools = { ...poolsOf("fifo", 2), method: methods, changes: [change] };
  return costMoves(movesOf(moves), pools, plainPolicy);
}

describe("a change of method", () => {
  const before = [receive(10, 4000), receive(10, 5000), issue(4)];

  it("makes one layer of all there is, its value as it was (DOMAIN §5.14)", () => {
    const { value, carried, stock } = changed(["fifo", "lifo"], [...before, receive(4, 3000), issue(6)], 3);
    expect(carried).toEqual([
      { before: 3, day: 46_003, bin: 0, from: 0, to: 1, qty: 16_000_000, value: 7400 },
    ]);
    // 4 of 30.00, then 2 of 16 for 74.00
    expect([...value].slice(3)).toEqual([3000, -3925]);
    expect([stock.qty[0], stock.value[0], stock.qty[1], stock.value[1]]).toEqual([0, 0, 14_000_000, 6475]);
  });

  it.each(["moving-average", "monthly-average", "standard"] as const)(
    "to %s goes on at the average",
    (method) => {
      expect([...changed(["fifo", method], [...before, issue(8), issue(8)], 3).value].slice(3)).toEqual([
        -3700, -3700,
      ]);
    },
  );

  it("sends back to the supplier by the new method what came before", () => {
    const written = [...before, returnOut(4, 1)];
    expect(changed(["moving-average", "fifo"], written, 3).value[3]).toBe(-1800);
  });

  it("leaves what rounding leaves to the last bin in which something lies, nothing to an empty one", () => {
    const written = [receive(1, 401), receive(1, 600), receive(1, 500), issue(1)];
    const moves = movesOf([
      ...written.map((move) => ({ ...move, pool: 0 })),
      { ...receive(1, 300), pool: 1 },
    ]);
    const parts = [1, 1, 0].map((qty, bin) => ({ bin, from: 0, to: bin + 1, qty: qty * 1e6 }));
    const changes: readonly PoolChange[] = [{ before: 4, day: 46_004, parts, ...RESTATED }];
    const pools = { ...poolsOf("lifo", 4), changes };
    const method: readonly CostingCode[] = ["monthly-average", "lifo", "lifo", "lifo"];
    const { carried, stock } = costMoves(moves, { ...pools, method }, plainPolicy);
    expect(carried.map(({ value }) => value)).toEqual([501, 500, 0]);
    expect([...stock.value]).toEqual([0, 801, 500, 0]);
  });

  it("passes on what is short, and the next receipt covers it", () => {
    const { value, stock } = changed(
      ["moving-average", "fifo"],
      [receive(2, 1200), issue(5), receive(10, 7000)],
      2,
    );
    expect([...value]).toEqual([1200, -3300, 7000]);
    expect([stock.qty[1], stock.value[1]]).toEqual([7_000_000, 4900]);
  });

  it("passes on what is short to the bin that lacks it, not to an empty one before it", () => {
    const written = [receive(2, 1200), issue(2), issue(3)].map((move) => ({ ...move, pool: 0 }));
    const parts = [0, -3].map((qty, bin) => ({ bin, from: 0, to: bin + 1, qty: qty * 1e6 }));
    const changes: readonly PoolChange[] = [{ before: 3, day: 46_003, parts, ...RESTATED }];
    const moves = movesOf([...written, { ...receive(10, 7000), pool: 2 }]);
    const { value, stock } = costMoves(moves, { ...poolsOf("fifo", 3), changes }, plainPolicy);
    expect([...value]).toEqual([1200, -1200, -2100, 7000]);
    expect([...stock.qty]).toEqual([0, 0, 7_000_000]);
    expect([...stock.value]).toEqual([0, 0, 4900]);
  });

  /** One cost for two places until a change gives each its own; `after` follows in pools 1 and 2. */
  function apart(
    before: readonly WrittenMove[],
    qtys: readonly number[],
    after: readonly WrittenMove[] = [],
  ) {
    const parts = qtys.map((qty, bin) => ({ bin, from: 0, to: bin + 1, qty: qty * 1e6 }));
    const changes: readonly PoolChange[] = [
      { before: before.length, day: 46_000 + before.length, parts, ...RESTATED },
    ];
    const pools = { ...poolsOf("fifo", 3), method: ["moving-average", "fifo", "fifo"] as const, changes };
    return costMoves(movesOf([...before, ...after]), pools, plainPolicy);
  }

  it("shares by quantity also with a place that lacks some, which owes what that comes to", () => {
    const { carried, stock } = apart([receive(10, 10_001), issue(3)], [-3, 10]);
    expect(carried.map(({ value }) => value)).toEqual([-3000, 10_001]);
    expect([...stock.value]).toEqual([0, -3000, 10_001]);
    expect([...stock.qty]).toEqual([0, -3_000_000, 10_000_000]);
  });

  it("books what covers a place's lack as a difference there: no issue before the change is restated", () => {
    const after = [
      { ...receive(5, 6000), pool: 1 },
      { kind: VARIANCE, qty: 0, value: -Infinity, pool: 1 },
    ];
    const { value, stock } = apart([receive(10, 10_000), issue(3)], [-3, 10], after);
    // 3 of 5 for 60.00 cost 36.00 and were owed at 30.00
    expect([...value]).toEqual([10_000, -3000, 6000, -600]);
    expect([...stock.value]).toEqual([0, 2400, 10_000]);
    expect(value.reduce((a, b) => a + b)).toBe(stock.value.reduce((a, b) => a + b));
  });

  it("goes by the last known cost where one place lacks what the other has", () => {
    const { carried, stock } = apart([receive(3, 3100), issue(3)], [-3, 3]);
    expect(carried.map(({ value }) => value)).toEqual([-3100, 3100]);
    expect([...stock.value]).toEqual([0, -3100, 3100]);
  });

  it("lets the place that lacks some owe what was short in all, and more where the other has some", () => {
    const { value, stock } = apart([receive(2, 2000), issue(5)], [-5, 2], [{ ...receive(5, 6000), pool: 1 }]);
    // 3 were short and are restated to 12.00 each; 2 more are owed at what the other place's goods are worth
    expect([...stock.qty]).toEqual([0, 0, 2_000_000]);
    expect(value[1]).toBe(-5600);
    expect(value.reduce((a, b) => a + b, 0) + 0).toBe(stock.value.reduce((a, b) => a + b, 0));
  });

  /** A place has 3 for 28.71, another lacks 3 booked at 30.00; one cost holds for both from then on. */
  function together(restates: number, after: readonly WrittenMove[]) {
    const written = [
      { ...receive(3, 2871), pool: 0 },
      { ...issue(3), pool: 1 },
    ];
    const parts = [3, -3].map((qty, bin) => ({ bin, from: bin, to: 2, qty: qty * 1e6 }));
    const changes: readonly PoolChange[] = [{ before: 2, day: 46_002, parts, restates }];
    const moves = movesOf([...written, ...after]);
    return costMoves(moves, { ...poolsOf("moving-average", 3, 10_000_000), changes }, plainPolicy);
  }

  it("restates what a place lacks at the cost of another's goods that cover it", () => {
    const { value, waiting } = together(-Infinity, []);
    expect([...value]).toEqual([2871, -2871]);
    expect([...waiting]).toEqual([]);
  });

  it("keeps what may not be restated: the difference waits, and the next move books it", () => {
    const alone = together(Infinity, []);
    expect([...alone.value]).toEqual([2871, -3000]);
    expect([...alone.waiting]).toEqual([[2, -129]]);
    expect([alone.stock.qty[2], alone.stock.value[2]]).toEqual([0, 0]);
    const difference = { kind: VARIANCE, qty: 0, value: Infinity, pool: 2 };
    const { value, waiting, stock } = together(Infinity, [{ ...receive(5, 6000), pool: 2 }, difference]);
    expect([...value]).toEqual([2871, -3000, 6000, 129]);
    expect([...waiting]).toEqual([]);
    expect([stock.qty[2], stock.value[2]]).toEqual([5_000_000, 6000]);
  });
});
