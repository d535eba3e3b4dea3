import { owed } from "../../../../test/support/open-debts";

describe("an invoice that comes before its goods", () => {
  const receipt = `
    type date       time     number partner warehouse item qty net   tax total ref
    RK   2026-01-10 15:00:00 RK-1   S1      MAIN      bolt 10  40.00 0   40.00 -`;

  it("completes their debt and never makes a second one, on an earlier day or earlier on theirs", () => {
    for (const date of ["2026-01-09", "2026-01-10"]) {
      const purchases = `${receipt}
        CF   ${date} -        CF-1   S1      -         bolt 10  50.00 0   50.00 RK-1`;
      expect(owed({ purchases })).toEqual(["RK-1 50 0 0 50"]);
    }
  });

  it("completes it for the part that it is of, and owes by itself what is of no goods", () => {
    const purchases = `${receipt}
      CF   2026-01-08 -        CF-1   S1      -         bolt 4   20.00 0   20.00 RK-1
      CF   2026-01-09 -        CF-2   S1      -         work 1   7.00  0   7.00  -`;
    expect(owed({ purchases })).toEqual(["CF-2 7 0 0 7", "RK-1 44 0 0 44"]);
  });

  it("waits for the last goods that it is of, and is paid with them", () => {
    const purchases = `
      type date       number partner warehouse item qty net   tax total ref
      RK   2026-01-05 RK-1   S1      MAIN      bolt 10  40.00 0   40.00 -
      RK   2026-01-10 RK-2   S1      MAIN      bolt 10  40.00 0   40.00 -
      CF   2026-01-07 CF-1   S1      -         bolt 10  50.00 0   50.00 RK-1
      CF   2026-01-07 CF-1   S1      -         bolt 10  60.00 0   60.00 RK-2`;
    const payments = `
      type date       number partner account amount against
      FK   2026-01-08 FK-1   S1      BANK    110.00 CF-1`;
    expect(owed({ purchases, payments })).toEqual(["RK-1 50 50 0 0", "FK-1 -110 -110 0 0", "RK-2 60 60 0 0"]);
  });
});
