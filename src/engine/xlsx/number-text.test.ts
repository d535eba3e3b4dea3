import fc from "fast-check";
import { isoSerial } from "./iso-serial";
import { readNumber } from "./number-text";
import { escapeCellText, unspell } from "./xml-text";

function read(text: string): number | null | undefined {
  return readNumber(new TextEncoder().encode(text), 0, text.length);
}

describe("number in a cell", () => {
  it("is read as JavaScript reads it, to the last bit", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => read(String(x)) === x));
    fc.assert(
      fc.property(fc.integer(), fc.nat(15), (digits, places) => {
        const text = (digits / 10 ** places).toFixed(places);
        expect(read(text)).toBe(Number(text));
      }),
    );
  });

  it("may have an exponent, blanks around it, or 17 digits", () => {
    expect(["1E-3", " 7 ", "0.30000000000000004", ".5", "-.5", "", "-"].map(read)).toEqual([
      0.001,
      7,
      0.30000000000000004,
      0.5,
      -0.5,
      null,
      undefined,
    ]);
    expect(["1.2.3", "x", "1,5", "Infinity"].map(read)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("date in a cell", () => {
  it("counts days from 1900 or from 1904", () => {
    expect(isoSerial("2026-01-31", false)).toBe(46_053);
    expect(isoSerial("2026-01-31T12:00:00Z", true)).toBe(44_591.5);
    expect(isoSerial("31.1.2026", false)).toBeNull();
  });
});

describe("text of a cell", () => {
  it("survives with every character that XML cannot hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeCellText(text).replace(/&#10;/g, "\n").replace(/&#9;/g, "\t");
        const plain = escaped
          .replace(/&lt;/g, "<")
          .replace(/&gt;/g, ">")
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, "&");
        expect(unspell(plain)).toBe(text);
      }),
    );
    expect(escapeCellText("_x000D_\r")).toBe("_x005F_x000D__x000D_");
  });
});
