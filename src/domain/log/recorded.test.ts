import type { LogRow } from "./log-row";
import { logEntry } from "./log-row";
import { recordedRows } from "./recorded";

const stamp = { user: "u", station: "", previousHash: "", hash: "" };
const SECOND = "2026-01-05T10:00:01";

function row(time: string, entry: Parameters<typeof logEntry>[0]): LogRow {
  return { ...logEntry(entry), ...stamp, time };
}

function change(time: string, column: string, [before, after]: readonly [string, string]): LogRow {
  return row(time, { action: "amend", rowId: "R1", column, before, after });
}

const post = row("2026-01-05T10:00:00", {
  action: "post",
  number: "RK-1",
  after: JSON.stringify({ table: "purchases", columns: ["rowId", "qty", "note"], rows: [["R1", 3, "x"]] }),
});

describe("rows as the logs of several computers tell them", () => {
  const one = [post, change(SECOND, "qty", ["4", "5"]), change(SECOND, "note", ["y", "z"])];
  const other = [change(SECOND, "qty", ["3", "4"]), change(SECOND, "note", ["x", "y"])];

  it.each([
    ["first", [one, other]],
    ["last", [other, one]],
  ])("go on from what a cell was where two changed it within a second, whose log stands %s", (_, logs) => {
    expect(recordedRows(logs).get("R1")?.cells).toMatchObject({ qty: "5", note: "z" });
  });

  it("follow time before all else, and tell a change that nothing fits all the same", () => {
    const late = [post, change("2026-01-05T10:00:02", "qty", ["9", "8"])];
    expect(recordedRows([late, [change(SECOND, "qty", ["7", "6"])]]).get("R1")?.cells).toMatchObject({
      qty: "8",
    });
  });
});
