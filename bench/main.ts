import { benchCosting } from "./costing.bench";
import { benchRows } from "./rows.bench";
import { makeWork } from "./work";

/** Runs what is asked for by name, or everything: `npm run bench -- costing rows`. */
function main(asked: readonly string[]): void {
  const wants = (name: string): boolean => asked.length === 0 || asked.includes(name);
  if (wants("costing")) benchCosting(makeWork(1_000_000));
  if (wants("rows")) benchRows(makeWork(100_000));
  if (wants("million")) benchRows(makeWork(1_000_000));
}

main(process.argv.slice(2));
