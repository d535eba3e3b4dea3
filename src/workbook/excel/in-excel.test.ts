import { inExcel } from "./in-excel";

/** What Excel says while a cell is being edited, also to a batch that it should hold back. */
class Editing extends Error {
  readonly code = "InvalidOperationInCellEditMode";
}

describe("work in an Excel that cannot hold a batch back", () => {
  it("says that a cell is being edited once, until it is left, however often it asks", async () => {
    jest.useFakeTimers();
    let isEditing = true;
    let tries = 0;
    const run = async (...given: readonly unknown[]) => {
      tries++;
      if (isEditing) throw new Editing("editing");
      return given.length === 1 ? "done" : undefined;
    };
    const told: boolean[] = [];
    const side = { run: run as never, supports: () => true };
    const working = inExcel(side, { waiting: (is) => told.push(is) }, async () => "done");
    await jest.advanceTimersByTimeAsync(3000);
    expect([tries > 5, told]).toEqual([true, [true]]);
    isEditing = false;
    await jest.advanceTimersByTimeAsync(1000);
    expect([await working, told]).toEqual(["done", [true, false]]);
    jest.useRealTimers();
  });
});
