import { answered, workbenchHere } from "./office-wait";

describe("waiting for Excel", () => {
  /** Time that passes only when it is told to. */
  function stopwatch() {
    let due: (() => void) | null = null;
    const after = (_: number, work: () => void) => {
      due = work;
      return () => {
        due = null;
      };
    };
    return { after, pass: () => due?.() };
  }

  it("says that it takes too long, and still takes the answer that comes later", async () => {
    const { after, pass } = stopwatch();
    const tooLong = jest.fn();
    let answer: (host: string) => void = () => undefined;
    const waiting = answered(new Promise<string>((resolve) => (answer = resolve)), after, tooLong);
    pass();
    expect(tooLong).toHaveBeenCalledTimes(1);
    answer("Excel");
    expect(await waiting).toBe("Excel");
  });

  it("says nothing where the answer comes in time", async () => {
    const { after, pass } = stopwatch();
    const tooLong = jest.fn();
    await answered(Promise.resolve("Excel"), after, tooLong);
    pass();
    expect(tooLong).not.toHaveBeenCalled();
  });
});

describe("the workbench", () => {
  const answering = (ok: boolean, type: string) => async () => ({
    ok,
    headers: new Headers({ "content-type": type }),
  });

  it("is where the server has office.js itself", async () => {
    expect(await workbenchHere(answering(true, "text/javascript; charset=utf-8"))).toBe("/");
  });

  it.each([
    ["the server has none", answering(false, "text/html")],
    ["the server answers with a page for everything", answering(true, "text/html")],
    ["nothing can be reached", () => Promise.reject(new TypeError("Failed to fetch"))],
  ])("is nowhere where %s", async (_said, look) => {
    expect(await workbenchHere(look)).toBeNull();
  });
});
