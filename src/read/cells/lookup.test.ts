import { statuses } from "../../registers/words";
import { codeLookup } from "./code";
import { flagLookup, typeLookup, wordLookup } from "./lookup";

describe("a word in a cell", () => {
  const words = wordLookup(statuses, "zh-CN");

  it("is known by its code and by either title", () => {
    expect(["posted", "已过账", "POSTED", " Posted "].map((cell) => words.find(cell))).toEqual([2, 2, 2, 2]);
    expect(words.find(null)).toBeNull();
  });

  it("that is none of them is told which there are", () => {
    const allowed = "草稿, 已审核, 已过账, 已作废, 已红冲, 已关闭";
    expect(words.find("完成")).toEqual({ code: "UNKNOWN_WORD", facts: { value: "完成", allowed } });
  });
});

describe("a yes or no in a cell", () => {
  const flags = flagLookup("en-US");
  it.each(["是", "yes", "Y", true, "TRUE", 1, "1", "√"])("%p is yes", (cell) =>
    expect(flags.find(cell)).toBe(1),
  );
  it.each(["否", "No", "n", false, 0, "×"])("%p is no", (cell) => expect(flags.find(cell)).toBe(0));
  it("is nothing else", () => expect(flags.find("maybe")).toMatchObject({ code: "UNKNOWN_WORD" }));
});

describe("a type of document in a cell", () => {
  const types = [
    { code: "RK", title: { zh: "采购入库", en: "Purchase receipt" }, register: "purchases" },
    { code: "KZ", title: { zh: "期初建账", en: "Opening balance" }, register: "purchases" },
    { code: "CG", title: { zh: "采购订单", en: "Purchase order" }, register: "purchases" },
    { code: "KZ", title: { zh: "期初建账", en: "Opening balance" }, register: "sales" },
  ];
  const purchases = typeLookup(types, "purchases");

  it("is known by code or title, with or without 单, in its own register", () => {
    expect(
      ["rk", "采购入库", "采购入库单", "purchase receipt", "采购订"].map((cell) => purchases.find(cell)),
    ).toEqual([...[0, 0, 0, 0, 2]]);
    expect([purchases.find("期初建账"), typeLookup(types, "sales").find("KZ")]).toEqual([1, 3]);
  });

  it("that there is none of is told the nearest", () => {
    expect(purchases.find("采购入厍")).toEqual({
      code: "UNKNOWN_TYPE",
      facts: { value: "采购入厍", nearest: "采购入库" },
    });
    expect(typeLookup(types, "sales").find("RK")).toMatchObject({ code: "UNKNOWN_TYPE" });
  });
});

describe("a code of a master in a cell", () => {
  const items = codeLookup("items", [
    { code: "A1", name: "螺丝", barcode: "6901234567890" },
    { code: "A2", name: "螺母" },
    { code: "B1", name: "垫片" },
    { code: "B2", name: "垫片" },
    { code: "b3", name: "A2" },
  ]);

  it("is found by code, barcode, unambiguous name, or code in another case", () => {
    expect(
      ["A1", "6901234567890", 6901234567890, "螺母", "a1", "Ａ２", "B3"].map((cell) => items.find(cell)),
    ).toEqual([...[0, 0, 0, 1, 0, 1, 4]]);
  });

  it("that several could be names them all", () => {
    expect(items.find("垫片")).toEqual({
      code: "AMBIGUOUS_NAME",
      facts: { value: "垫片", register: "items", codes: "B1, B2" },
    });
  });

  it("of digits alone is told the first code that differs in zeros before it, however many others fail", () => {
    const members = ["0012", "00012", "7"].map((code) => ({ code, name: "12" + code }));
    const numbered = codeLookup("items", members);
    for (let i = 0; i < 20_000; i++) numbered.find(`x${String(i)}`);
    const facts = { value: "012", register: "items", nearest: "0012" };
    expect(numbered.find("012")).toEqual({ code: "UNKNOWN_CODE", facts });
    expect(numbered.find("13")).toMatchObject({ facts: { nearest: null } });
  });

  it("that none is names the nearest", () => {
    const facts = { value: "螺丝丝", register: "items", nearest: "A1" };
    expect(items.find("螺丝丝")).toEqual({ code: "UNKNOWN_CODE", facts });
    expect(items.find("完全不同的东西")).toMatchObject({ facts: { nearest: null } });
  });
});
