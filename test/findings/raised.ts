import type { Desk } from "../../src/app/desk";
import { actions } from "../../src/app/index";
import { loadBook } from "../../src/app/load-book";
import { readOptions } from "../../src/app/options";
import type { Finding } from "../../src/domain/kernel/finding";
import { type Ledgers, ledgersOf } from "../../src/domain/posting/ledgers";
import { selfCheck } from "../../src/domain/posting/self-check";
import type { FindingCase, Slip } from "./finding-case";

/** All that is found when a case does at a desk what it says, without what comes with it in any case. */
export async function raised(
  desk: Desk,
  { do: steps, slip, beside = [] }: FindingCase,
): Promise<readonly Finding[]> {
  if (slip !== undefined) return slipped(desk, slip);
  const found: Finding[] = [];
  for (const step of steps) found.push(...(await performed(desk, step)));
  return found.filter(({ code }) => !beside.includes(code));
}

async function performed(desk: Desk, step: FindingCase["do"][number]): Promise<readonly Finding[]> {
  const { verb, ...given } = step;
  const action = actions.find((each) => each.verb === verb);
  if (action === undefined) throw new Error(`no verb ${verb}`);
  const options = readOptions(action.takes, given);
  if (options.value === null) return options.findings;
  const { value, findings } = await action.perform(desk, options.value);
  const failures = value !== null && "failures" in value ? (value.failures as readonly Finding[]) : [];
  return [...findings, ...failures];
}

/** What the self-check finds where the figures of the book are out by the slip. */
async function slipped(desk: Desk, slip: Slip): Promise<readonly Finding[]> {
  const { value, findings } = await loadBook(desk);
  if (value === null || findings.length > 0) throw new Error(JSON.stringify(findings));
  const ledgers = ledgersOf(value.book);
  if (selfCheck(ledgers).length > 0) throw new Error("found without the slip too");
  return selfCheck(withSlip(ledgers, slip));
}

function withSlip(ledgers: Ledgers, slip: Slip): Ledgers {
  slipStock(ledgers, slip);
  if (slip.debt !== undefined) ledgers.debts.items.open[slip.debt] = (slip.open ?? 0) * 100;
  return ledgers;
}

function slipStock({ costed, stock }: Ledgers, { move, value = 0, layers }: Slip): void {
  if (move === undefined) return;
  costed.value[move] += value * 100;
  if (layers === true) costed.stock.value[stock.moves.pool[move]] += value * 100;
}
