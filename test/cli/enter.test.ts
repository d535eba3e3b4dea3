import { little, receipt, run } from "./terminal";

const begin = { verb: "new", book: little, now: "2026-01-30T08:00:00", seed: 3 };
const into = (table: string, ...rows: readonly object[]) => ({ verb: "enter", table, rows });
const show = (table: string) => ({ verb: "table", table });

describe("entering drafts", () => {
  it("takes tables, columns and words by their names in either language", () => {
    const row = {
      单据类型: "采购入库",
      Date: "2026/1/5",
      partner: "Partner",
      仓库: "Main",
      商品编码: "bolt",
      数量: "1,200",
      单价: "2.50",
    };
    const { told } = run([begin, into("采购单据", row), show("Purchases")]);
    expect(told[2].rows).toMatchObject([
      { type: "RK", date: "2026-01-05", qty: 1200, price: 2.5, item: "bolt" },
    ]);
  });

  it("makes documents of rows by the typing rules, a mark each", () => {
    const rows = [
      receipt,
      { ...receipt, qty: 3 },
      { item: "bolt", qty: 1, price: 1 },
      { ...receipt, date: "2026-01-06" },
    ];
    const marks = run([begin, into("purchases", ...rows), show("purchases")]).told[2].rows.map(
      ({ draft }) => draft,
    );
    expect(marks.map((mark) => marks.indexOf(mark))).toEqual([0, 0, 0, 3]);
    expect(marks[0]).toMatch(/^[0-9A-Z]{8}$/);
  });

  it("keeps marks and row ids that are given, a mark for the whole document", () => {
    const rows = [
      { ...receipt, draft: "1" },
      { item: "bolt", qty: 1, price: 1 },
      { ...receipt, draft: "2", rowId: "R2" },
    ];
    const { told } = run([begin, into("purchases", ...rows), show("purchases")]);
    expect(told[1].rowIds[2]).toBe("R2");
    expect(told[2].rows.map(({ draft }) => draft)).toEqual(["1", "1", "2"]);
  });

  it("enters nothing where one row is wrong, and says which", () => {
    const wrong = [
      receipt,
      { ...receipt, date: "32/1", qty: "ten", priceIncludesTax: "perhaps", promised: "soon" },
    ];
    const { told } = run([begin, into("purchases", ...wrong), show("purchases")]);
    const places = told[1].findings.map(({ row, column, code }) => [row, column, code]);
    expect(places).toHaveLength(4);
    expect(places).toEqual(
      expect.arrayContaining([
        [2, "date", "NOT_A_DATE"],
        [2, "qty", "NOT_A_NUMBER"],
        [2, "priceIncludesTax", "UNKNOWN_WORD"],
        [2, "promised", "NOT_A_DATE"],
      ]),
    );
    expect(told[2].rows).toEqual([]);
  });

  it.each([
    [{ ...receipt, item: "nut" }, "UNKNOWN_CODE"],
    [{ ...receipt, type: "CK" }, "UNKNOWN_TYPE"],
    [{ item: "bolt", qty: 1 }, "ROW_OUT_OF_PLACE"],
    [{ item: "bolt", type: null }, "ROW_OUT_OF_PLACE"],
    [{ ...receipt, number: "RK-1" }, "BAD_STEP"],
    [{ ...receipt, status: "posted" }, "BAD_STEP"],
    [{ ...receipt, taxRate: 0.13 }, "RATE_AS_FRACTION"],
    [{ ...receipt, paid: 1.005 }, "TOO_MANY_DECIMALS"],
  ])("refuses %j", (row, code) => {
    const { told } = run([begin, into("purchases", row), show("purchases")]);
    expect(told[1]).toMatchObject({ ok: false });
    expect(told[1].findings.map((found) => found.code)).toContain(code);
    expect(told[2].rows).toEqual([]);
  });

  it("refuses a row id that is there, or that comes twice", () => {
    const row = { ...receipt, rowId: "R1" };
    const { told } = run([
      begin,
      into("purchases", row),
      into("purchases", row),
      into("purchases", { ...row, rowId: "R2" }, { ...row, rowId: "R2" }),
    ]);
    expect(told.slice(1).map(({ ok }) => ok)).toEqual([true, false, false]);
    expect(told[2].findings).toMatchObject([
      { code: "DUPLICATE_ROW_ID", row: 1, facts: { value: "R1", firstRow: 1 } },
    ]);
    expect(told[3].findings.map(({ code }) => code)).toContain("DUPLICATE_ROW_ID");
  });
});

