import { WorkbookError, type Change, type Course } from "../port";
import { type Budget, fullBudget } from "./blocks";
import { listRoom } from "./choice-lists";
import { coursePart } from "./course-part";
import type { ExcelSide } from "./excel-side";
import { inExcel } from "./in-excel";
import { keptTotals, setUpKept } from "./kept-totals";
import { type Known, Patch, stateIn } from "./plan-patch";
import { restored } from "./restore";
import { replaceWrites } from "./replace-body";
import { smallerBudget } from "./read-tables";
import { nextRound, type RoundsProgress, smallerWrites, writeRound, writeRounds } from "./rounds";
import { stampedOnce } from "./stamped-once";
import { isChanging, lookedCloser, type States, survey, type TableState } from "./survey";
import { isEditing, isTooLarge, officeCode, troubleOf } from "./trouble-of";
import { verifications, verified } from "./verify";
import type { Write } from "./write";
import { sheetRoom } from "./write-sheet";
import { leftovers } from "./leftover-sheets";

type On<Kind extends Change["do"]> = Extract<Change, { readonly do: Kind }>;

/**
 * Makes the changes in order. All that a small patch takes is one round trip to look, one to write and read
 * back; a body that is made anew is read and written in blocks of its own. Answers the tables in which rows
 * stood elsewhere than was believed.
 */
export async function applyPatch(
  side: ExcelSide,
  asked: readonly Change[],
  course: Course | undefined,
): Promise<readonly string[]> {
  const changes = stampedOnce(asked);
  if (changes.length === 0) return [];
  const progress: Progress = { hasBegun: false, isPartWritten: false };
  try {
    const begun = await beginning(side, { changes, course, budget: fullBudget, progress });
    await theRest(side, begun, { course, progress });
    course?.progress?.(1);
    return begun.moved;
  } catch (thrown) {
    if (progress.hasBegun && mayBeHalfDone(thrown)) await restored({ side, course });
    throw thrown;
  }
}

/** It may have stopped a batch in its middle. */
function mayBeHalfDone(thrown: unknown): boolean {
  return thrown instanceof WorkbookError ? thrown.trouble === "interrupted" : officeCode(thrown) !== null;
}

/** What did not go in the first round trip: more rows, and the bodies that are made anew. */
async function theRest(side: ExcelSide, begun: Begun, { course, progress }: Going): Promise<void> {
  const parts = 1 + begun.rest.filter((change) => change.do === "replace").length;
  const part = (from: number): Course | undefined => coursePart(course, from / parts, (from + 1) / parts);
  try {
    await writeRounds({ side, course: part(0), progress }, begun.left);
    let { rest } = begun;
    for (let body = 1; rest.length > 0; body++)
      rest = await nextBody(side, { ...begun, rest }, { course: part(body), progress });
  } catch (thrown) {
    throw progress.isPartWritten ? interrupted(thrown, begun.about) : thrown;
  }
}

/** How far a patch has come. */
interface Progress extends RoundsProgress {
  hasBegun: boolean;
}

interface Going {
  readonly course: Course | undefined;
  readonly progress: Progress;
}

/** What stops us once a round trip of writing is done leaves a part written, whatever it is. */
function interrupted(thrown: unknown, what: string): unknown {
  const trouble = troubleOf(thrown, what, "interrupted");
  if (!(trouble instanceof WorkbookError) || trouble.trouble === "interrupted") return trouble;
  return new WorkbookError("interrupted", what, { cause: thrown });
}

interface Begun {
  readonly patch: Patch;
  readonly left: readonly Write[];
  readonly rest: readonly Change[];
  readonly moved: readonly string[];
  /** The tables and sheets that the patch is about. */
  readonly about: string;
}

interface Beginning {
  readonly changes: readonly Change[];
  readonly course: Course | undefined;
  readonly budget: Budget;
  readonly progress: Progress;
}

/**
 * Looks, and writes as much as goes in one round trip; looks again, at less at once, where that was too much.
 */
async function beginning(side: ExcelSide, { changes, course, budget, progress }: Beginning): Promise<Begun> {
  try {
    return await inExcel(side, course, async (context) => {
      const known = await lookedWhole(context, changes, budget);
      const patch = new Patch(known);
      const { writes, rest } = patch.writesUntilReplace(changes);
      const fitting = smallerWrites(writes, budget);
      const round = nextRound(fitting, budget);
      progress.hasBegun = true;
      await writeRound(context, round, { side, course, progress });
      return {
        patch,
        left: fitting.slice(round.length),
        rest,
        moved: movedIn(known),
        about: aboutOf(changes),
      };
    });
  } catch (thrown) {
    if (!isTooLarge(thrown)) throw thrown;
    return beginning(side, { changes, course, budget: smallerBudget(thrown, budget), progress });
  }
}

