import { MATTERS } from "../../src/engine/engine-error";
import { fault } from "../../src/locales/faults";

describe("what is the matter with a file", () => {
  it.each(MATTERS)("%s: is told in Chinese without a word of English", (matter) => {
    const told = fault("zh-CN", matter, { part: "a.xml", row: 3, byte: 12 });
    expect(told).toMatch(/^a\.xml，第 3 行，第 12 字节：/);
    expect(told.slice(5).replace(/\.xls[bx]?|Excel|JSON|UTF-8|GiB/g, "")).not.toMatch(/[A-Za-z]/);
    expect(fault("en-US", matter, { table: "items", column: "qty" })).toBe(
      `table items, column qty: ${matter}`,
    );
  });
});
