import { localTime, machine, storageOf } from "./device";

describe("the device", () => {
  it("tells the user's own time to the second", () => {
    expect(localTime(new Date(2026, 0, 3, 4, 5, 6))).toBe("2026-01-03T04:05:06");
    expect(machine.localTime()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });

  it("gives whole numbers from 0 to 31, all of them in the end", () => {
    const seen = new Set(Array.from({ length: 5000 }, () => machine.digit()));
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, i) => i));
  });

  it("does nothing later that was stopped before", async () => {
    const done: string[] = [];
    machine.after(1, () => done.push("a"));
    machine.after(1, () => done.push("b"))();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).toEqual(["a"]);
  });

  it("remembers while the pane is open where the browser's memory is shut off", () => {
    const storage = storageOf(() => {
      throw new DOMException("blocked", "SecurityError");
    }, "x ");
    storage.set("user", "王芳");
    expect([storage.get("user"), storage.get("other")]).toEqual(["王芳", null]);
  });
});
