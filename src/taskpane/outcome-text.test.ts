import { finding, NOWHERE } from "../domain/kernel/finding";
import { paneWords } from "../locales/pane";
import type { Outcome } from "../open-book/book-state";
import { isTold, outcomeText, type Speaking } from "./outcome-text";

const zh: Speaking = { words: paneWords("zh-CN"), say: ({ code }) => code, drafts: 2 };
const en: Speaking = { ...zh, words: paneWords("en-US") };

function outcome(some: Partial<Outcome>): Outcome {
  return { verb: "check", value: {}, findings: [], isCancelled: false, ...some };
}

const error = finding("REQUIRED", NOWHERE);
const warning = finding("DISCOUNT_LARGE", NOWHERE);

describe("what is told of an action", () => {
  it("counts errors apart from what else a check found", () => {
    expect(outcomeText(outcome({ findings: [error, error, warning] }), zh)?.title).toBe(
      "检查完毕：2 个错误，1 个提醒。",
    );
    expect(outcomeText(outcome({ findings: [error] }), en)?.title).toBe("Checked: 1 error.");
    const all = [error, warning, finding("PRICE_PROPOSED", NOWHERE)];
    expect(outcomeText(outcome({ findings: all }), en)?.title).toBe("Checked: 1 error, 1 warning, 1 note.");
    expect(outcomeText(outcome({ findings: [warning] }), en)).toMatchObject({ intent: "success" });
  });

  it("names some of the numbers that posting gave, and counts the rest and the refused", () => {
    const posted = ["A", "B", "C", "D", "E"].map((number) => ({ number }));
    expect(outcomeText(outcome({ verb: "post", value: { posted, refused: [{}] } }), en)).toEqual({
      intent: "warning",
      title: "Posted 5 documents.",
      more: ["A", "B", "C", "and 2 more", "1 document was not posted and stays a draft."],
    });
    expect(outcomeText(outcome({ verb: "post", value: { posted: [], refused: [] } }), zh)).toEqual({
      intent: "warning",
      title: "没有可以过账的草稿。",
      more: [],
    });
  });

  it("says how many cells recomputing changed", () => {
    const recomputed = (changed: number) => outcome({ verb: "recompute", value: { changed } });
    expect(outcomeText(recomputed(0), zh)?.title).toBe("余额和流水已是最新，没有改动。");
    expect(outcomeText(recomputed(1), en)?.title).toBe("Recomputed: 1 cell changed.");
  });

  it("says what a repair made, and what it left to the user", () => {
    const repaired = outcome({
      verb: "repair",
      value: { tables: ["a"], columns: ["b.c"], renamed: ["d.e", "d.f"] },
      findings: [error],
    });
    expect(outcomeText(repaired, en)).toEqual({
      intent: "warning",
      title: "Made 1 table. You can enter documents now. Added 1 column. Gave back 2 names.",
      more: ["REQUIRED"],
    });
  });

  it("says why nothing was done, or that it was stopped", () => {
    expect(outcomeText(outcome({ value: null, findings: [warning, error] }), zh)).toEqual({
      intent: "error",
      title: "没有完成。",
      more: ["REQUIRED"],
    });
    expect(outcomeText(outcome({ value: null, isCancelled: true }), zh)?.intent).toBe("info");
  });

  it("leaves alone what the pane asks for itself, unless a user's own wish failed", () => {
    expect(isTold(outcome({ verb: "choices", value: null }))).toBe(false);
    expect(isTold(outcome({ verb: "show-report" }))).toBe(false);
    expect(isTold(outcome({ verb: "show-report", value: null }))).toBe(true);
    expect(isTold(outcome({ verb: "post" }))).toBe(true);
  });
});
