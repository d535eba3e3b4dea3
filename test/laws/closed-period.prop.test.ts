import * as fc from "fast-check";
import { closedDesk, februaryPosted, JANUARY, january } from "../support/closed-january";
import { LAW_TIME, lawRuns } from "../support/law-runs";
import { mixedBooks } from "../support/random-book";

describe("a closed period", () => {
  const books = mixedBooks({ policies: { negativeStock: "allow" }, changesShort: true });
  const until = fc.constantFrom(JANUARY.to, "2026-02-12");
  const runs = lawRuns(600, 20_261_127);

  it(
    "keeps every figure whatever is posted later: freight, invoices, returns, what covers shortages",
    async () => {
      const nets = fc.integer({ min: 1, max: 500 });
      const property = fc.asyncProperty(books, nets, until, async (drafts, net, day) => {
        const desk = await closedDesk(drafts, day);
        const before = await january(desk);
        await februaryPosted(desk, drafts, { net, after: day });
        expect(await january(desk)).toEqual(before);
      });
      await fc.assert(property, runs);
    },
    LAW_TIME,
  );

  it(
    "keeps them when jobs are finished late, where shortages stand at nothing until a difference settles them",
    async () => {
      const made = mixedBooks({
        types: "RK CK LL LL CP CP QR DB ZX KZ".split(" "),
        policies: { negativeStock: "allow", shortageSettlement: "variance", shortageCost: "zero" },
      });
      const property = fc.asyncProperty(made, until, async (drafts, day) => {
        const desk = await closedDesk(drafts, day);
        const before = await january(desk);
        await februaryPosted(desk, drafts, { net: 7, after: day });
        expect(await january(desk)).toEqual(before);
      });
      await fc.assert(property, lawRuns(600, 20_261_127));
    },
    LAW_TIME,
  );
});
