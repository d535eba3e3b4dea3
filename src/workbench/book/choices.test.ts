import { openJson } from "../../engine/json-book";
import { setValidations } from "../../engine/sheet-settings";
import { choicesFor } from "./choices";

describe("the words that a cell lets one choose from", () => {
  const book = openJson(
    '{"Items":[{"Code [x]":"bolt"},{"Code [x]":"nut"},{"Code [x]":"bolt"}],"Sales":[{"a":1,"b":2}]}',
  );
  const [, sales] = book.sheets;
  book.names.push({ name: "codes", formula: "Items[Code '[x']]", sheet: null, hidden: false });
  const column = (left: number) => [{ top: 1, left, bottom: 9, right: left }];
  setValidations(sales, [
    { areas: column(0), formula: "codes" },
    { areas: column(1), formula: '"Yes,No"' },
    { areas: column(2), formula: "$A$1:$B$1" },
    {
      areas: column(3),
      formula: "1",
      rule: { kind: "whole", operator: "greaterThan", formula2: null },
    },
  ]);

  it("are those of a table's column, each once, behind a name", () => {
    expect(choicesFor(book, { sheet: sales, row: 1, column: 0 })).toEqual(["bolt", "nut"]);
  });

  it("are those of the rule itself, or of a range", () => {
    expect(choicesFor(book, { sheet: sales, row: 5, column: 1 })).toEqual(["Yes", "No"]);
    expect(choicesFor(book, { sheet: sales, row: 5, column: 2 })).toEqual(["a"]);
  });

  it("are none where there is no list", () => {
    expect(choicesFor(book, { sheet: sales, row: 20, column: 0 })).toEqual([]);
    expect(choicesFor(book, { sheet: sales, row: 1, column: 3 })).toEqual([]);
  });
});
