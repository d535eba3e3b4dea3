import { documentTypes } from "../domain/documents/index";
import { table } from "../../test/support/book-literal";
import { items, partners, read, warehouses } from "../../test/support/read-tables";
import { NO_TYPE, NONE } from "../domain/book/lines";
import { dayText } from "../domain/kernel/day";
import { decimalText } from "../domain/kernel/numbers";

describe("a book that is read", () => {
  it("has its registers as lines, in the order of the registers and of their rows", () => {
    const { book, found } = read(
      ...[items, warehouses, partners],
      table("sales", "type date partner item warehouse qty price", [
        "销售出库",
        46027,
        "大华",
        "A2",
        "W2",
        2.5,
        "19.90",
      ]),
      table(
        "采购单据",
        "行ID 单据类型 日期 时间 往来单位 仓库 商品编码 数量 单价 含税 税率 价税合计 状态 单号",
        [
          "r1",
          "RK",
          "2026-01-05",
          "8:30",
          "S1",
          "主仓",
          "螺丝",
          10,
          1.25,
          "是",
          13,
          12.5,
          "已过账",
          "RK-20260105-0001",
        ],
      ),
    );
    const { lines } = book;
    expect(found).toEqual([]);
    expect([lines.count, lines.offsets]).toEqual([2, [0, 1, 2, 2, 2]]);
    expect([...lines.type].map((place) => documentTypes[place]?.code)).toEqual(["RK", "CK"]);
    expect([[...lines.item], [...lines.warehouse], [...lines.partner]]).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect([[...lines.qty], [...lines.price], [...lines.total]]).toEqual([
      [10000000, 2500000],
      [1250000, 19900000],
      [1250, NaN],
    ]);
    expect([[...lines.day].map(dayText), [...lines.time]]).toEqual([
      ["2026-01-05", "2026-01-05"],
      [30600, NONE],
    ]);
    expect([[...lines.includesTax], [...lines.status], lines.rowId]).toEqual([
      [1, 255],
      [2, 0],
      ["r1", ""],
    ]);
  });

  it("leaves a row in which nothing stands in its place, and knows it", () => {
    const { book, found } = read(
      ...[items, warehouses, partners],
      table(
        "stock",
        "type item qty note itemName mine",
        ["DB", "A1", 1, null, null, null],
        [null, " ", null, "", "#", "x"],
        [null, null, null, "备注", null, null],
      ),
    );
    expect([[...book.lines.blank], [...book.lines.type].map((type) => type === NO_TYPE)]).toEqual([
      [0, 1, 0],
      [false, true, true],
    ]);
    expect(found).toEqual([]);
  });

  it("says of each cell that cannot be read what and where, and keeps the good rows", () => {
    const { book, found } = read(
      ...[items, warehouses, partners],
      table(
        "purchases",
        "rowId type date item qty price discount",
        ["r1", "RX", "2026-02-30", "A9", "x", 0.0000001, 0.1],
        ["r2", "RK", "2026-02-20", "A1", 1, 2, 10],
        ["r1", "RK", { error: "#N/A" }, "A1", 1, 2, 10],
      ),
    );
    expect(found).toEqual([
      'UNKNOWN_TYPE purchases 1 r1 type {"value":"RX","nearest":"RK"}',
      'NOT_A_DATE purchases 1 r1 date {"value":"2026-02-30"}',
      'CELL_ERROR purchases 3 r1 date {"error":"#N/A"}',
      'UNKNOWN_CODE purchases 1 r1 item {"value":"A9","register":"items","nearest":"A1"}',
      'NOT_A_NUMBER purchases 1 r1 qty {"value":"x"}',
      'TOO_MANY_DECIMALS purchases 1 r1 price {"value":1e-7,"decimals":6}',
      'RATE_AS_FRACTION purchases 1 r1 discount {"value":0.1,"suggested":10}',
      'DUPLICATE_ROW_ID purchases 3 r1 rowId {"value":"r1","firstTable":"purchases","firstRow":1}',
    ]);
    expect([...book.lines.faulty]).toEqual([1, 0, 1]);
  });

  it("takes the copy of a posted row for no posted row, and leaves the row itself as it is", () => {
    const { found, book } = read(
      table(
        "purchases",
        "rowId type date item qty price status number",
        ["r1", "RK", "2026-02-20", "A1", 1, 2, "posted", "RK-1"],
        ["r1", "RK", "2026-02-20", "A1", 1, 2, "posted", "RK-1"],
      ),
    );
    expect(found.filter((told) => told.startsWith("DUPLICATE"))).toHaveLength(1);
    const { status, rowId, number } = book.lines;
    expect([[...status], rowId, number]).toEqual([
      [2, 0],
      ["r1", ""],
      ["RK-1", ""],
    ]);
  });

  it("finds one row id in two registers", () => {
    const { found } = read(
      table("purchases", "type rowId", ["RK", "r7"]),
      table("payments", "type rowId", ["SK", null], ["SK", "r7"]),
    );
    expect(found).toEqual([
      'DUPLICATE_ROW_ID payments 2 r7 rowId {"value":"r7","firstTable":"purchases","firstRow":1}',
    ]);
  });

  it("takes masters once by code, and wants a code on every row", () => {
    const { book, found } = read(
      table("items", "code name", ["A1", "x"], ["A1", "y"], [null, "z"], [null, null], ["A2", "w"]),
    );
    expect(found).toEqual([
      'DUPLICATE_KEY items 2 code {"value":"A1","firstRow":1}',
      "REQUIRED items 3 code {}",
    ]);
    expect(book.masters.items.map(({ code, name }) => code + name)).toEqual(["A1x", "A2w"]);
  });

  it("has masters with what their cells say", () => {
    const { book } = read(
      items,
      warehouses,
      partners,
      table("units", "item unit numerator denominator", ["A1", "箱", 12, null]),
    );
    expect(book.masters.items[0]).toMatchObject({
      code: "A1",
      name: "螺丝",
      taxRate: 13000000,
      warehouse: 0,
    });
    expect(book.masters.items[1]).toMatchObject({
      taxRate: null,
      warehouse: NONE,
      service: false,
      inactive: false,
    });
    expect(book.masters.warehouses.map(({ code, allowNegative }) => [code, allowNegative])).toEqual([
      ["W1", true],
      ["W2", false],
      ["TRANSIT", false],
    ]);
    expect(book.masters.partners.map(({ supplier, customer }) => [supplier, customer])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(book.masters.units).toEqual([{ item: 0, unit: "箱", numerator: 12, denominator: 1, barcode: "" }]);
  });

  it("refuses a factor of zero and a unit without one", () => {
    const { book, found } = read(
      items,
      warehouses,
      table("units", "item unit numerator denominator", ["A1", "箱", 0, 1], ["A1", "包", null, 1]),
    );
    expect(book.masters.units).toEqual([]);
    expect(found).toEqual([
      'OUT_OF_RANGE units 1 numerator {"value":0,"least":1,"most":1000000000}',
      "REQUIRED units 2 numerator {}",
    ]);
  });

  it("counts money in the decimals that its settings say", () => {
    const settings = table("settings", "key value", ["金额小数位", "3"]);
    const { book } = read(settings, table("payments", "type amount", ["SK", 1.125]));
    expect([...book.lines.amount].map((units) => decimalText(units, 3))).toEqual(["1.125"]);
  });
});
