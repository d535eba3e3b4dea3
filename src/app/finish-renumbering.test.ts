import type { JsonBook, Row } from "../../test/oracle/oracle-book";
import { bookAt, deskAt } from "../../test/support/posted";
import type { Desk } from "./desk";
import { recompute } from "./recompute";
import { verifyBook } from "./verify-book";

const N1 = "RK-20260105-0001";
const N2 = "RK-20260105-0002";

function line(rowId: string, own: Row): Row {
  const place = { status: "posted", date: "2026-01-05", partner: "S1", warehouse: "MAIN", item: "bolt" };
  return {
    ...place,
    ...{ type: "RK", number: N1, rowId, line: 1, qty: 3, price: 2, net: 6, tax: 0, total: 6 },
    ...own,
  };
}

/** Two receipts under one number, a return of the later one and a draft that means it. */
const clash: JsonBook = {
  items: [{ code: "bolt" }, { code: "nut" }],
  warehouses: [{ code: "MAIN" }],
  partners: [{ code: "S1" }, { code: "S2" }],
  purchases: [
    line("R1", { draft: "a" }),
    line("R2", { draft: "b", partner: "S2", item: "nut" }),
    line("R3", { draft: "b", partner: "S2", item: "nut", line: 2 }),
    line("R4", {
      type: "CT",
      number: "CT-20260105-0001",
      partner: "S2",
      item: "nut",
      qty: 1,
      net: 2,
      total: 2,
      ref: N1,
    }),
    { type: "CT", draft: "c", date: "2026-01-06", partner: "S2", item: "nut", qty: 1, ref: N1 },
  ],
};

const names = (rows: readonly Row[] = []) => rows.map(({ number = null, ref = null }) => [number, ref]);

/** The book renumbered, but for rows that the workbook failed to write. */
async function brokenOff(left: readonly number[]): Promise<{ desk: Desk; whole: JsonBook }> {
  const good = deskAt(clash);
  await recompute(good);
  const whole = await bookAt(good);
  const purchases = (whole["purchases"] ?? []).map((row, i) => {
    return left.includes(i)
      ? {
          ...row,
          number: clash["purchases"]?.[i]["number"] ?? null,
          ref: clash["purchases"]?.[i]["ref"] ?? null,
        }
      : row;
  });
  return { desk: deskAt({ ...whole, purchases }), whole };
}

describe("giving numbers that broke off", () => {
  it.each([[[1]], [[2, 3]], [[1, 2]], [[1, 2, 3]]])(
    "is finished by recompute (rows %j left)",
    async (left) => {
      const { desk, whole } = await brokenOff(left);
      expect((await recompute(desk)).findings).toEqual([]);
      const { purchases, log } = await bookAt(desk);
      expect(names(purchases)).toEqual(names(whole["purchases"]));
      expect(purchases?.slice(1).map(({ number = null, ref = null }) => [number, ref])).toEqual([
        [N2, null],
        [N2, null],
        ["CT-20260105-0001", N2],
        [null, N2],
      ]);
      expect(log).toEqual(whole["log"]);
      expect((await verifyBook(desk)).value).toEqual({ ok: true, failures: [] });
    },
  );

  it("is not what somebody did by hand to a cell of which the log has told more since", async () => {
    const { desk, whole } = await brokenOff([3]);
    const later = { ...whole["log"]?.at(-1), time: "2026-12-31T09:00:00", action: "amend", column: "ref" };
    const told = { ...later, rowId: "R4", before: N2, after: N1, previousHash: null, hash: "f".repeat(64) };
    const amended = deskAt({ ...(await bookAt(desk)), log_B: [told] });
    await recompute(amended);
    expect(names((await bookAt(amended))["purchases"])[3]).toEqual(["CT-20260105-0001", N1]);
  });
});
