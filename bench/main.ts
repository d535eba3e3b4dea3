import { benchCosting } from "./costing.bench";
import { benchRun, benchXlsx } from "./files.bench";
import { benchRows } from "./rows.bench";
import { makeWork } from "./work";

const MILLION = 1_000_000;
const HUNDRED_THOUSAND = 100_000;

/** Every benchmark by the name it is asked for. */
const benches: Readonly<Record<string, () => void>> = {
  xlsx: () => {
    benchXlsx(makeWork(HUNDRED_THOUSAND));
  },
  run: () => {
    benchRun(makeWork(HUNDRED_THOUSAND));
  },
  costing: () => {
    benchCosting(makeWork(MILLION));
  },
  rows: () => {
    benchRows(makeWork(HUNDRED_THOUSAND));
  },
  million: () => {
    benchRows(makeWork(MILLION));
  },
};

const asked = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) if (asked.length === 0 || asked.includes(name)) bench();
