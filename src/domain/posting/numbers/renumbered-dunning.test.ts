import type { JsonBook, Row } from "../../../../test/oracle/oracle-book";
import { bookAt, deskAt } from "../../../../test/support/posted";
import { recompute } from "../../../app/recompute";

const number = "KZ-20260105-0001";
const next = "KZ-20260105-0002";

function owed(rowId: string, own: Row): Row {
  const stamps = { status: "posted", number, line: 1, postedAt: "2026-01-06T10:00:00" };
  return {
    ...stamps,
    rowId,
    type: "KZ",
    date: "2026-01-05",
    partner: "C",
    net: own["total"],
    tax: 0,
    ...own,
  };
}

/** Two debts under one number, the first the earlier one, and what was done about them. */
function clash(dues: readonly [string, string], dunning: readonly Row[]): JsonBook {
  return {
    partners: [{ code: "C", kind: "customer" }],
    sales: [
      owed("R1", { draft: "a", total: 5, due: dues[0] }),
      owed("R2", { draft: "b", total: 7, due: dues[1], postedAt: "2026-01-06T11:00:00" }),
    ],
    dunning: dunning.map((row) => ({ number, ...row })),
  };
}

async function recomputed(book: JsonBook) {
  const desk = deskAt(book);
  const { findings } = await recompute(desk);
  const { dunning, log } = await bookAt(desk);
  return { findings, numbers: dunning?.map((row) => row["number"]), log };
}

describe("the record of dunning of a number that two debts bore", () => {
  it("names the one that was overdue, in the log too", async () => {
    const row = { line: 1, date: "2026-01-20", event: "dunned", level: 1 };
    const { findings, numbers, log } = await recomputed(clash(["2026-03-10", "2026-01-10"], [row]));
    expect(findings).toMatchObject([
      { code: "NUMBER_CHANGED", table: "sales", row: 2, facts: { was: number, number: next, references: 1 } },
    ]);
    expect(numbers).toEqual([next]);
    const told = log?.filter(({ action, rowId }) => action === "renumber" && rowId === null);
    expect(told?.map(({ column, before, after }) => [column, before, after])).toEqual([
      ["number", number, next],
    ]);
  });

  it("stays with the earlier where it could mean either, and that is told", async () => {
    const events = [
      { date: "2026-02-01", event: "dunned", level: 1 },
      { date: "2026-04-02", event: "disputed" },
      { date: "2026-01-04", event: "resolved" },
    ];
    const { findings, numbers } = await recomputed(clash(["2026-01-10", "2026-03-10"], events));
    expect(numbers).toEqual([number, number, number]);
    expect(findings.map(({ code, table, row }) => `${code} ${String(table)} ${String(row)}`)).toEqual([
      "NUMBER_CHANGED sales 2",
      "REF_AMBIGUOUS dunning 2",
    ]);
    expect(findings[1].facts).toEqual({ taken: number, other: next });
  });

  it("never means one that was not posted yet", async () => {
    const book = clash(["2026-01-10", "2026-01-10"], [{ date: "2026-01-20", event: "disputed" }]);
    const sales = (book["sales"] ?? []).map((row) => ({
      ...row,
      postedAt: row["rowId"] === "R2" ? "2026-02-01T08:00:00" : row["postedAt"],
    }));
    const { findings, numbers } = await recomputed({ ...book, sales });
    expect(numbers).toEqual([number]);
    expect(findings.map(({ code }) => code)).toEqual(["NUMBER_CHANGED"]);
  });
});
