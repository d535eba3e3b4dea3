import { DrawnRow } from "./drawn-row";

const [a, b, c] = ["A", "B", "C"].map((key) => ({ key }));

describe("a row as the grid has drawn it", () => {
  it("keeps the list of its columns while no cell shows anything else", () => {
    const row = new DrawnRow<{ readonly key: string }>();
    const first = row.columns([a, b], ({ key }) => `${key} 1`);
    expect(first).toEqual([a, b]);
    expect(row.columns([a, b], ({ key }) => `${key} 1`)).toBe(first);
  });

  it("has the cell alone drawn anew that shows something else", () => {
    const row = new DrawnRow<{ readonly key: string }>();
    const first = row.columns([a, b, c], () => "");
    const second = row.columns([a, b, c], ({ key }) => (key === "B" ? "selected" : ""));
    expect(second).toEqual([a, b, c]);
    expect(second.map((column, i) => column === first[i])).toEqual([true, false, true]);
  });

  it("keeps the cells that stay in sight when others scroll in and out at the sides", () => {
    const row = new DrawnRow<{ readonly key: string }>();
    const first = row.columns([a, b], () => "");
    const second = row.columns([b, c], () => "");
    expect(second).toEqual([b, c]);
    expect(second[0]).toBe(first[1]);
  });
});
