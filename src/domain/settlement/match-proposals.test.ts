import { matchProposals, type OpenPart } from "./match-proposals";

const parts = (first: number, ...open: readonly number[]): readonly OpenPart[] =>
  open.map((amount, at) => ({ item: first + at, due: at, open: amount }));

function proposed(
  credits: readonly number[],
  debits: readonly number[],
  refers: readonly (readonly [number, number])[] = [],
): readonly string[] {
  const refersTo = (credit: number, debit: number): boolean =>
    refers.some(([a, b]) => a === credit && b === debit);
  return matchProposals(parts(1, ...credits), parts(11, ...debits), refersTo).map(
    ({ credit, debit, amount, why }) => `${String(credit)}→${String(debit)} ${String(amount)} ${why}`,
  );
}

describe("proposals for settling", () => {
  it("follow what a credit refers to before all else", () => {
    expect(proposed([50], [50, 80], [[1, 12]])).toEqual(["1→12 50 reference"]);
  });

  it("take the debt of the very amount before older ones, for every credit before the next reason", () => {
    expect(proposed([40, 70], [100, 70, 40])).toEqual(["1→13 40 exact", "2→12 70 exact"]);
  });

  it("take several debts that come to the amount together", () => {
    expect(proposed([90], [100, 60, 40, 30])).toEqual(["1→12 60 subset", "1→14 30 subset"]);
  });

  it("take what is due first last, and leave the rest of a credit", () => {
    expect(proposed([90, 70], [100, 45])).toEqual(["1→11 90 oldest", "2→11 10 oldest", "2→12 45 oldest"]);
  });

  it("give up looking for several debts where there are too many, and still propose", () => {
    const many = Array.from({ length: 60 }, () => 2);
    expect(proposed([117], many)).toHaveLength(59);
    expect(proposed([33], many).every((text) => text.endsWith("oldest"))).toBe(true);
  });

  it("propose nothing where one side is missing", () => {
    expect([proposed([], [10]), proposed([10], [])]).toEqual([[], []]);
  });
});
