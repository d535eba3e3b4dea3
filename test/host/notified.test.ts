import { pressedIn } from "../../src/host/transport/notified";

describe("what the pane tells of the keyboard", () => {
  it("is a key with those held down", () => {
    const key = { keyCode: 49, ctrlKey: true, shiftKey: true, altKey: true, metaKey: false };
    expect(pressedIn(["add-in", 39, key])).toEqual({ key });
  });

  it("is where the keyboard wants to go", () => {
    expect([5, 6, 16, 13, 14].map((action) => pressedIn(["add-in", action]))).toEqual([
      { leaves: "to-workbook" },
      { leaves: "to-workbook" },
      { leaves: "to-workbook" },
      { leaves: "onward" },
      { leaves: "back" },
    ]);
  });

  it("is nothing where it is about something else, or is no notice at all", () => {
    expect([["add-in", 0], ["add-in", 15], ["add-in", 39], [], null, 39].map(pressedIn)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});
