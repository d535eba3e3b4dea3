import * as fc from "fast-check";
import { cellsOf, sharedBook } from "../../test/support/shared-book";
import type { Cell, Change, Workbook } from "../workbook/port";
import { keptWorkbook } from "./kept-workbook";
import { LAW_TIME, lawRuns } from "../../test/support/law-runs";

jest.setTimeout(LAW_TIME);

const TABLES = ["One", "Two"] as const;
const HEADERS = ["a", "b", "c"] as const;
const look = { format: null, width: 10, hidden: false, grouped: false, choices: null };

/** A step as it is drawn: what is done to which table by whom; numbers point into what is there by then. */
const steps = fc.array(
  fc.record({
    who: fc.constantFrom("we", "others", "unheard rows"),
    table: fc.constantFrom(...TABLES),
    kind: fc.constantFrom("stamp", "append", "remove", "replace"),
    rows: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
    header: fc.constantFrom(...HEADERS, "d"),
    cell: fc.constantFrom<Cell>(null, "", "x", "00123", 4.5, true),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

function changeOf({ table, kind, rows: drawn, header, cell, count }: Step, rowCount: number): Change | null {
  const rows = [...new Set(drawn.map((row) => row % Math.max(rowCount, 1)))];
  const cells = (length: number) => [{ header, cells: Array.from({ length }, () => cell) }];
  if (kind === "append" || kind === "replace") return { do: kind, table, count, columns: cells(count) };
  if (rowCount === 0 || rows.length === 0) return null;
  return kind === "remove"
    ? { do: kind, table, rows }
    : { do: kind, table, rows, columns: cells(rows.length) };
}

async function startedBook() {
  const shared = sharedBook();
  const columns = HEADERS.map((header) => ({ ...look, header }));
  const started = TABLES.flatMap((table): Change[] => [
    { do: "create", table, sheet: table, columns },
    { do: "append", table, count: 2, columns: [{ header: "a", cells: ["p", "q"] }] },
  ]);
  await shared.mine.apply(started);
  return shared;
}

describe("a workbook that is kept", () => {
  it("holds at each look what stands in the workbook, whoever changed it", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const shared = await startedBook();
        const kept = keptWorkbook(shared.mine);
        kept.onChange(({ tables, ours }) => (ours ? undefined : kept.doubt(tables)));
        const ways: Readonly<Record<Step["who"], Workbook["apply"]>> = {
          we: (changes) => kept.apply(changes),
          others: (changes) => shared.others(changes),
          "unheard rows": (changes) => shared.unheard(changes),
        };
        for (const step of all) {
          const outline = (await shared.mine.tables()).find(({ name }) => name === step.table);
          // what nobody tells of is seen where the length of a table says so
          const isSeen = step.who !== "unheard rows" || step.kind === "append" || step.kind === "remove";
          const change = isSeen ? changeOf(step, outline?.rowCount ?? 0) : null;
          if (change !== null) await ways[step.who]([change]);
          kept.lookAgain();
          expect(await cellsOf(kept)).toEqual(await cellsOf(shared.mine));
        }
      }),
      lawRuns(1_000, 20_261_203),
    );
  });

  it("never changes what it gave out before", async () => {
    const shared = await startedBook();
    const kept = keptWorkbook(shared.mine);
    await kept.tables();
    const [before] = await kept.read(["One"]);
    await kept.apply([{ do: "stamp", table: "One", rows: [0], columns: [{ header: "a", cells: ["z"] }] }]);
    expect(before.column(0)).toEqual(["p", "q"]);
    expect((await kept.read(["One"]))[0].column(0)).toEqual(["z", "q"]);
  });
});
