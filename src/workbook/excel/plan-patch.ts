import { WorkbookError, type Change } from "../port";
import { ChoiceLists, type ListRoom } from "./choice-lists";
import { TablePlan } from "./plan-table";
import { isChanging, type States, type TableState } from "./survey";
import type { RowsThere } from "./verify";
import type { Write } from "./write";
import { nothingThere, type SheetRoom, sheetWrites } from "./write-sheet";
import { createdState, createWrite } from "./write-table";

type On<Kind extends Change["do"]> = Extract<Change, { readonly do: Kind }>;

/** All that is known before the first cell is written. */
export interface Known {
  readonly states: States;
  /** By change: the rows that are meant. */
  readonly rows: ReadonlyMap<Change, RowsThere>;
  readonly sheets: ReadonlyMap<Change, SheetRoom>;
  readonly lists: ListRoom;
  /** Asked for only where sheets are made. */
  readonly sheetNames: readonly string[];
  /** Sheets left without their tables, in lower case. */
  readonly leftovers: ReadonlySet<string>;
}

/** How a table stands; one that was not asked for is `missing`. */
export function stateIn(states: States, table: string): TableState {
  const state = states.get(table.toLowerCase());
  if (state === undefined) throw new WorkbookError("missing", table);
  return state;
}

/** The writes of a patch, made in the order of its changes. */
export class Patch {
  private readonly known: Known;
  private readonly plans = new Map<string, TablePlan>();
  private readonly lists: ChoiceLists;
  /** Tables that the patch has made, in lower case. */
  private readonly made = new Set<string>();
  /** Names of sheets, in lower case. */
  private readonly sheets: Set<string>;

  constructor(known: Known) {
    this.known = known;
    this.sheets = new Set(known.sheetNames.map((name) => name.toLowerCase()));
    this.lists = new ChoiceLists(known.lists);
  }

  plan(table: string): TablePlan {
    const key = table.toLowerCase();
    const plan = this.plans.get(key) ?? new TablePlan(stateIn(this.known.states, table));
    this.plans.set(key, plan);
    return plan;
  }

  /**
   * The writes of the changes before the first that makes a body anew, and the changes from it on. What is
   * made goes last: it stays, and what somebody else may have changed meanwhile must have proved right
   * before.
   */
  writesUntilReplace(changes: readonly Change[]): {
    readonly writes: readonly Write[];
    readonly rest: readonly Change[];
  } {
    const at = changes.findIndex((change) => change.do === "replace");
    const now = at < 0 ? changes : changes.slice(0, at);
    const planned = now.map((change) => ({ isMade: this.isMade(change), writes: this.writes(change) }));
    const [made, there] = [true, false].map((wanted) => planned.filter(({ isMade }) => isMade === wanted));
    return {
      writes: [...there, ...made].flatMap(({ writes }) => writes),
      rest: at < 0 ? [] : changes.slice(at),
    };
  }

  /** It makes a table or a sheet, or fills a table that the patch has made. */
  private isMade(change: Change): boolean {
    return !isChanging(change) || this.made.has(change.table.toLowerCase());
  }

  private writes(change: Change): readonly Write[] {
    if (change.do === "create") return this.create(change);
    if (change.do === "sheet") return sheetWrites(change, this.known.sheets.get(change) ?? nothingThere);
    return this.tableWrites(change);
  }

  private tableWrites(change: Exclude<Change, On<"create" | "sheet">>): readonly Write[] {
    const plan = this.plan(change.table);
    if (change.do === "append") return plan.append(change);
    if (change.do === "rename") return plan.rename(change);
    if (change.do === "replace") return [];
    const there = this.known.rows.get(change) ?? {
      rows: change.rows,
      cells: [],
      formats: [plan.state.formats],
    };
    return change.do === "stamp" ? plan.stamp(change, there) : plan.remove(change, there);
  }

  private create(change: On<"create">): readonly Write[] {
    const isThere = this.known.leftovers.has(change.sheet.toLowerCase());
    let sheet = change.sheet;
    for (let n = 2; !isThere && this.sheets.has(sheet.toLowerCase()); n++)
      sheet = `${change.sheet} ${String(n)}`;
    this.sheets.add(sheet.toLowerCase());
    const placed = { ...change, sheet };
    this.plans.set(change.table.toLowerCase(), new TablePlan(createdState(placed)));
    this.made.add(change.table.toLowerCase());
    return [createWrite(placed, this.lists, isThere)];
  }
}
