import { sentence } from "../locales/sentence";
import { tellings } from "../locales/tellings";
import { WorkbookError } from "../workbook/port";
import { placeNames } from "./place-names";
import { bookTrouble } from "./trouble";

class Refused extends Error {
  readonly code = "GeneralException";
}

const refused = new Refused("Something went wrong.");

function told(language: "zh-CN" | "en-US", thrown: WorkbookError): string {
  const found = bookTrouble(thrown, language);
  return found === null ? "" : sentence(tellings[language], found, placeNames(language));
}

describe("what is told when Excel does something odd", () => {
  const failed = new WorkbookError("odd-answer", "", { cause: refused });
  const stopped = new WorkbookError("interrupted", "销售单据, 库存余额", {
    cause: new WorkbookError("odd-answer", "销售单据", { cause: refused }),
  });

  it("is that nothing was written, its code, and to try again", () => {
    expect(told("zh-CN", failed)).toBe("Excel 没有按要求完成（GeneralException）。账簿未改动，请再试一次。");
    expect(told("en-US", failed)).toBe(
      "Excel did not do as it was asked: GeneralException. The book is unchanged; try again.",
    );
  });

  it("names every table that it was stopped at, why by its inmost code, and the button that mends it", () => {
    expect(told("zh-CN", stopped)).toBe(
      "写入“销售单据、库存余额”时被 Excel 打断（GeneralException），可能只写了一部分，没有行丢失。请执行“重算”，再核对。",
    );
    expect(told("en-US", stopped)).toMatch(
      /"销售单据, 库存余额" was being written: GeneralException\. A part/,
    );
  });

  it("calls tables as their sheets are called, and a user's own by its own name", () => {
    const named = (trouble: "too-large" | "interrupted" | "filtered", what: string): WorkbookError =>
      new WorkbookError(trouble, what, { cause: refused });
    expect(told("en-US", named("too-large", "Stockbalances"))).toMatch(/^Stock balances /);
    expect(told("en-US", named("interrupted", "Partnerbalances, my table"))).toContain(
      '"Partner balances, my table"',
    );
    expect(told("en-US", named("filtered", "Stockbalances"))).toContain('"Stock balances"');
    expect(told("zh-CN", named("interrupted", "Stockbalances, cashLedger"))).toContain(
      "“Stock balances、Cash ledger”",
    );
  });

  it("is of rows that collided midway that they were changed", () => {
    const changed = new WorkbookError("interrupted", "销售单据", {
      cause: new WorkbookError("changed", "销售单据", { rows: [1] }),
    });
    expect(told("zh-CN", changed)).toContain("被 Excel 打断（同时有人改动了这些行）");
  });
});
