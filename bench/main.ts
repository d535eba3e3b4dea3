import { benchCosting } from "./costing.bench";
import { benchExcel } from "./excel.bench";
import { benchRun, benchXlsx } from "./files.bench";
import { benchFormulas } from "./formulas.bench";
import { keepFreedMemory } from "./measure";
import { benchPost } from "./post.bench";
import { benchReplay } from "./replay.bench";
import { benchPeak, benchRows } from "./rows.bench";
import { makeWork } from "./work";

const MILLION = 1_000_000;
const HUNDRED_THOUSAND = 100_000;

/** Every benchmark by the name it is asked for. */
const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  xlsx: () => {
    benchXlsx(makeWork(HUNDRED_THOUSAND));
  },
  run: () => {
    benchRun(makeWork(HUNDRED_THOUSAND));
  },
  excel: () => benchExcel(makeWork(HUNDRED_THOUSAND)),
  formulas: () => {
    benchFormulas(makeWork(HUNDRED_THOUSAND));
  },
  costing: () => {
    benchCosting(makeWork(MILLION));
  },
  replay: () => {
    benchReplay(makeWork(HUNDRED_THOUSAND));
  },
  post: () => benchPost(makeWork(HUNDRED_THOUSAND)),
  rows: () => {
    benchRows(makeWork(HUNDRED_THOUSAND), "peak-rows");
  },
  million: () => {
    benchRows(makeWork(MILLION), "peak-million");
  },
};

/** Parts of a benchmark that run in a process of their own. */
const parts: Readonly<Record<string, () => void>> = {
  "peak-rows": () => {
    benchPeak(makeWork(HUNDRED_THOUSAND));
  },
  "peak-million": () => {
    benchPeak(makeWork(MILLION));
  },
};

async function main(asked: readonly string[]): Promise<void> {
  keepFreedMemory();
  for (const [name, part] of Object.entries(parts)) if (asked.includes(name)) part();
  for (const [name, bench] of Object.entries(benches))
    if (asked.length === 0 || asked.includes(name)) await bench();
}

void main(process.argv.slice(2));
