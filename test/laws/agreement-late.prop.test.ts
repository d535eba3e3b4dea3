import { agreement } from "../support/expect-agreement";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { shortBooks } from "../support/random-book";
import { lateBooks } from "../support/random-late";

const policies = { ageingBuckets: "3,10,20,30", landedCost: "remaining" };

describe("program and oracle, on what comes late", () => {
  it(
    "agree on what comes too late for goods: the part of what is still there, and not of the rest",
    () => {
      const books = shortBooks((size) => lateBooks({ ...size, policies }));
      return agreement(books, lawRuns(1_000, 20_261_129));
    },
    LAW_TIME,
  );
});