/** The names of the tables and sheets that changes are about, each once. */
export function aboutOf(changes: readonly Change[]): string {
  return [...new Set(changes.map((change) => (change.do === "sheet" ? change.sheet : change.table)))].join(
    ", ",
  );
}

function movedIn({ rows }: Known): readonly string[] {
  return [...rows].flatMap(([change, there]) => {
    if (change.do !== "stamp" && change.do !== "remove") return [];
    return change.rows.every((row, i) => row === there.rows[i]) ? [] : [change.table];
  });
}

/** Makes the next body anew and writes what follows it; answers the changes from the body after that on. */
async function nextBody(
  side: ExcelSide,
  { patch, rest }: { readonly patch: Patch; readonly rest: readonly Change[] },
  { course, progress }: Going,
): Promise<readonly Change[]> {
  const change = rest.at(0);
  if (change?.do !== "replace") return [];
  const reading = coursePart(course, 0, 0.5);
  const writes = await replaceWrites(side, patch.plan(change.table), { change, course: reading });
  const next = patch.writesUntilReplace(rest.slice(1));
  await writeRounds({ side, course: coursePart(course, 0.5, 1), progress }, [...writes, ...next.writes]);
  return next.rest;
}

/** The changes of rows that are there already. */
function meantRows(changes: readonly Change[]): readonly On<"stamp" | "remove">[] {
  const made = new Set(changes.flatMap((each) => (each.do === "create" ? [each.table.toLowerCase()] : [])));
  const rowed = changes.filter((change) => change.do === "stamp" || change.do === "remove");
  return rowed.filter(({ table }) => !made.has(table.toLowerCase()));
}

/** Looks; once more where totals rows had to be set up that an earlier patch left off. */
async function lookedWhole(
  context: Excel.RequestContext,
  changes: readonly Change[],
  budget: Budget,
): Promise<Known> {
  const kept = keptTotals(context);
  const known = await looked(context, changes, budget);
  const left = kept.told();
  if (left.length === 0) return known;
  try {
    await setUpKept(context, left);
  } catch (thrown) {
    if (isEditing(thrown)) throw thrown; // what else stops it need not stop us
  }
  return looked(context, changes, budget);
}

/**
 * The round trips before the first cell is written: one, where all stands as it was believed and goes at
 * once.
 */
async function looked(
  context: Excel.RequestContext,
  changes: readonly Change[],
  budget: Budget,
): Promise<Known> {
  const surveyed = survey(context, changes);
  const verifying = verifications(context, meantRows(changes), budget);
  const lists = changes.some((change) => change.do === "create") ? listRoom(context) : null;
  const names = lists === null ? null : context.workbook.worksheets.load("items/name");
  const left = leftovers(context, changes);
  const reports = changes.filter((change) => change.do === "sheet");
  const sheets = reports.map((change) => [change, sheetRoom(context, change)] as const);
  await context.sync();
  const states = surveyed.told();
  const stateOf = (table: string): TableState => stateIn(states, table);
  const asked = await verifying(stateOf);
  const rows = await verified(context, asked, { stateOf, budget });
  return {
    states: await lookedCloser(context, states, growthOf(changes, states)),
    rows: new Map(asked.map(({ change }, i) => [change, rows[i]])),
    sheets: new Map(sheets.map(([change, room]) => [change, room.told()])),
    lists: lists?.told() ?? { names: new Map(), lists: null },
    sheetNames: names?.items.map(({ name }) => name) ?? [],
    leftovers: left.told(),
  };
}

/** By how many rows each table grows at most; 0 where it only shrinks. */
function growthOf(changes: readonly Change[], states: States): ReadonlyMap<string, number> {
  const growth = new Map<string, number>();
  for (const change of changes.filter(isChanging)) {
    const key = change.table.toLowerCase();
    const before = growth.get(key) ?? 0;
    const bodyRows = states.get(key)?.bodyRows ?? 0;
    if (change.do === "append") growth.set(key, before + change.count);
    else if (change.do === "replace") growth.set(key, Math.max(before, change.count - bodyRows));
  }
  return growth;
}
