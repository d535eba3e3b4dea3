import { agreement } from "../support/expect-agreement";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { shortBooks } from "../support/random-book";
import { serialBooks } from "../support/random-serials";

const policies = { ageingBuckets: "3,10,20,30" };

describe("program and oracle, on goods with serial numbers", () => {
  it(
    "agree on what each piece costs, wherever it goes, comes back or is counted",
    () => {
      const books = shortBooks((size) => serialBooks({ ...size, policies }));
      return agreement(books, lawRuns(1_000, 20_261_202));
    },
    LAW_TIME,
  );

  it(
    "agree on what comes too late for a line of pieces: each that is still there bears its part",
    () => {
      const without = ["fifo", "lifo", "monthly-average", "PD", "CB"];
      const late = { ...policies, landedCost: "remaining", batchCost: "batch" };
      const books = shortBooks((size) => serialBooks({ ...size, policies: late, without }));
      return agreement(books, lawRuns(1_000, 20_261_203));
    },
    LAW_TIME,
  );
});