describe("entering masters and settings", () => {
  it("answers the keys, codes as text", () => {
    const { told } = run([
      begin,
      into("items", { code: "00123", name: "Nut", unit: "pc", barcode: "6901234567892" }),
      show("items"),
    ]);
    expect(told[1].rowIds).toEqual(["00123"]);
    expect(told[2].rows[1]).toMatchObject({ code: "00123", barcode: "6901234567892" });
  });

  it("refuses a key that is there, or none", () => {
    const { told } = run([
      begin,
      into("items", { code: "bolt" }),
      into("items", { name: "nameless" }),
      into("items", { code: "a" }, { code: "a" }),
    ]);
    expect(told.slice(1).map(({ findings }) => findings[0].code)).toEqual([
      "DUPLICATE_KEY",
      "HEADER_MISSING",
      "DUPLICATE_KEY",
    ]);
  });

  it("takes a key of several parts", () => {
    const box = { item: "bolt", unit: "box", numerator: 12 };
    const { told } = run([
      begin,
      into("units", box),
      into("units", { ...box, unit: "case" }),
      into("units", box),
    ]);
    expect(told.slice(1).map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(told[1].rowIds).toEqual(["bolt/box"]);
  });

  it("takes several prices of one item and goals of one period, but none twice", () => {
    const price = { item: "bolt", price: 3 };
    const { told } = run([
      begin,
      into("prices", price, { ...price, minQty: 10 }, { ...price, from: "2026-02-01" }),
      into("prices", { ...price, priceGrade: "A" }),
      into("prices", { ...price, minQty: 10 }),
      into("budgets", { period: "2026-01", category: "RENT" }, { period: "2026-01", category: "FUEL" }),
    ]);
    expect(told.slice(1).map(({ ok }) => ok)).toEqual([true, true, false, true]);
    expect(told[3].findings).toMatchObject([{ code: "DUPLICATE_KEY", facts: { firstRow: 2 } }]);
  });

  it("gives a setting that is there its new value, by its name in either language", () => {
    const { told } = run([
      begin,
      into("settings", { key: "语言", value: "zh-CN" }, { key: "costing", value: "fifo" }),
      show("settings"),
    ]);
    expect(told[2].rows).toMatchObject([
      { key: "language", value: "zh-CN" },
      { key: "costing", value: "fifo" },
    ]);
  });

  it("refuses a setting that this version does not know", () => {
    expect(
      run([begin, into("settings", { key: "costing", value: "guess" })]).told[1].findings[0],
    ).toMatchObject({ code: "UNKNOWN_SETTING" });
  });

  it("tells what a setting may be in the language of the book", () => {
    const english = into("settings", { key: "language", value: "en-US" });
    const { told } = run([begin, english, into("settings", { key: "costing", value: "guess" })]);
    expect(told[2].findings[0].facts).toMatchObject({ key: "Costing method" });
  });
});

describe("approving and discarding", () => {
  const two = [begin, into("purchases", { ...receipt, draft: "1" }, { ...receipt, draft: "2", rowId: "R2" })];

  it("stamps whole drafts by mark or row id, and takes the stamp back", () => {
    const { told } = run([
      ...two,
      { verb: "approve", drafts: ["1", "R2"], user: "boss" },
      show("purchases"),
      { verb: "unapprove", drafts: ["1"] },
      show("purchases"),
    ]);
    expect(told[2].changed).toBe(2);
    expect(told[3].rows).toMatchObject([
      { status: "approved", approvedBy: "boss", approvedAt: "2026-01-30T08:00:00" },
      { status: "approved" },
    ]);
    expect(told[5].rows).toMatchObject([
      { status: "draft", approvedBy: null, approvedAt: null },
      { status: "approved" },
    ]);
  });

  it("takes drafts out, and nothing where a name is no draft's", () => {
    const { told } = run([
      ...two,
      { verb: "discard", drafts: ["1", "9"] },
      show("purchases"),
      { verb: "discard", drafts: ["1"] },
      show("purchases"),
    ]);
    expect(told[2]).toMatchObject({
      ok: false,
      findings: [{ code: "BAD_STEP", facts: { what: "draft 9" } }],
    });
    expect(told[3].rows).toHaveLength(2);
    expect(told[5].rows).toMatchObject([{ draft: "2" }]);
  });

  it("leaves what is posted alone", () => {
    const { told } = run([
      ...two,
      { verb: "post", only: ["1"] },
      { verb: "discard", drafts: ["1"] },
      { verb: "approve", drafts: ["1"] },
    ]);
    expect(told[2].posted).toHaveLength(1);
    expect(told.slice(3).map(({ findings }) => findings[0].code)).toEqual(["BAD_STEP", "BAD_STEP"]);
  });
});
